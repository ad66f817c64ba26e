import { error, type Issue } from '../issue';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { cleanName, emailOf, readDisplayName, yesOrNo } from './display-name';
import { durationSeconds } from './duration';
import type { Recognised } from './recognise';
import { NO_HEAD, reportOf, type Head } from './report';
import { announcedCount, cutOff, given, type RawRow } from './rows';
import type { PlatformReport, ReportIssueCode, ReportOptions, Total } from './types';
import { matchZoom, type ZoomField } from './zoom-headers';

type ZoomMeeting = Extract<Recognised, { kind: 'zoom-meeting' }>;

/** Columns of the people: the wide form has the meeting's own time and length to the left. */
function peopleColumns(found: ZoomMeeting): ReadonlyMap<ZoomField, number> {
  const { columns } = found.match;
  const name = columns.get('name')?.[0] ?? 0;
  const chosen = new Map<ZoomField, number>();
  for (const [field, places] of columns) {
    const column = places.find((place) => place >= name) ?? places[0];
    if (column !== undefined) chosen.set(field, column);
  }
  return chosen;
}

/** What the report says about the meeting: a part above, or columns beside every row. */
function headOf(sheet: Sheet, found: ZoomMeeting): Head {
  const wide = found.generation === 'meeting-wide';
  const at = wide ? found.header : found.preamble;
  if (at === null) return NO_HEAD;
  const { columns } = matchZoom(sheet.rows[at] ?? []);
  const values = sheet.rows[at + 1] ?? [];
  const value = (field: ZoomField) => cellAt(values, columns.get(field)?.[0]);
  return {
    title: cleanName(value('topic')),
    start: value('start'),
    end: value('end'),
    announced: wide ? null : announcedCount(value('participants')),
    line: sheet.firstLine[at + 1] ?? 0,
  };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function dataRows(sheet: Sheet, header: number): Row[] {
  return sheet.rows
    .map((cells, at) => ({ cells, line: sheet.firstLine[at] ?? 0 }))
    .slice(header + 1)
    .filter(({ cells }) => !isBlank(cells));
}

function uniqueUsers(
  found: ZoomMeeting,
  rows: readonly Row[],
  columns: ReadonlyMap<ZoomField, number>,
  issues: readonly Issue<ReportIssueCode>[],
): PlatformReport {
  const totals = rows.map(({ line, cells }): Total => {
    const { name, originalName } = readDisplayName(cellAt(cells, columns.get('name')), true);
    const seconds = durationSeconds(given(cellAt(cells, columns.get('minutes'))));
    return {
      line,
      name,
      originalName,
      email: emailOf(cellAt(cells, columns.get('email'))),
      minutes: seconds === null ? null : seconds / 60,
    };
  });
  return {
    platform: 'zoom',
    generation: found.generation,
    language: found.match.language,
    title: null,
    scheduled: null,
    timeZone: null,
    asksDay: false,
    dateOrder: 'ymd',
    joins: [],
    totals: totals.filter(({ name, email }) => name !== '' || email !== null),
    dropped: [],
    repaired: [],
    issues: [...issues, error('no-times')],
  };
}

/** A meeting report of Zoom, of any generation, read by its recognised headings. */
export function readZoomMeeting(
  sheet: Sheet,
  found: ZoomMeeting,
  options: ReportOptions,
): PlatformReport {
  const columns = peopleColumns(found);
  const rows = dataRows(sheet, found.header);
  const issues: Issue<ReportIssueCode>[] = cutOff(rows.at(-1), [
    columns.get('leave'),
    columns.get('minutes'),
  ]);
  if (found.generation === 'meeting-unique-users') return uniqueUsers(found, rows, columns, issues);

  const at = (cells: readonly string[], field: ZoomField) => cellAt(cells, columns.get(field));
  const raw = rows.map(({ line, cells }): RawRow => ({
    line,
    name: at(cells, 'name'),
    email: at(cells, 'email'),
    join: at(cells, 'join'),
    leave: at(cells, 'leave'),
    duration: at(cells, 'minutes'),
    waiting: yesOrNo(at(cells, 'waiting')) === true,
    guest: yesOrNo(at(cells, 'guest')),
    summary: false,
  }));
  return reportOf(
    {
      platform: 'zoom',
      generation: found.generation,
      language: found.match.language,
      head: headOf(sheet, found),
      rows: raw,
      issues,
    },
    options,
  );
}
