import { LIMITS } from '../limits';
import type { FieldSpec, Mapping, MappingGuess } from '../table/mapping';
import { guessColumns } from '../table/mapping';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { emailOf, yesOrNo } from './display-name';
import { durationSeconds } from './duration';
import { MEET_HEADERS } from './google-meet-headers';
import type { HeaderTable } from './header-match';
import { clockOnly, readStamp } from './local-time';
import { NO_HEAD, reportOf } from './report';
import { byLine, given, Notes, type RawRow } from './rows';
import { TEAMS_HEADERS } from './teams-headers';
import type { PlatformReport, ReportOptions } from './types';
import { WEBEX_HEADERS } from './webex-headers';
import { ZOOM_HEADERS } from './zoom-headers';

/** What somebody can say that a column of an unknown report holds. */
export const MAPPED_FIELDS = [
  'name',
  'given',
  'family',
  'email',
  'day',
  'join',
  'leave',
  'duration',
  'waiting',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];
export type MappedColumns = Readonly<Partial<Record<MappedField, number>>>;

/** How an unknown report is to be read. */
export interface ReportMapping extends Mapping<MappedField> {
  /** Index of the sheet; a text file has one. */
  readonly sheet: number;
}

/** All headings of some fields, in every language of the known reports. */
function headings<Field extends string>(table: HeaderTable<Field>, ...fields: Field[]): string[] {
  return fields.flatMap((field) => Object.values<readonly string[]>(table[field]).flat());
}

const isTime = (text: string) => readStamp(text) !== null || clockOnly(text) !== null;
const isName = (text: string) => /\p{L}{2}/u.test(text) && !isTime(text) && emailOf(text) === null;

const SPECS: readonly FieldSpec<MappedField>[] = [
  {
    field: 'name',
    names: [
      ...headings(ZOOM_HEADERS, 'name'),
      ...headings(TEAMS_HEADERS, 'name'),
      ...headings(WEBEX_HEADERS, 'name'),
      ...['Participant', 'Participant name', 'Attendee', 'Attendee name', 'User', 'Username'],
      ...['Viewer', 'Зритель', 'Spectateur', 'Zuschauer', 'Espectador'],
      ...['Участник', 'ФИО', 'Participante', 'Teilnehmer', 'Nickname', 'Display name'],
    ],
    looksLike: isName,
    byValues: true,
  },
  {
    field: 'given',
    names: [...headings(MEET_HEADERS, 'firstName'), 'Given name', 'Vorname', 'Prénom', 'Имя'],
  },
  {
    field: 'family',
    names: [
      ...headings(MEET_HEADERS, 'lastName'),
      ...['Family name', 'Surname', 'Nachname', 'Nom de famille', 'Фамилия', 'Apellidos'],
    ],
  },
  {
    // Only by its heading: a UPN looks like an address and must not be kept.
    field: 'email',
    names: [
      ...headings(ZOOM_HEADERS, 'email'),
      ...headings(TEAMS_HEADERS, 'email'),
      ...headings(WEBEX_HEADERS, 'email'),
      ...['Email address', 'E-mail address', 'Mail'],
    ],
  },
  { field: 'day', names: ['Date', 'Day', 'Datum', 'Fecha', 'Дата', 'Data', '日期', 'التاريخ'] },
  {
    field: 'join',
    names: [
      ...headings(ZOOM_HEADERS, 'join'),
      ...headings(TEAMS_HEADERS, 'join'),
      ...headings(WEBEX_HEADERS, 'join'),
      ...headings(MEET_HEADERS, 'join'),
      ...['Joined', 'Joined at', 'Join date', 'Entered', 'Entry time', 'Connected', 'Login time'],
      ...['Time in', 'Check-in', 'First seen', 'Start', 'Вход', 'Подключение'],
    ],
    looksLike: isTime,
    byValues: true,
  },
  {
    field: 'leave',
    names: [
      ...headings(ZOOM_HEADERS, 'leave'),
      ...headings(TEAMS_HEADERS, 'leave'),
      ...headings(WEBEX_HEADERS, 'leave'),
      ...headings(MEET_HEADERS, 'leave'),
      ...['Left', 'Left at', 'Exited', 'Exit time', 'Disconnected', 'Logout time'],
      ...['Time out', 'Last seen', 'End', 'Выход', 'Отключение'],
    ],
    looksLike: isTime,
    byValues: true,
  },
  {
    field: 'duration',
    names: [
      ...headings(ZOOM_HEADERS, 'minutes'),
      ...headings(TEAMS_HEADERS, 'duration'),
      ...headings(WEBEX_HEADERS, 'duration'),
      ...['Minutes', 'Time online', 'Time in meeting', 'Attendance time', 'Длительность'],
    ],
    looksLike: (text) => durationSeconds(text) !== null,
  },
  {
    field: 'waiting',
    names: [
      ...headings(ZOOM_HEADERS, 'waiting'),
      ...['Waiting room', 'In lobby', 'Lobby', 'Зал ожидания', 'Sala de espera', 'Warteraum'],
    ],
  },
];

