import type { Interval } from '../../domain/attendance/intervals';

const MINUTE_MS = 60_000;

/** How many were online at each full minute of a session, from its start on. */
export interface Concurrent {
  /** One number a minute; the session's end is not among them. */
  readonly counts: Uint32Array;
  readonly most: number;
  /** Minutes after the start at which most were online for the first time. */
  readonly mostAt: number;
  /** Half of the minutes had so many or fewer; between two, their middle. */
  readonly median: number;
}

/**
 * Concurrent viewers of a session. `viewers`: the united time of each viewer; a viewer who is
 * connected at the full minute counts in it, once. Linear in the stays and the minutes.
 */
export function concurrentIn(
  session: Interval,
  viewers: Iterable<readonly Interval[]>,
): Concurrent {
  const minutes = Math.max(0, Math.ceil((session[1] - session[0]) / MINUTE_MS));
  const change = new Int32Array(minutes + 1);
  const at = (instant: number) =>
    Math.min(minutes, Math.max(0, Math.ceil((instant - session[0]) / MINUTE_MS)));
  for (const stays of viewers) {
    for (const [start, end] of stays) {
      const [from, to] = [at(start), at(end)];
      if (from >= to) continue;
      change[from] = (change[from] ?? 0) + 1;
      change[to] = (change[to] ?? 0) - 1;
    }
  }
  const counts = new Uint32Array(minutes);
  let [now, most, mostAt] = [0, 0, 0];
  for (let minute = 0; minute < minutes; minute += 1) {
    now += change[minute] ?? 0;
    counts[minute] = now;
    if (now > most) [most, mostAt] = [now, minute];
  }
  return { counts, most, mostAt, median: medianOf(counts) };
}

function medianOf(counts: Uint32Array): number {
  if (counts.length === 0) return 0;
  const sorted = counts.toSorted();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
