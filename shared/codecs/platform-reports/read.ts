import { assertNever } from '../../operation/assert';
import { refuse } from '../issue';
import { readTable, type TableOptions } from '../table/read-table';
import { isBlank, type Sheet } from '../table/sheet';
import { recognise, type Recognised } from './recognise';
import { readTeamsJoins, readTeamsSections } from './teams';
import { readTeamsActions } from './teams-actions';
import type { PlatformReport, ReportOptions, ReportResult } from './types';
import { readWebex } from './webex';
import { readZoomMeeting } from './zoom';
import { readZoomWebinar } from './zoom-webinar';

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
    case 'zoom-webinar':
      return readZoomWebinar(sheet, found, options);
    case 'webex':
      return readWebex(sheet, found, options);
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

/**
 * Bytes of a platform's report → who was connected when, as the file has it. Reports are text;
 * one that somebody saved again as a workbook is read as well.
 */
export async function readPlatformReport(
  bytes: Uint8Array,
  options: ReportOptions & TableOptions = {},
): Promise<ReportResult> {
  const table = await readTable(bytes, options);
  if (!table.ok) return table;
  let refusal: ReportResult | null = null;
  for (const sheet of table.sheets) {
    const result = readReportSheet(sheet, options);
    if (result.ok) {
      const issues = [...table.issues, ...result.report.issues];
      return { ok: true, report: { ...result.report, issues } };
    }
    if (refusal === null || result.reason === 'not-read-yet') refusal = result;
  }
  return refusal ?? refuse('not-recognised', { header: '' });
}
