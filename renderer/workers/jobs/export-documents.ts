import { attendanceFigures, attendanceWorkbook } from '@shared/codecs/attendance-workbook/workbook';
import { meetingLabel, meetingName } from '@shared/codecs/documents/names';
import { tableOf, type DocumentModel } from '@shared/codecs/documents/table';
import { DOCUMENT_NAMESPACES, type Words } from '@shared/codecs/documents/words';
import type { ListInput } from '@shared/codecs/lists/expected';
import { gateList } from '@shared/codecs/lists/gate-list';
import { nameplates } from '@shared/codecs/lists/nameplates';
import { zoomRegistrants } from '@shared/codecs/lists/zoom-registrants';
import { participantsList } from '@shared/codecs/participants-list/list';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import { assertNever } from '@shared/operation/assert';
import { createI18n } from '@shared/i18n/i18n';
import { isInScope, type Scope } from '@shared/statistics/scope';
import type { SentenceLanguage } from '@shared/statistics/sentence';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import { isNameList, type AUDIENCES, type DOCUMENTS, type FORMATS } from './export-kinds';

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
  nominationsOf: (meeting: string) => readonly Nomination[],
  choice: DocumentChoice,
): Promise<DocumentModel | null> {
  const { language } = choice;
  const t = createI18n({ language, strict: false }).getFixedT(language, DOCUMENT_NAMESPACES);
  if (isNameList(choice.document)) return nameList(world, people, nominationsOf, choice, t);
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
  return attendanceFigures(statistics, world, options);
}

/** Lists of names are of one meeting that takes place, and for nobody but its organizers. */
function nameList(
  world: World,
  people: ReadonlyMap<string, Person>,
  nominationsOf: (meeting: string) => readonly Nomination[],
  { document, scope, audience, language, madeAt }: DocumentChoice,
  t: Words,
): DocumentModel | null {
  if (scope.kind !== 'meeting' || audience !== 'inside' || !isNameList(document)) return null;
  const meeting = world.meetings.find((one) => one.meeting.id === scope.meeting)?.meeting;
  if (meeting === undefined || meeting.state === 'cancelled') return null;
  const parties = new Map(world.parties.map((party) => [party.id, party]));
  const nominations = nominationsOf(meeting.id);
  const input: ListInput = { programme: world.programme, meeting, parties, people, nominations };
  const words = { language, t, madeAt };
  switch (document) {
    case 'gate':
      return gateList(input, words);
    case 'nameplates':
      return nameplates(input, words);
    case 'registrants':
      return zoomRegistrants(input, words);
    default:
      return assertNever(document);
  }
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
