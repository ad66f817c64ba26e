import { formatDay, formatNumber } from '../../i18n/format';
import { assertNever } from '../../operation/assert';
import type { Approximate } from './approximate';
import type { Statement, Subject } from './language';

const number = (value: number) => formatNumber(value, 'en');

function counted({ qualifier, value }: Approximate): string {
  return qualifier === 'exact' ? number(value) : `${qualifier} ${number(value)}`;
}

function parties({ countries, organizations }: Statement): string {
  const named: string[] = [];
  if (countries > 0)
    named.push(`${number(countries)} ${countries === 1 ? 'country' : 'countries'}`);
  if (organizations > 0) {
    named.push(
      `${number(organizations)} international ${
        organizations === 1 ? 'or regional organization' : 'and regional organizations'
      }`,
    );
  }
  return named.join(' and ');
}

/** Subject and verb: "The meeting was", "In 2023, the events of the programme were". */
function opening(subject: Subject): string {
  switch (subject.kind) {
    case 'meeting':
      return 'The meeting was';
    case 'session':
      return 'The session was';
    case 'day':
      return `On ${formatDay(subject.date, 'en')}, the meeting was`;
    case 'meetings':
      return subject.count === 1 ? 'The meeting was' : `The ${number(subject.count)} meetings were`;
    case 'year':
      return `In ${subject.year}, the events of the programme were`;
    default:
      return assertNever(subject);
  }
}

/** The sentence in the English of the reports to the Commission. */
export function inEnglish(statement: Statement): string {
  const { subject, attended, nominated } = statement;
  if (attended.value === 0) return `${opening(subject)} attended by no participants.`;
  const who = `${nominated ? 'nominated ' : ''}participant${attended.value === 1 ? '' : 's'}`;
  const from = parties(statement);
  const link = subject.kind === 'year' ? 'from' : 'representing';
  const rest = from === '' ? '' : ` ${link} ${from}`;
  return `${opening(subject)} attended by ${counted(attended)} ${who}${rest}.`;
}
