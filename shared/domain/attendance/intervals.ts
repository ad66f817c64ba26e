/**
 * Half-open stretch of time `[start, end)` in milliseconds since the epoch. Half-open, so that
 * stretches that meet neither overlap nor leave a gap.
 */
export type Interval = readonly [start: number, end: number];

/**
 * The same time, as disjoint intervals in order: overlapping and touching ones are united, empty
 * and reversed ones vanish. Somebody who is connected twice is present once (domain.md, *Matching
 * virtual participants* 1), so everything that is counted goes through here first.
 */
export function unite(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const united: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = united.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}

/** The part of the intervals that lies within `window`, united. */
export function clip(intervals: readonly Interval[], window: Interval): readonly Interval[] {
  return unite(
    intervals.map(([start, end]): Interval => [
      Math.max(start, window[0]),
      Math.min(end, window[1]),
    ]),
  );
}

/** Milliseconds covered; what overlaps is counted once. */
export function covered(intervals: readonly Interval[]): number {
  return unite(intervals).reduce((sum, [start, end]) => sum + (end - start), 0);
}

/** Seconds of a session that the intervals cover, each second once; not rounded. */
export function overlapSeconds(intervals: readonly Interval[], session: Interval): number {
  return covered(clip(intervals, session)) / 1000;
}
