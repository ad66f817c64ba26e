import { assertNever } from '../../operation/assert';
import { readCsv } from '../csv/read';
import { refuse } from '../issue';
import { readTable, type ReadTable, type TableOptions } from '../table/read-table';
import { isBlank, type Sheet } from '../table/sheet';
import { readGoogleMeet } from './google-meet';
import { readMappedReport, type ReportMapping } from './mapping';
import { recogniseReportProfile } from './profile';
import { recognise, type Recognised } from './recognise';
import { readTeamsJoins, readTeamsSections } from './teams';
import { readTeamsActions } from './teams-actions';
import type { PlatformReport, ReportOptions, ReportResult } from './types';
import { readWebex } from './webex';
import { readZoomMeeting } from './zoom';
import { readZoomWebinar } from './zoom-webinar';

/** What is known beside the file: profiles of earlier mappings, or a mapping for this very file. */
export interface ReadReportOptions extends ReportOptions {
  readonly profiles?: Readonly<Record<string, unknown>>;
  readonly mapping?: ReportMapping;
}

function reportFrom(sheet: Sheet, found: Recognised, options: ReportOptions): PlatformReport {
  switch (found.kind) {
    case 'zoom-meeting':
      return readZoomMeeting(sheet, found, options);
    case 'teams-actions':
      return readTeamsActions(sheet, found, options);
    case 'teams-joins':
      return readTeamsJoins(sheet, found, options);
    case 'teams-sections':
      return readTeamsSections(sheet, found, options);
    case 'zoom-webinar':
      return readZoomWebinar(sheet, found, options);
    case 'webex':
      return readWebex(sheet, found, options);
    case 'google-meet':
      return readGoogleMeet(sheet, found, options);
    default:
      return assertNever(found);
  }
}

/** The row that looks most like a heading, to show what was found instead of a report. */
function headingOf(sheet: Sheet): string {
  const row = sheet.rows.find((cells) => !isBlank(cells)) ?? [];
  return row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, 8)
    .join(' · ')
    .slice(0, 200);
}

/** Lines of one cell each, which hold separators: every line was put into quotation marks. */
function unquotedLines(sheet: Sheet): Sheet | null {
  if (sheet.rows.length < 2 || sheet.rows.some((row) => row.length > 1)) return null;
  const inner = readCsv(sheet.rows.map((row) => row[0] ?? '').join('\n'), { name: sheet.name });
  if (!inner.ok || inner.sheet.rows.length > sheet.rows.length) return null;
  return inner.sheet.rows.some((row) => row.length > 1) ? inner.sheet : null;
}

/** One sheet → report. Everything in it is found by its headings, nothing by position. */
export function readReportSheet(sheet: Sheet, options: ReadReportOptions = {}): ReportResult {
  const found = recognise(sheet);
  if (found !== null) return { ok: true, report: reportFrom(sheet, found, options) };
  const profile = recogniseReportProfile(sheet, options.profiles ?? {});
  if (profile === null) return refuse('not-recognised', { header: headingOf(sheet) });
  const dateOrder = options.dateOrder ?? profile.dateOrder;
  const asked = dateOrder === null ? options : { ...options, dateOrder };
  return { ok: true, report: readMappedReport(sheet, profile.mapping, asked, profile.name) };
}

/** The sheets of a table → the report that one of them is. */
export function readReportTable(table: ReadTable, options: ReadReportOptions = {}): ReportResult {
  const withIssues = (report: PlatformReport): ReportResult => ({
    ok: true,
    report: { ...report, issues: [...table.issues, ...report.issues] },
  });
  const { mapping } = options;
  if (mapping !== undefined) {
    const sheet = table.sheets[mapping.sheet];
    if (sheet === undefined) return refuse('not-recognised', { header: '' });
    return withIssues(readMappedReport(sheet, mapping, options, null));
  }
  let refusal: ReportResult | null = null;
  for (const sheet of table.sheets) {
    const lines = unquotedLines(sheet);
    for (const reading of lines === null ? [sheet] : [sheet, lines]) {
      const result = readReportSheet(reading, options);
      if (result.ok) return withIssues(result.report);
      refusal ??= result;
    }
  }
  return refusal ?? refuse('not-recognised', { header: '' });
}

/**
 * Bytes of a platform's report → who was connected when, as the file has it. Reports are text;
 * one that somebody saved again as a workbook is read as well.
 */
export async function readPlatformReport(
  bytes: Uint8Array,
  options: ReadReportOptions & TableOptions = {},
): Promise<ReportResult> {
  const table = await readTable(bytes, options);
  return table.ok ? readReportTable(table, options) : table;
}
