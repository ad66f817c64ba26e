import type { Issue } from '../issue';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { cleanName, yesOrNo } from './display-name';
import { durationSeconds } from './duration';
import { fromWallClock, localTime, readStamp, wallClock } from './local-time';
import { isAlone, type Recognised } from './recognise';
import { NO_HEAD, reportOf, type Head } from './report';
import { cutOff, given, type RawRow } from './rows';
import type { PlatformReport, ReportOptions, RowNote } from './types';
import { matchZoom, type ZoomField } from './zoom-headers';

type ZoomWebinar = Extract<Recognised, { kind: 'zoom-webinar' }>;

interface HeadAndLength {
  readonly head: Head;
  /** Length that the head states. */
  readonly seconds: number | null;
}

/** Title, start and length stand in a part of their own above the people. */
function headOf(sheet: Sheet, firstHeader: number): HeadAndLength {
  for (let at = 0; at < firstHeader; at++) {
    const { columns } = matchZoom(sheet.rows[at] ?? []);
    if (!columns.has('topic')) continue;
    const values = sheet.rows[at + 1] ?? [];
    const value = (field: ZoomField) => cellAt(values, columns.get(field)?.[0]);
    const head: Head = {
      ...NO_HEAD,
      title: cleanName(value('topic')),
      start: value('start'),
      line: sheet.firstLine[at + 1] ?? 0,
    };
    return { head, seconds: durationSeconds(value('length')) };
  }
  return { head: NO_HEAD, seconds: null };
}

/**
 * A webinar's report. Hosts, panellists, attendees and callers stand in sections; somebody who was
 * moved from one to another is in both, and the address brings the rows together again.
 */
export function readZoomWebinar(
  sheet: Sheet,
  found: ZoomWebinar,
  options: ReportOptions,
): PlatformReport {
  const raw: RawRow[] = [];
  const absent: RowNote<'not-attended'>[] = [];
  let issues: Issue<'truncated'>[] = [];
  found.headers.forEach((header, index) => {
    const { columns } = matchZoom(sheet.rows[header] ?? []);
    const end = found.headers[index + 1] ?? sheet.rows.length;
    for (let at = header + 1; at < end; at++) {
      const cells = sheet.rows[at] ?? [];
      if (isBlank(cells) || isAlone(cells)) continue;
      const line = sheet.firstLine[at] ?? 0;
      const value = (field: ZoomField) => cellAt(cells, columns.get(field)?.[0]);
      if (yesOrNo(value('attended')) === false) {
        absent.push({ line, code: 'not-attended', value: null, params: {} });
        continue;
      }
      issues = cutOff({ line, cells }, [columns.get('join')?.[0], columns.get('leave')?.[0]]);
      raw.push({
        line,
        name: value('name'),
        email: value('email'),
        join: value('join'),
        leave: value('leave'),
        duration: given(value('minutes')),
        waiting: false,
        guest: yesOrNo(value('guest')),
        summary: false,
      });
    }
  });
  const { head, seconds } = headOf(sheet, found.headers[0] ?? 0);
  const { language } = matchZoom(sheet.rows[found.headers[0] ?? 0] ?? []);
  const report = reportOf(
    { platform: 'zoom', generation: found.generation, language, head, rows: raw, issues },
    options,
  );
  const stamp = readStamp(head.start);
  const start =
    stamp === null || report.dateOrder === 'ambiguous' ? null : localTime(stamp, report.dateOrder);
  return {
    ...report,
    scheduled:
      start === null || seconds === null
        ? null
        : { start, end: fromWallClock(wallClock(start) + seconds * 1000) },
    dropped: [...absent, ...report.dropped].sort((a, b) => a.line - b.line),
  };
}
