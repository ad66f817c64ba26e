import type { Interval } from '../domain/attendance/intervals';
import { presenceOf, type Presence } from '../domain/attendance/presence';
import type { PresenceBasis } from '../domain/attendance/presence-basis';
import type { AttendanceEvent } from '../domain/attendance/types';
import {
  capacityRule,
  isNamed,
  isProvisional,
  isStanding,
  isTurnedAway,
} from '../domain/nomination/rules';
import type { Capacity } from '../domain/nomination/types';
import type { NominationFacts } from './world';

/** Whether somebody was expected: `none` makes a person who came *unexpected*. */
export type Expectation = 'nominated' | 'unreconfirmed' | 'none';

/** A person at a meeting: expected, present, or both. */
export interface Participant {
  readonly person: string;
  /** From the nomination that speaks for them (`rank`); `null`: there is none. */
  readonly party: string | null;
  readonly capacity: Capacity | null;
  readonly expected: Expectation;
  /** Walked in, and was not approved yet; *unexpected*, and stated beside *attended*. */
  readonly provisional: boolean;
  /** By capacity; somebody whose capacity is not known is one. */
  readonly isParticipant: boolean;
  /** Their presence makes their party present. */
  readonly countsForParty: boolean;
  readonly presence: Presence;
}

/** What is on file about one person at one meeting. */
export interface Evidence {
  readonly nominations: readonly NominationFacts[];
  readonly events: readonly AttendanceEvent[];
  /** Times of the logins linked to the person. */
  readonly intervals: readonly Interval[];
}

/** Latest first; undated ones last. Ids are made in order of time. */
function latestFirst(a: NominationFacts, b: NominationFacts): number {
  const [dayA, dayB] = [a.receivedOn ?? '', b.receivedOn ?? ''];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Ranks below this one make somebody expected. */
const UNEXPECTED = 3;

/**
 * What a nomination is worth when a person has several: one that stands before all others; of those
 * that make nobody expected a walk-in's first, approved before provisional, since it says for whom
 * the person came.
 */
function rank(nomination: NominationFacts, awaits: boolean): number {
  if (isProvisional(nomination)) return 4;
  if (!isStanding(nomination)) return 5;
  if (!isNamed(nomination)) return UNEXPECTED;
  if (awaits) return 2;
  return capacityRule(nomination.capacity).participant ? 0 : 1;
}

/**
 * The person as the meeting knows them, `null` when they neither are expected nor came, or walked in
 * and were declined: their arrival stays on record and counts nowhere. Somebody
 * with several nominations that stand is one participant, in the capacity of a participant if any
 * of them gives it, by the latest.
 */
export function participantOf(
  basis: PresenceBasis,
  awaits: (nomination: NominationFacts) => boolean,
  person: string,
  evidence: Evidence,
): Participant | null {
  const best = bestOf(evidence.nominations, awaits);
  if (best !== undefined && isTurnedAway(best.nomination)) return null;
  const expected = expectation(best?.rank);
  const presence = presenceOf(basis, person, evidence.events, evidence.intervals);
  if (expected === 'none' && !presence.attended && !presence.registered) return null;
  const capacity = best?.nomination.capacity ?? null;
  const rule = capacity === null ? null : capacityRule(capacity);
  return {
    person,
    party: best?.nomination.party ?? null,
    capacity,
    expected,
    provisional: best !== undefined && isProvisional(best.nomination),
    isParticipant: rule?.participant ?? true,
    countsForParty: rule?.countsForParty ?? true,
    presence,
  };
}

/** The nomination that says what somebody is at a meeting. */
function bestOf(
  nominations: readonly NominationFacts[],
  awaits: (nomination: NominationFacts) => boolean,
) {
  return nominations
    .map((nomination) => ({ nomination, rank: rank(nomination, awaits(nomination)) }))
    .sort((a, b) => a.rank - b.rank || latestFirst(a.nomination, b.nomination))[0];
}

/** Whether somebody walked in and was declined: what was seen of them counts nowhere. */
export function wasTurnedAway(nominations: readonly NominationFacts[]): boolean {
  // Which nominations await reconfirmation decides between some that all stand.
  const best = bestOf(nominations, () => false);
  return best !== undefined && isTurnedAway(best.nomination);
}

function expectation(rank: number | undefined): Expectation {
  if (rank === undefined || rank >= UNEXPECTED) return 'none';
  return rank === 2 ? 'unreconfirmed' : 'nominated';
}