/** Words for the place itself, in lists that state where somebody was. */
const WAITING_ROOM =
  /waiting|lobby|warteraum|ожидани|sala d.attesa|espera|attente|待機|等候|大厅|انتظار/i;

/** Whether a row was spent waiting to be let in; `null`: the text does not say. */
function waitingOf(text: string): boolean | null {
  const said = given(text);
  if (said === '') return false;
  return yesOrNo(said) ?? (WAITING_ROOM.test(said) ? true : null);
}

/** The beginning of a sheet: enough to understand its columns by, and to show. */
export function headOfSheet(sheet: Sheet): Sheet {
  const rows = LIMITS.headerSearchRows + LIMITS.sampleRows;
  return {
    name: sheet.name,
    rows: sheet.rows.slice(0, rows),
    firstLine: sheet.firstLine.slice(0, rows),
  };
}

/** Headings that nobody knows: a row of several words above the first row that has a time. */
function unknownHeadings({ rows }: Sheet): number | null {
  const first = rows.findIndex((row) => row.some(isTime));
  for (let at = first - 1; at >= 0; at--) {
    const words = (rows[at] ?? []).filter((cell) => cell.trim() !== '');
    if (words.length > 1) return at;
  }
  return null;
}

/** What the columns of an unknown report may be. `headerRow` overrides the search for it. */
export function guessReportColumns(
  sheet: Sheet,
  headerRow?: number | null,
): MappingGuess<MappedField> {
  const guess = guessColumns(sheet, SPECS, headerRow);
  if (guess.headerRow !== null || headerRow === null) return guess;
  return guessColumns(sheet, SPECS, unknownHeadings(headOfSheet(sheet)));
}

/** What is still missing before a report can be read so; empty: nothing. */
export function missingColumns(columns: MappedColumns): ('name' | 'join' | 'leave')[] {
  const has = (...fields: MappedField[]) => fields.some((field) => columns[field] !== undefined);
  return [
    ...(has('name', 'given', 'family', 'email') ? [] : (['name'] as const)),
    ...(has('join') ? [] : (['join'] as const)),
    ...(has('leave', 'duration') ? [] : (['leave'] as const)),
  ];
}

/** Reads a sheet by what somebody said about its columns; every other column is passed over. */
export function readMappedReport(
  sheet: Sheet,
  { headerRow, columns }: Mapping<MappedField>,
  options: ReportOptions,
  source: string | null,
): PlatformReport {
  const first = headerRow === null ? 0 : headerRow + 1;
  const rows: RawRow[] = [];
  const notes = new Notes();
  sheet.rows.slice(first).forEach((cells, index) => {
    if (isBlank(cells)) return;
    const value = (field: MappedField) => cellAt(cells, columns[field]);
    const parts = [value('given'), value('family')].filter((part) => part !== '');
    const day = value('day');
    const at = (time: string) => (day !== '' && clockOnly(time) !== null ? `${day} ${time}` : time);
    const line = sheet.firstLine[first + index] ?? 0;
    const waiting = waitingOf(value('waiting'));
    if (waiting === null) notes.repair(line, 'waiting-unclear', value('waiting').trim());
    rows.push({
      line,
      name: value('name') === '' ? parts.join(' ') : value('name'),
      email: value('email'),
      join: at(value('join')),
      leave: at(value('leave')),
      duration: value('duration'),
      waiting: waiting === true,
      guest: null,
      summary: false,
    });
  });
  const report = reportOf(
    {
      ...{ platform: 'other', generation: 'mapped', language: 'en' },
      head: { ...NO_HEAD, title: source ?? '' },
      ...{ rows, issues: [] },
    },
    options,
  );
  const counted = new Set(report.joins.map(({ line }) => line));
  const unclear = notes.repaired.filter(({ line }) => counted.has(line));
  return { ...report, repaired: byLine([...report.repaired, ...unclear]) };
}
