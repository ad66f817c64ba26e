import { contextOf } from '@shared/codecs/attendance-workbook/context';
import { longFormTable } from '@shared/codecs/attendance-workbook/long-form';
import { attendanceWorkbook } from '@shared/codecs/attendance-workbook/workbook';
import { meetingLabel, meetingName } from '@shared/codecs/documents/names';
import { tableOf, type DocumentModel } from '@shared/codecs/documents/table';
import { DOCUMENT_NAMESPACES, type Words } from '@shared/codecs/documents/words';
import { participantsList } from '@shared/codecs/participants-list/list';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Person } from '@shared/domain/person/types';
import { createI18n } from '@shared/i18n/i18n';
import { isInScope, type Scope } from '@shared/statistics/scope';
import type { SentenceLanguage } from '@shared/statistics/sentence';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import type { AUDIENCES, DOCUMENTS, FORMATS } from './export-kinds';

/** Which document, of what, and how: everything that decides what is in the file. */
export interface DocumentChoice {
  readonly document: (typeof DOCUMENTS)[number];
  readonly scope: Extract<Scope, { kind: 'meeting' | 'year' }>;
  readonly format: (typeof FORMATS)[number];
  readonly language: SentenceLanguage;
  /**
   * `outside`, which is the default of everything that leaves the programme: figures, and names only
   * of those who agreed to be named. `inside`: for those who organize the meeting.
   */
  readonly audience: (typeof AUDIENCES)[number];
  /** Attendance statistics, inside: also the participants by name. Only a workbook has room for them. */
  readonly withPeople: boolean;
  /** List of participants: those who came, or those who are expected. */
  readonly which: 'attended' | 'nominated';
  /** List of participants: say how everybody took part. */
  readonly withModality: boolean;
  /** ISO instant. */
  readonly madeAt: string;
}

/** The document that was chosen; `null` when the scope holds nothing to make it of. */
export async function documentModel(
  world: World,
  people: ReadonlyMap<string, Person>,
  choice: DocumentChoice,
): Promise<DocumentModel | null> {
  const { language } = choice;
  const t = createI18n({ language, strict: false }).getFixedT(language, DOCUMENT_NAMESPACES);
  return choice.document === 'attendance'
    ? attendance(world, people, choice, t)
    : participants(world, people, choice, t);
}

async function attendance(
  world: World,
  people: ReadonlyMap<string, Person>,
  choice: DocumentChoice,
  t: Words,
): Promise<DocumentModel | null> {
  const { language, madeAt, audience, format, scope } = choice;
  const withPeople = choice.withPeople && audience === 'inside';
  const statistics = statisticsOf(world, scope);
  if (statistics.meetings.length === 0) return null;
  const { regions } = (await import('@assets/countries.json')).default;
  const options = { language, t, madeAt, regions };
  if (format === 'xlsx') {
    return attendanceWorkbook(statistics, world, { ...options, ...(withPeople ? { people } : {}) });
  }
  // A text file is one table: the figures in their long form, which other programs read.
  const context = contextOf(statistics, world, options);
  const { mark } = context;
  return { title: t('workbook.title'), madeAt, tables: [longFormTable(context)], mark };
}

/** Of a year the meetings one after the other: a worksheet each, or one table with them all. */
function participants(
  world: World,
  people: ReadonlyMap<string, Person>,
  choice: DocumentChoice,
  t: Words,
): DocumentModel | null {
  const { language, madeAt, audience, which, format, scope, withModality } = choice;
  const options = { language, t, madeAt, audience, which, withModality, people };
  const start = (meeting: Meeting) => scheduleOf(meeting).start ?? '~';
  const lists = world.meetings
    .map(({ meeting }) => meeting)
    .filter((meeting) => isInScope(scope, meeting) && meeting.state !== 'cancelled')
    .sort((a, b) => (start(a) < start(b) ? -1 : 1))
    .flatMap((meeting) => {
      const model = participantsList(world, meeting.id, options);
      return model === null ? [] : [{ meeting, model }];
    });
  const [first] = lists;
  if (first === undefined || scope.kind === 'meeting') return first?.model ?? null;
  const tables = lists.flatMap(({ meeting, model }) =>
    model.tables.map((table) => ({
      ...table,
      key: `${table.key}:${meeting.id}`,
      name: meetingLabel(meeting, world.programme, language),
    })),
  );
  const whole = {
    title: `${t('participantsList.title')}: ${t('scope.year', { year: String(scope.year) })}`,
    madeAt,
    mark: lists.map(({ model }) => model.mark).find((mark) => mark !== null) ?? null,
  };
  return format === 'xlsx'
    ? { ...whole, tables }
    : { ...whole, tables: joined(lists, t, language) };
}

/** Tables of the same columns as one, with the meeting before every row. */
function joined(
  lists: readonly { readonly meeting: Meeting; readonly model: DocumentModel }[],
  t: Words,
  language: SentenceLanguage,
): DocumentModel['tables'] {
  const [first] = lists[0]?.model.tables ?? [];
  if (first === undefined) return [];
  return [
    tableOf({
      key: first.key,
      name: first.name,
      columns: [
        { key: 'meeting', header: t('column.meeting'), type: 'text' },
        ...first.columns.map(({ key, header, type }) => ({ key, header, type })),
      ],
      rows: lists.flatMap(({ meeting, model }) => {
        const name = meetingName(meeting, language);
        return model.tables.flatMap(({ rows }) => rows.map((row) => [name, ...row]));
      }),
    }),
  ];
}
