import { isProvisional, isStanding } from '../nomination/rules';
import type { Nomination } from '../nomination/types';
import { whereabouts, type Whereabouts } from './inside';
import type { Attendance } from './types';

/** Expected people by where they are now. */
export type Arrivals = Readonly<Record<'expected' | Whereabouts, number>>;

/** Somebody whom a meeting expects, or who walked in, with the nomination that says so. */
export interface Expectation {
  readonly nomination: Nomination;
  readonly where: Whereabouts;
}

export interface Overview {
  readonly total: Arrivals;
  readonly byParty: ReadonlyMap<string, Arrivals>;
  /** Everybody expected, each person once. */
  readonly people: readonly Expectation[];
  /** Walked in and not approved yet: in none of the figures above. */
  readonly provisional: readonly Expectation[];
}

const none = (): Record<keyof Arrivals, number> => ({
  ...{ expected: 0, here: 0, online: 0, left: 0, missing: 0 },
});

/**
 * How far a meeting has arrived. Derived anew whenever something changes, never stored; linear in
 * the nominations. Somebody whom `isForgotten` names and who was never seen is not waited for: nobody
 * can say who it is. Whoever had come stays in the figures, as they do in statistics.
 */
export function overviewOf(
  nominations: readonly Nomination[],
  attendance: ReadonlyMap<string, Attendance>,
  isForgotten: (person: string) => boolean,
): Overview {
  const total = none();
  const byParty = new Map<string, Record<keyof Arrivals, number>>();
  const seen = new Set<string>();
  const placed = (nomination: Nomination): Expectation => {
    seen.add(nomination.person);
    return { nomination, where: whereabouts(attendance.get(nomination.person)) };
  };
  const isGone = ({ nomination, where }: Expectation) =>
    where === 'missing' && isForgotten(nomination.person);
  const people: Expectation[] = [];
  for (const nomination of nominations) {
    if (!isStanding(nomination) || seen.has(nomination.person)) continue;
    const one = placed(nomination);
    if (isGone(one)) continue;
    people.push(one);
    let party = byParty.get(nomination.party);
    if (party === undefined) byParty.set(nomination.party, (party = none()));
    for (const counts of [total, party]) {
      counts.expected += 1;
      counts[one.where] += 1;
    }
  }
  const provisional = nominations
    .filter((one) => isProvisional(one) && !seen.has(one.person))
    .map(placed)
    .filter((one) => !isGone(one));
  return { total, byParty, people, provisional };
}

/** So many minutes, and how many people came in them for the first time that day. */
export interface ArrivalStep {
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly count: number;
}

/**
 * First arrivals in the room on one day by steps of `minutes`, from the first to the last without a
 * gap; empty when nobody came. `dayOf` gives the calendar day of an instant at the meeting's place.
 */
export function arrivalSteps(
  attendance: Iterable<Attendance>,
  date: string,
  dayOf: (instant: number) => string,
  minutes: number,
): ArrivalStep[] {
  const length = minutes * 60_000;
  const counts = new Map<number, number>();
  for (const { events } of attendance) {
    const first = events.find(
      ({ kind, modality, when }) =>
        kind === 'arrived' && modality === 'in-person' && dayOf(Date.parse(when)) === date,
    );
    if (first === undefined) continue;
    const step = Math.floor(Date.parse(first.when) / length);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  let [from, to] = [Infinity, -Infinity];
  for (const step of counts.keys()) [from, to] = [Math.min(from, step), Math.max(to, step)];
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    start: (from + at) * length,
    count: counts.get(from + at) ?? 0,
  }));
}
