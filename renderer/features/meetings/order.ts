import { scheduleOf, yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';

/** Meetings by the year in which they are held, latest first; without a date before all others. */
export function byYear(meetings: readonly Meeting[]): [year: number | null, Meeting[]][] {
  const years = new Map<number | null, Meeting[]>();
  for (const meeting of newestFirst(meetings)) {
    const year = yearOf(meeting);
    const list = years.get(year);
    if (list === undefined) years.set(year, [meeting]);
    else list.push(meeting);
  }
  return [...years].sort(([a], [b]) => (b ?? Infinity) - (a ?? Infinity));
}

/** Latest first; ISO texts of any precision sort as time. */
export function newestFirst(meetings: readonly Meeting[]): Meeting[] {
  const start = (meeting: Meeting) => scheduleOf(meeting).start ?? '9999';
  return [...meetings].sort(
    (a, b) => start(b).localeCompare(start(a)) || a.title.localeCompare(b.title),
  );
}
