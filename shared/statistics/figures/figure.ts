import type { Entry } from '../entry';

/** What a figure counts; `participations`: one and the same person counts at each meeting. */
export type Unit = 'participants' | 'participations' | 'persons' | 'countries' | 'organizations';

/**
 * One figure, defined once. Its value is the number of entries that count, or of different keys
 * among them; the entries that count are also the people behind it.
 */
export interface Figure<Key extends string = string> {
  readonly key: Key;
  readonly unit: Unit;
  readonly counts: (entry: Entry) => boolean;
  /** What is counted once, however many entries have it. */
  readonly once?: (entry: Entry) => string;
}
