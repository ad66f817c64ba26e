import { assertNever } from '../../operation/assert';
import { readCsv } from '../csv/read';
import { refuse, type Issue } from '../issue';
import { isBlank, type Sheet } from '../table/sheet';
import { decodeText, type Encoding } from '../text/decode';
import { fileKind } from '../text/file-kind';
import { readWorkbook } from '../xlsx/read';
import { recognise, type Recognised } from './recognise';
import { readTeamsJoins, readTeamsSections } from './teams';
import { readTeamsActions } from './teams-actions';
import type {
  PlatformReport,
  ReportIssueCode,
  ReportOptions,
  ReportRefusal,
  ReportResult,
} from './types';
import { readZoomMeeting } from './zoom';

function reportFrom(
  sheet: Sheet,
  found: Exclude<Recognised, { kind: 'not-read-yet' }>,
  options: ReportOptions,
): PlatformReport {
  switch (found.kind) {
    case 'zoom-meeting':
      return readZoomMeeting(sheet, found, options);
    case 'teams-actions':
      return readTeamsActions(sheet, found, options);
    case 'teams-joins':
      return readTeamsJoins(sheet, found, options);
    case 'teams-sections':
      return readTeamsSections(sheet, found, options);
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

/** One sheet → report. Everything in it is found by its headings, nothing by position. */
export function readReportSheet(sheet: Sheet, options: ReportOptions = {}): ReportResult {
  const found = recognise(sheet);
  if (found === null) return refuse('not-recognised', { header: headingOf(sheet) });
  if (found.kind === 'not-read-yet')
    return refuse('not-read-yet', { platform: found.platform, generation: found.generation });
  return { ok: true, report: reportFrom(sheet, found, options) };
}

function withIssues(result: ReportResult, issues: readonly Issue<ReportIssueCode>[]): ReportResult {
  return result.ok
    ? { ok: true, report: { ...result.report, issues: [...issues, ...result.report.issues] } }
    : result;
}

/**
 * Bytes of a platform's report → who was connected when, as the file has it. Reports are text;
 * one that somebody saved again as a workbook is read as well.
 */
export async function readPlatformReport(
  bytes: Uint8Array,
  options: ReportOptions & { readonly encoding?: Encoding } = {},
): Promise<ReportResult> {
  if (fileKind(bytes) === 'xlsx') {
    const workbook = await readWorkbook(bytes);
    if (!workbook.ok) return workbook;
    let refusal: ReportResult = refuse<ReportRefusal>('not-recognised', { header: '' });
    for (const sheet of workbook.sheets) {
      const result = readReportSheet(sheet, options);
      if (result.ok) return withIssues(result, workbook.issues);
      if (result.reason === 'not-read-yet') refusal = result;
    }
    return refusal;
  }
  const decoded = decodeText(
    bytes,
    options.encoding === undefined ? {} : { encoding: options.encoding },
  );
  if (!decoded.ok) return decoded;
  const csv = readCsv(decoded.text);
  if (!csv.ok) return csv;
  return withIssues(readReportSheet(csv.sheet, options), [...decoded.issues, ...csv.issues]);
}
