import { formatDay, formatNumber } from '../../i18n/format';
import { assertNever } from '../../operation/assert';
import type { Approximate } from './approximate';
import type { Statement, Subject } from './language';

const number = (value: number) => formatNumber(value, 'ru');

/** 1, 21, 101 take the singular, though not 11; 2–4, 22–24 a form of their own, though not 12–14. */
type Form = 'one' | 'few' | 'many';

function form(value: number): Form {
  const last = value % 10;
  const teen = Math.floor((value % 100) / 10) === 1;
  if (last === 1 && !teen) return 'one';
  return last >= 2 && last <= 4 && !teen ? 'few' : 'many';
}

type Case = 'genitive' | 'accusative';
type Forms = Readonly<Record<Form, string>>;

/** After a numeral in the genitive ("из 24 стран") only the singular is a form of its own. */
const genitive = (one: string, many: string): Forms => ({ one, few: many, many });

const COUNTRY: Readonly<Record<Case, Forms>> = {
  genitive: genitive('страны', 'стран'),
  accusative: { one: 'страну', few: 'страны', many: 'стран' },
};

const ORGANIZATION: Readonly<Record<Case, Forms>> = {
  genitive: genitive(
    'международной и региональной организации',
    'международных и региональных организаций',
  ),
  accusative: {
    one: 'международную и региональную организацию',
    few: 'международные и региональные организации',
    many: 'международных и региональных организаций',
  },
};

/** A single organization is one or the other. */
function organizations(value: number, as: Case): string {
  const words = ORGANIZATION[as][form(value)];
  return `${number(value)} ${value === 1 ? words.replace(' и ', ' или ') : words}`;
}

function parties(statement: Statement, as: Case): string {
  const named: string[] = [];
  const { countries } = statement;
  if (countries > 0) named.push(`${number(countries)} ${COUNTRY[as][form(countries)]}`);
  if (statement.organizations > 0) named.push(organizations(statement.organizations, as));
  return named.join(' и ');
}

const PARTICIPANT: Readonly<Record<'nominative' | 'genitive', Forms>> = {
  nominative: { one: 'участник', few: 'участника', many: 'участников' },
  genitive: genitive('участника', 'участников'),
};
const NOMINATED: Readonly<Record<'nominative' | 'genitive', Forms>> = {
  nominative: { one: 'назначенный', few: 'назначенных', many: 'назначенных' },
  genitive: genitive('назначенного', 'назначенных'),
};
const REPRESENTING: Readonly<Record<'nominative' | 'genitive', Forms>> = {
  nominative: { one: 'представлявший', few: 'представлявших', many: 'представлявших' },
  genitive: genitive('представлявшего', 'представлявших'),
};

/** *Более* wants the genitive, *почти* leaves the nominative. */
const QUALIFIERS: Record<
  Approximate['qualifier'],
  { word: string; as: 'nominative' | 'genitive' }
> = {
  exact: { word: '', as: 'nominative' },
  over: { word: 'более ', as: 'genitive' },
  nearly: { word: 'почти ', as: 'nominative' },
};

/** In what they took part: "В работе совещания". */
function opening(subject: Subject): string {
  switch (subject.kind) {
    case 'meeting':
      return 'В работе совещания';
    case 'session':
      return 'В работе заседания';
    case 'day':
      return `${formatDay(subject.date, 'ru')} в работе совещания`;
    case 'meetings':
      return subject.count === 1
        ? 'В работе совещания'
        : `В работе ${number(subject.count)} ${form(subject.count) === 'one' ? 'совещания' : 'совещаний'}`;
    case 'year':
      return `В ${subject.year} году в мероприятиях программы`;
    default:
      return assertNever(subject);
  }
}

/** The sentence in the Russian of the Commission's documents. */
export function inRussian(statement: Statement): string {
  const { subject, attended, nominated } = statement;
  if (attended.value === 0) return `${opening(subject)} не принял участия ни один участник.`;
  const { word, as } = QUALIFIERS[attended.qualifier];
  const numeral = form(attended.value);
  const verb = numeral === 'one' && as === 'nominative' ? 'принял участие' : 'приняли участие';
  const who = [
    `${word}${number(attended.value)}`,
    ...(nominated ? [NOMINATED[as][numeral]] : []),
    PARTICIPANT[as][numeral],
  ].join(' ');
  const year = subject.kind === 'year';
  const from = parties(statement, year ? 'genitive' : 'accusative');
  const link = year ? ' из ' : `, ${REPRESENTING[as][numeral]} `;
  return `${opening(subject)} ${verb} ${who}${from === '' ? '' : `${link}${from}`}.`;
}
