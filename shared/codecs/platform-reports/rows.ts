import { error, warning, type Issue } from '../issue';
import { cleanName, emailOf, readDisplayName } from './display-name';
import { durationSeconds } from './duration';
import {
  decideOrder,
  fromWallClock,
  localTime,
  readStamp,
  wallClock,
  type DateOrder,
  type Stamp,
} from './local-time';
import type {
  DroppedCode,
  Join,
  LocalDateTime,
  RepairedCode,
  ReportIssueCode,
  ReportOptions,
  RowNote,
} from './types';

/** One row of a report that has times, as its columns have it. */
export interface RawRow {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly join: string;
  readonly leave: string;
  readonly duration: string;
  readonly waiting: boolean;
  readonly guest: boolean | null;
  /** The row sums up several stretches: first join, last leave, time in between. */
  readonly summary: boolean;
}

export interface ReadRows {
  readonly order: DateOrder | 'ambiguous';
  readonly joins: readonly Join[];
  readonly dropped: readonly RowNote<DroppedCode>[];
  readonly repaired: readonly RowNote<RepairedCode>[];
  readonly issues: readonly Issue<ReportIssueCode>[];
}

/** Zoom writes `--` where it has nothing. */
export function given(text: string): string {
  const clean = text.trim();
  return /^[-–—]*$/.test(clean) ? '' : clean;
}

/** Collects what rows turn into, with the reasons for what they do not. */
export class Notes {
  readonly dropped: RowNote<DroppedCode>[] = [];
  readonly repaired: RowNote<RepairedCode>[] = [];

  drop(line: number, code: DroppedCode, value: string | null = null): void {
    this.dropped.push({ line, code, value, params: {} });
  }

  repair(
    line: number,
    code: RepairedCode,
    value: string | null = null,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.repaired.push({ line, code, value, params });
  }
}

/** Notes in the order of the file. */
export function byLine<Note extends { readonly line: number }>(
  notes: readonly Note[],
): readonly Note[] {
  return [...notes].sort((a, b) => a.line - b.line);
}

export interface OrderDecision {
  readonly order: DateOrder | 'ambiguous';
  readonly issues: readonly Issue<ReportIssueCode>[];
}

interface PlacedText {
  readonly line: number;
  readonly text: string;
}

/** Decides the order of day and month over all times of a file, or says why it cannot. */
export function orderOf(texts: readonly PlacedText[], options: ReportOptions): OrderDecision {
  const stamps: Stamp[] = [];
  const places: PlacedText[] = [];
  for (const place of texts) {
    const stamp = readStamp(place.text);
    if (stamp === null) continue;
    stamps.push(stamp);
    places.push(place);
  }
  const found = decideOrder(stamps, options.meetingDays);
  if (options.dateOrder !== undefined && found.order !== 'ymd')
    return { order: options.dateOrder, issues: [] };
  if (found.order !== 'ambiguous') return { order: found.order, issues: [] };
  if (found.mixed !== null) {
    const [one, other] = found.mixed;
    return {
      order: 'ambiguous',
      issues: [
        error('mixed-date-orders', {
          row: places[one]?.line ?? null,
          value: places[one]?.text ?? null,
          params: { other: places[other]?.line ?? 0, otherValue: places[other]?.text ?? '' },
        }),
      ],
    };
  }
  const at = stamps.findIndex(({ parts }) => parts !== null && parts[0] !== parts[1]);
  const example = stamps[at];
  const day = (order: DateOrder) =>
    example === undefined ? '' : (localTime(example, order)?.slice(0, 10) ?? '');
  return {
    order: 'ambiguous',
    issues: [
      error('ambiguous-date-order', {
        row: places[at]?.line ?? null,
        value: places[at]?.text ?? null,
        params: { dmy: day('dmy'), mdy: day('mdy') },
      }),
    ],
  };
}

/** A time under a decided order; `''` when none is given, `null` when it cannot be read. */
export function timeIn(
  text: string,
  order: DateOrder,
  line: number,
  notes: Notes,
): LocalDateTime | null {
  const clean = given(text);
  if (clean === '') return '';
  const stamp = readStamp(clean);
  const local = stamp === null ? null : localTime(stamp, order);
  if (local !== null && stamp?.markerIgnored === true) notes.repair(line, 'am-pm-ignored', clean);
  return local;
}

/** Where a total or a stretch differs by more than rounding up explains. */
export const ROUNDING_SECONDS = 60;

interface Stretch {
  readonly join: LocalDateTime;
  readonly leave: LocalDateTime | null;
}

