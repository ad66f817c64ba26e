import { error, type Issue } from '../issue';
import { durationSeconds } from './duration';
import { clockOnly } from './local-time';
import { given, ROUNDING_SECONDS, type RawRow } from './rows';
import type { RepairedCode, ReportIssueCode, ReportOptions, RowNote } from './types';

const DAY_SECONDS = 86_400;

export interface Dated {
  readonly rows: readonly RawRow[];
  /** The day has to be asked; there are no rows. */
  readonly asksDay: boolean;
  readonly repaired: readonly RowNote<RepairedCode>[];
  readonly issues: readonly Issue<ReportIssueCode>[];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

/**
 * Gives clock times without a date (Google Meet's) the day that somebody named, else the meeting's
 * only day. A time of leaving before the time of joining is the next day's where the stated
 * duration says so; otherwise it stays what it is, and is dropped as such.
 */
export function withDays(rows: readonly RawRow[], options: ReportOptions): Dated {
  const bare = rows.some(
    ({ join, leave }) => clockOnly(join) !== null || clockOnly(leave) !== null,
  );
  if (!bare) return { rows, asksDay: false, repaired: [], issues: [] };
  const days = options.meetingDays ?? [];
  const day = options.day ?? (days.length === 1 ? days[0] : undefined);
  if (day === undefined)
    return { rows: [], asksDay: true, repaired: [], issues: [error('no-dates')] };
  const repaired: RowNote<RepairedCode>[] = [];
  const dated = rows.map((row): RawRow => {
    const join = clockOnly(row.join);
    const leave = clockOnly(row.leave);
    const late = isNextDay(join, leave, durationSeconds(given(row.duration)));
    if (late)
      repaired.push({ line: row.line, code: 'next-day', value: row.leave.trim(), params: {} });
    return {
      ...row,
      join: join === null ? row.join : `${day} ${row.join.trim()}`,
      leave: leave === null ? row.leave : `${late ? dayAfter(day) : day} ${row.leave.trim()}`,
    };
  });
  return { rows: dated, asksDay: false, repaired, issues: [] };
}

function isNextDay(join: number | null, leave: number | null, stated: number | null): boolean {
  if (join === null || leave === null || stated === null || leave >= join) return false;
  return Math.abs(leave + DAY_SECONDS - join - stated) <= ROUNDING_SECONDS;
}
