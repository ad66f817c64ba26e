import { clip, type Interval } from '../../domain/attendance/intervals';

/** Milliseconds after the start, or before the end, within which nobody is late or gone early. */
export const GRACE_MS = 5 * 60_000;

/**
 * When somebody joined a session for the first time and left it for good; `null` when they were not
 * online in it. Who goes out and comes back has not left.
 */
export function firstAndLast(stays: readonly Interval[], session: Interval): Interval | null {
  const within = clip(stays, session);
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined ? null : [first[0], last[1]];
}

/** Milliseconds by which somebody joined after a session's start, 0 when they were in time. */
export function lateBy([joined]: Interval, [start]: Interval): number {
  return beyond(joined - start);
}

/** Milliseconds by which they left before its end and did not come back, 0 when they stayed. */
export function earlyBy([, left]: Interval, [, end]: Interval): number {
  return beyond(end - left);
}

const beyond = (ms: number) => (ms > GRACE_MS ? ms : 0);