/** Completes a stretch from its duration, and refuses one that cannot have happened. */
function stretchOf(
  row: RawRow,
  join: LocalDateTime,
  leave: LocalDateTime,
  seconds: number | null,
  notes: Notes,
): Stretch | null {
  const known = seconds !== null && seconds > 0 ? seconds * 1000 : null;
  if (join === '') {
    if (leave === '' || known === null) {
      notes.drop(row.line, 'no-join-time');
      return null;
    }
    notes.repair(row.line, 'join-from-duration', row.duration);
    return { join: fromWallClock(wallClock(leave) - known), leave };
  }
  if (leave === '') {
    if (known === null) {
      notes.repair(row.line, 'leave-missing');
      return { join, leave: null };
    }
    notes.repair(row.line, 'leave-from-duration', row.duration);
    return { join, leave: fromWallClock(wallClock(join) + known) };
  }
  const span = (wallClock(leave) - wallClock(join)) / 1000;
  if (span < 0) {
    notes.drop(row.line, 'negative-duration', `${row.join} – ${row.leave}`);
    return null;
  }
  if (span === 0) {
    notes.drop(row.line, 'zero-duration', row.join);
    return null;
  }
  if (seconds !== null && Math.abs(seconds - span) > ROUNDING_SECONDS) {
    const minutes = { found: Math.round(span / 60), stated: Math.round(seconds / 60) };
    if (row.summary && seconds < span)
      notes.repair(row.line, 'summary-only', row.duration, {
        minutes: minutes.stated,
        span: minutes.found,
      });
    else notes.repair(row.line, 'minutes-differ', row.duration, minutes);
  }
  return { join, leave };
}

function readRow(row: RawRow, order: DateOrder, withOriginal: boolean, notes: Notes): Join | null {
  const { name, originalName, guest } = readDisplayName(row.name, withOriginal);
  const email = emailOf(row.email);
  if (name === '' && email === null) {
    notes.drop(row.line, 'no-name');
    return null;
  }
  const join = timeIn(row.join, order, row.line, notes);
  const leave = timeIn(row.leave, order, row.line, notes);
  if (join === null || leave === null) {
    notes.drop(row.line, 'unreadable-time', join === null ? row.join : row.leave);
    return null;
  }
  const seconds = durationSeconds(given(row.duration));
  const stretch = stretchOf(row, join, leave, seconds, notes);
  if (stretch === null) return null;
  if (row.waiting) notes.drop(row.line, 'waiting-room');
  return {
    line: row.line,
    name: name === '' ? (email ?? '') : name,
    originalName,
    email,
    ...stretch,
    minutes: seconds === null ? null : seconds / 60,
    waiting: row.waiting,
    guest: guest ? true : row.guest,
  };
}

/** Rows with times → joins. With an undecided order nothing is read: a wrong day is worse. */
export function readRows(
  rows: readonly RawRow[],
  decision: OrderDecision,
  withOriginal: boolean,
): ReadRows {
  const notes = new Notes();
  const { order } = decision;
  const joins: Join[] = [];
  if (order !== 'ambiguous')
    for (const row of rows) {
      const join = readRow(row, order, withOriginal, notes);
      if (join !== null) joins.push(join);
    }
  return {
    order,
    joins,
    dropped: notes.dropped,
    repaired: notes.repaired,
    issues: decision.issues,
  };
}

/**
 * What holds for every report: its day, and its size against what its head announces. Some heads
 * count people and some count rows, so only fewer rows than that are a sign of loss.
 */
export function checkReport(
  joins: readonly Join[],
  size: { readonly rows: number; readonly announced: number | null },
  options: ReportOptions,
): Issue<ReportIssueCode>[] {
  const issues: Issue<ReportIssueCode>[] = [];
  const { rows, announced } = size;
  if (announced !== null && rows < announced)
    issues.push(warning('fewer-than-announced', { params: { announced, found: rows } }));
  const days = [...new Set(joins.map(({ join }) => join.slice(0, 10)))].sort();
  const meeting = options.meetingDays ?? [];
  const [first] = days;
  if (first !== undefined && meeting.length > 0 && !days.some((day) => meeting.includes(day)))
    issues.push(
      warning('other-day', {
        params: {
          ...{ first, last: days.at(-1) ?? first },
          ...{ meeting: meeting[0] ?? '', meetingLast: meeting.at(-1) ?? '' },
        },
      }),
    );
  return issues;
}

/** A last row that ends before the columns that every row has is the trace of a cut file. */
export function cutOff(
  last: { readonly line: number; readonly cells: readonly string[] } | undefined,
  columns: readonly (number | undefined)[],
): Issue<'truncated'>[] {
  const needed = Math.max(0, ...columns.map((column) => column ?? 0));
  return last !== undefined && last.cells.length <= needed
    ? [warning('truncated', { row: last.line })]
    : [];
}

/** A whole number that the head of a report announces; `null` when it is none. */
export function announcedCount(text: string): number | null {
  const clean = cleanName(text);
  return /^\d{1,7}$/.test(clean) ? Number(clean) : null;
}
