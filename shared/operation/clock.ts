/**
 * Hybrid logical clock. A stamp is text of fixed width that sorts like time:
 * `2023-06-13T08:52:00.123Z-0000-1a2b3c4d` = wall-clock milliseconds in UTC, a counter for stamps
 * within one millisecond (or while the wall clock stands still or runs backwards), and the first
 * eight hexadecimal digits of the replica. Two replicas never make the same stamp.
 */

/** A peer may not pull this clock further ahead of the wall clock than this. */
export const MAX_DRIFT_MS = 5 * 60_000;

const COUNTER_LIMIT = 0xffff;

export interface ClockState {
  /** Milliseconds since the epoch of the last stamp. */
  readonly ms: number;
  readonly counter: number;
}

export const CLOCK_START: ClockState = { ms: 0, counter: 0 };

/** The next local stamp's state: later than every stamp seen, whatever the wall clock says. */
export function tick(state: ClockState, wallMs: number): ClockState {
  if (wallMs > state.ms) return { ms: wallMs, counter: 0 };
  if (state.counter < COUNTER_LIMIT) return { ms: state.ms, counter: state.counter + 1 };
  return { ms: state.ms + 1, counter: 0 };
}

/**
 * Takes note of a peer's stamp. A stamp more than five minutes ahead of the wall clock is not
 * followed: a desk whose clock is a day wrong must not drag the others along.
 */
export function observe(state: ClockState, stamp: string, wallMs: number): ClockState {
  const seen = readStamp(stamp);
  if (seen.ms > wallMs + MAX_DRIFT_MS) return state;
  if (seen.ms > state.ms) return { ms: seen.ms, counter: seen.counter };
  if (seen.ms === state.ms && seen.counter > state.counter) return seen;
  return state;
}

/** Text of a stamp; `replica` is the replica's UUID. */
export function writeStamp(state: ClockState, replica: string): string {
  const counter = state.counter.toString(16).padStart(4, '0');
  return `${new Date(state.ms).toISOString()}-${counter}-${replica.slice(0, 8)}`;
}

/** Time and counter of a stamp. */
export function readStamp(stamp: string): ClockState {
  return { ms: Date.parse(stamp.slice(0, 24)), counter: Number.parseInt(stamp.slice(25, 29), 16) };
}

/** The wall-clock part of a stamp as ISO text. */
export function stampTime(stamp: string): string {
  return stamp.slice(0, 24);
}
