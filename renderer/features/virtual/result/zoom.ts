import type { Interval } from '@shared/domain/attendance/intervals';
import type { OnlineResult, OnlineSitting } from '@shared/statistics/virtual/online-result';

/** What the result is looked at for: the meeting, one of its days, or a session. */
export type Zoom =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'session'; readonly session: string };

/** The zoom that an address names; what it names must be there. */
export function zoomOf(query: URLSearchParams, sittings: readonly OnlineSitting[]): Zoom {
  const session = query.get('session');
  if (session !== null && sittings.some(({ id }) => id === session)) {
    return { kind: 'session', session };
  }
  const date = query.get('day');
  if (date !== null && sittings.some((one) => one.date === date)) return { kind: 'day', date };
  return { kind: 'meeting' };
}

/** Sessions of a zoom, by their places in the result. */
export function sessionsOf(zoom: Zoom, sittings: readonly OnlineSitting[]): readonly number[] {
  return [...sittings.keys()].filter((at) => {
    const sitting = sittings[at];
    if (zoom.kind === 'session') return sitting?.id === zoom.session;
    return zoom.kind === 'meeting' || sitting?.date === zoom.date;
  });
}

/** Time shown before the first session and after the last: people join early. */
const MARGIN_MS = 10 * 60_000;

/** The stretches of time that the timeline shows, one a day, side by side. */
export function windowsOf(
  { sittings, times }: OnlineResult,
  sessions: readonly number[],
): readonly Interval[] {
  const days = new Map<string, Interval>();
  for (const at of sessions) {
    const sitting = sittings[at];
    if (sitting === undefined) continue;
    const [start, end] = [sitting.time[0] - MARGIN_MS, sitting.time[1] + MARGIN_MS];
    const known = days.get(sitting.date) ?? [start, end];
    days.set(sitting.date, [Math.min(known[0], start), Math.max(known[1], end)]);
  }
  if (days.size > 0 || times.length === 0) return [...days.values()];
  // A meeting without sessions: all the time in which anybody was online.
  let [from, to] = [Infinity, -Infinity];
  for (const time of times) [from, to] = [Math.min(from, time), Math.max(to, time)];
  return [[from, to]];
}

/** A stretch of time as it lies in a picture, both in parts of its width. */
export interface Placed {
  readonly from: number;
  readonly width: number;
}

/** Part of the width that stays free between two days. */
const GAP = 0.01;

/** Where times lie on a timeline of several windows. */
export class Scale {
  private readonly parts: readonly (Placed & { readonly window: Interval })[];

  constructor(readonly windows: readonly Interval[]) {
    const total = windows.reduce((sum, [start, end]) => sum + (end - start), 0);
    const room = 1 - GAP * Math.max(0, windows.length - 1);
    let from = 0;
    this.parts = windows.map((window) => {
      const width = total === 0 ? 0 : ((window[1] - window[0]) / total) * room;
      const part = { from, width, window };
      from += width + GAP;
      return part;
    });
  }

  /** The parts of an interval that are shown. */
  place([start, end]: Interval): Placed[] {
    return this.parts.flatMap(({ from, width, window }) => {
      const [a, b] = [Math.max(start, window[0]), Math.min(end, window[1])];
      if (a >= b) return [];
      const per = width / (window[1] - window[0]);
      return [{ from: from + (a - window[0]) * per, width: (b - a) * per }];
    });
  }
}
