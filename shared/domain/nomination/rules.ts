import type { Capacity, Nomination, NominationState } from './types';

interface CapacityRule {
  /** Counted among the participants of a meeting. */
  readonly participant: boolean;
  /** Its presence makes its party present. */
  readonly countsForParty: boolean;
}

const BOTH: CapacityRule = { participant: true, countsForParty: true };
const NEITHER: CapacityRule = { participant: false, countsForParty: false };

/**
 * Defaults of domain.md, *capacity*: the secretariat is no participant but counts for its party
 * (Sofia's ten organizations of 2023 include UNODC); interpreters and host staff neither.
 */
const RULES: Record<Capacity, CapacityRule> = {
  head: BOTH,
  representative: BOTH,
  alternate: BOTH,
  adviser: BOTH,
  expert: BOTH,
  observer: BOTH,
  panellist: BOTH,
  secretariat: { participant: false, countsForParty: true },
  interpreter: NEITHER,
  'host-staff': NEITHER,
};

export function capacityRule(capacity: Capacity): CapacityRule {
  return RULES[capacity];
}

const MOVES: Record<NominationState, readonly NominationState[]> = {
  received: ['accepted', 'declined', 'withdrawn'],
  accepted: ['reconfirmed', 'replaced', 'withdrawn'],
  declined: [],
  reconfirmed: ['replaced', 'withdrawn'],
  replaced: [],
  withdrawn: [],
};

export function nominationMovesFrom(state: NominationState): readonly NominationState[] {
  return MOVES[state];
}

/** Accepted, not replaced and not withdrawn: somebody the desk expects (domain.md, *nominated*). */
export function isStanding(nomination: Pick<Nomination, 'state'>): boolean {
  return nomination.state === 'accepted' || nomination.state === 'reconfirmed';
}

/** Not at its end: received and waiting, or standing. */
export function isOpen(nomination: Pick<Nomination, 'state'>): boolean {
  return nomination.state === 'received' || isStanding(nomination);
}

/**
 * Whether a party named the person (domain.md, *nomination*). Somebody who walked in was named by
 * nobody until a document that says so is on file, whether or not they were approved.
 */
export function isNamed({ walkIn, source }: Pick<Nomination, 'walkIn' | 'source'>): boolean {
  return !walkIn || source !== null;
}

/**
 * Walked in and was declined: a participant comes from an accepted nomination or as a walk-in who is
 * provisional until approved (domain.md, *participant*), so this is none, whatever was recorded at
 * the door.
 */
export function isTurnedAway({ walkIn, state }: Pick<Nomination, 'walkIn' | 'state'>): boolean {
  return walkIn && state === 'declined';
}

/** Walked in, and nobody has approved or declined them yet (domain.md, *walk-in*). */
export function isProvisional({ walkIn, state }: Pick<Nomination, 'walkIn' | 'state'>): boolean {
  return walkIn && state === 'received';
}
