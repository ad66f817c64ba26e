import { scheduleOf } from '../meeting/rules';
import type { Meeting } from '../meeting/types';

/**
 * How long personal data is kept. Source: Personal Data Protection and Privacy Principles (UN
 * High-Level Committee on Management, 2018), principle 4, *retention*: only for the time that the
 * specified purposes need. Purpose and time are stated per meeting; a person is kept as long as any
 * meeting that they took part in needs them.
 */

type Kept = Pick<Meeting, 'planned' | 'announced' | 'actual' | 'retentionMonths'>;

/**
 * The calendar day (ISO) from which a meeting no longer needs its participants' data: its last day
 * and the months of its retention. `null`: it has no retention, or its end is not known. A month or
 * year as end means that month's or year's last day.
 */
export function keptUntil(meeting: Kept): string | null {
  const { retentionMonths } = meeting;
  const { start, end } = scheduleOf(meeting);
  const last = end ?? start;
  return retentionMonths === null || last === null
    ? null
    : monthsAfter(lastDayOf(last), retentionMonths);
}

/**
 * When a person's data is due to be forgotten: the latest day of all meetings at which they were
 * nominated or attended. `null`: at least one of these has no such day (yet), or there is none.
 */
export function dueOn(meetings: readonly Kept[]): string | null {
  let due: string | null = null;
  for (const meeting of meetings) {
    const until = keptUntil(meeting);
    if (until === null) return null;
    if (due === null || until > due) due = until;
  }
  return due;
}

/** The last calendar day of `2023`, `2023-09` or `2023-09-13`. */
function lastDayOf(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return isoDay(Date.UTC(year, month ?? 12, 0));
}

/** The same day of a later month, or that month's last day when it has no such day. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return isoDay(
    Date.UTC(
      lastOfMonth.getUTCFullYear(),
      lastOfMonth.getUTCMonth(),
      Math.min(day, lastOfMonth.getUTCDate()),
    ),
  );
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
