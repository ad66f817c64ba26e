import type { Issue } from '../issue';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import type { MeetField } from './google-meet-headers';
import type { Recognised } from './recognise';
import { NO_HEAD, reportOf } from './report';
import { cutOff, type RawRow } from './rows';
import type { PlatformReport, ReportOptions } from './types';

type GoogleMeet = Extract<Recognised, { kind: 'google-meet' }>;

/**
 * Google Meet's attendance report: one row a person with clock times only. Who came back has first
 * join and last exit there, and a duration that is shorter than the time between.
 */
export function readGoogleMeet(
  sheet: Sheet,
  found: GoogleMeet,
  options: ReportOptions,
): PlatformReport {
  const { columns, language } = found.match;
  const rows: RawRow[] = [];
  let issues: Issue<'truncated'>[] = [];
  sheet.rows.slice(found.header + 1).forEach((cells, index) => {
    if (isBlank(cells)) return;
    const value = (field: MeetField) => cellAt(cells, columns.get(field)?.[0]);
    const line = sheet.firstLine[found.header + 1 + index] ?? 0;
    issues = cutOff({ line, cells }, [columns.get('join')?.[0], columns.get('leave')?.[0]]);
    rows.push({
      line,
      name: [value('firstName'), value('lastName')].filter((part) => part !== '').join(' '),
      email: value('email'),
      join: value('join'),
      leave: value('leave'),
      duration: value('duration'),
      waiting: false,
      guest: null,
      summary: true,
    });
  });
  return reportOf(
    {
      ...{ platform: 'google-meet', generation: found.generation, language },
      ...{ head: NO_HEAD, rows, issues },
    },
    options,
  );
}
