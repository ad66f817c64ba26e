import { warning, type Issue } from '../issue';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { cleanName, emailOf, readDisplayName } from './display-name';
import { readStamp } from './local-time';
import { sectionNumber, type Recognised } from './recognise';
import { reportOf, type Head } from './report';
import { announcedCount, cutOff, type RawRow } from './rows';
import { matchTeams, type TeamsField } from './teams-headers';
import type { PlatformReport, ReportIssueCode, ReportOptions } from './types';

type TeamsTable = Extract<Recognised, { kind: 'teams-joins' }>;
type TeamsSections = Extract<Recognised, { kind: 'teams-sections' }>;

/**
 * The lines above the people: a word and its value. In a language that no table knows the first
 * line is the title and the first two times are start and end, as in all languages known.
 */
export function headOf(sheet: Sheet, from: number, to: number): Head {
  const values = new Map<TeamsField, string>();
  const times: string[] = [];
  let first = '';
  let line = 0;
  for (let at = from; at < to; at++) {
    const row = sheet.rows[at] ?? [];
    const value = (row[1] ?? '').trim();
    if (value === '') continue;
    if (readStamp(value) !== null) times.push(value);
    else if (first === '') first = value;
    if (line === 0) line = sheet.firstLine[at] ?? 0;
    for (const field of matchTeams([row[0] ?? '']).columns.keys())
      if (!values.has(field)) values.set(field, value);
  }
  return {
    title: cleanName(values.get('title') ?? first),
    start: values.get('start') ?? times[0] ?? '',
    end: values.get('end') ?? times[1] ?? '',
    announced: announcedCount(values.get('attended') ?? ''),
    line,
  };
}

interface Table {
  readonly columns: ReadonlyMap<TeamsField, number>;
  readonly language: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly issues: readonly Issue<ReportIssueCode>[];
}

/**
 * The table under a heading row. A column that no table of words knows is taken for what its values
 * are: the first column is the name, the first two of times are join and leave. E-mails are taken
 * only from a column that says so, since the UPN beside it looks alike and must not be kept.
 */
function tableAt(sheet: Sheet, header: number, end: number): Table {
  const heading = sheet.rows[header] ?? [];
  const match = matchTeams(heading);
  const columns = new Map<TeamsField, number>();
  for (const [field, [column]] of match.columns)
    if (column !== undefined) columns.set(field, column);
  const rows = sheet.rows
    .map((cells, at) => ({ cells, line: sheet.firstLine[at] ?? 0 }))
    .slice(header + 1, end)
    .filter(({ cells }) => !isBlank(cells));
  const issues: Issue<ReportIssueCode>[] = [];
  const assume = (field: TeamsField, column: number) => {
    if (column < 0 || columns.has(field)) return;
    columns.set(field, column);
    issues.push(
      warning('column-by-values', {
        row: sheet.firstLine[header] ?? null,
        column,
        value: heading[column] ?? '',
        params: { as: field },
      }),
    );
  };
  const taken = new Set(columns.values());
  const timed = heading
    .map((_, column) => column)
    .filter((column) => !taken.has(column))
    .filter((column) => rows.some(({ cells }) => readStamp(cellAt(cells, column)) !== null));
  if (!columns.has('join')) assume('join', timed.shift() ?? -1);
  if (!columns.has('leave')) assume('leave', timed.shift() ?? -1);
  if (![...columns.values()].includes(0)) assume('name', 0);
  if (!columns.has('email'))
    assume(
      'email',
      heading.findIndex((text) => /e-?mail|почт|邮|郵|メール|correo|courriel|البريد/i.test(text)),
    );
  issues.push(...cutOff(rows.at(-1), [columns.get('join'), columns.get('leave')]));
  return { columns, language: match.language, rows, issues };
}

function rawRows(table: Table, summary: boolean): RawRow[] {
  return table.rows.map(({ line, cells }) => {
    const at = (field: TeamsField) => cellAt(cells, table.columns.get(field));
    return {
      line,
      name: at('name'),
      email: at('email'),
      join: at('join'),
      leave: at('leave'),
      duration: at('duration'),
      waiting: false,
      guest: null,
      summary,
    };
  });
}

/** By which rows of the two sections belong to one person. */
function personKey(row: RawRow): string {
  return emailOf(row.email)?.toLowerCase() ?? readDisplayName(row.name, false).name.toLowerCase();
}

/** The second generation: a head of words and values, then one row a join. */
export function readTeamsJoins(
  sheet: Sheet,
  found: TeamsTable,
  options: ReportOptions,
): PlatformReport {
  const table = tableAt(sheet, found.header, sheet.rows.length);
  return reportOf(
    {
      platform: 'teams',
      generation: found.generation,
      language: table.language,
      head: headOf(sheet, 0, found.header),
      rows: rawRows(table, false),
      issues: table.issues,
    },
    options,
  );
}

/**
 * The generations with numbered sections. Section 3 has every join; section 2 sums up each person
 * and is taken only for those whom section 3 leaves out.
 */
export function readTeamsSections(
  sheet: Sheet,
  found: TeamsSections,
  options: ReportOptions,
): PlatformReport {
  const end = (section: number) => {
    const start = found.sections.get(section) ?? 0;
    const next = sheet.rows.findIndex(
      (row, at) => at > start && sectionNumber(row) === section + 1,
    );
    return next < 0 ? sheet.rows.length : next;
  };
  const summaryAt = found.sections.get(2) ?? 0;
  const summary = tableAt(sheet, summaryAt + 1, end(2));
  const detailsAt = found.sections.get(3);
  const details = detailsAt === undefined ? null : tableAt(sheet, detailsAt + 1, end(3));
  const joins = details === null ? [] : rawRows(details, false);
  const inDetail = new Set(joins.map(personKey));
  const summed = rawRows(summary, true).filter((row) => !inDetail.has(personKey(row)));
  return reportOf(
    {
      platform: 'teams',
      generation: found.generation,
      language: summary.language,
      head: headOf(sheet, (found.sections.get(1) ?? 0) + 1, summaryAt),
      rows: [...summed, ...joins].sort((a, b) => a.line - b.line),
      people: summary.rows.length,
      issues: [...summary.issues, ...(details?.issues ?? [])],
    },
    options,
  );
}
