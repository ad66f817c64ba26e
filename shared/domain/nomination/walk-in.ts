import type { Decision, DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { arrive } from '../attendance/decide';
import { isDeskClosed } from '../attendance/desk';
import type { Attendance, AttendanceSource, Scope } from '../attendance/types';
import type { Meeting } from '../meeting/types';
import type { PartyFields } from '../party/types';
import type { PersonFields } from '../person/types';
import { addNomination } from './decide';
import { isOpen, isStanding } from './rules';
import type { Capacity, Modality, Nomination } from './types';

/** An arrival that comes with whoever is written down. */
interface Arriving {
  /** Where the arrival holds; see attendance/desk.ts. */
  readonly scopes: readonly Scope[];
  readonly source: AttendanceSource;
  /** How they are here now. */
  readonly modality: Modality;
}

/** Somebody who stands at the desk, or is online, and was not nominated. */
export interface WalkIn extends Arriving {
  readonly meeting: Pick<Meeting, 'id' | 'state'>;
  /** A known person, or `null` and the names of somebody new. */
  readonly person: {
    readonly id: string | null;
    readonly set: Partial<Omit<PersonFields, 'synthetic'>>;
  };
  /** Whose participant they are; an empty text where none was chosen. */
  readonly party: string;
  /** The country, when it is no party yet; `party` is its id. */
  readonly newParty?: PartyFields;
  readonly capacity: Capacity;
  /** ISO date of the desk. */
  readonly receivedOn: string;
}

/** What holds of a known person at the meeting; of somebody new, nothing. */
export interface PersonNow {
  /** The person's nominations for this meeting, those of merged records too. */
  readonly nominations: readonly Nomination[];
  readonly forgotten: boolean;
  readonly attendance: Attendance | undefined;
}

const NOTHING_KNOWN: PersonNow = { nominations: [], forgotten: false, attendance: undefined };

export type WalkInRefusal =
  'name-missing' | 'party-missing' | 'already-nominated' | 'forgotten' | 'meeting-closed';

/**
 * Writes down somebody who came un-nominated, as one act: the person where they are new, a
 * nomination that is received and provisional until somebody approves it, and the arrival.
 *
 * Whoever has a nomination that is not at its end is not a walk-in: `already-nominated` names it in
 * `params.nomination`. A walk-in is the participant of a party: without one, `party-missing`. Caps
 * are no reason to refuse; `overCaps` says what there is to say of them.
 */
export function decideWalkIn(
  context: DecisionContext,
  walkIn: WalkIn,
  now: PersonNow = NOTHING_KNOWN,
): Decision<WalkInRefusal> {
  const { meeting, person, party, newParty, capacity, modality, receivedOn } = walkIn;
  // A report of who was online comes in when the meeting is over, and records no arrival.
  const isAfterwards = walkIn.scopes.length === 0 && meeting.state === 'closed';
  if (isDeskClosed(meeting.state) && !isAfterwards) return { ok: false, reason: 'meeting-closed' };
  if (now.forgotten) return { ok: false, reason: 'forgotten' };
  const open = openNomination(now.nominations);
  if (open !== null) {
    return { ok: false, reason: 'already-nominated', params: { nomination: open.id } };
  }
  const named = addNomination(context, {
    meeting: meeting.id,
    person,
    nomination: { party, capacity, modality, state: 'received', receivedOn, walkIn: true },
    ...(newParty === undefined ? {} : { party: newParty }),
  });
  if (!named.ok) return named;
  const nomination = named.drafts.at(-1);
  const arrived = arrivalOf(context, walkIn, nomination?.subjects[0] ?? '', now.attendance);
  return { ok: true, drafts: [...named.drafts, ...arrived] };
}

/** The nomination that is not at its end: one that stands before one that waits. */
export function openNomination(nominations: readonly Nomination[]): Nomination | null {
  return nominations.find(isStanding) ?? nominations.find(isOpen) ?? null;
}

/** The arrival's drafts; none where they are in all of the scopes already. */
export function arrivalOf(
  context: DecisionContext,
  { meeting, scopes, source, modality }: Arriving & { readonly meeting: Pick<Meeting, 'id'> },
  person: string,
  attendance: Attendance | undefined,
): Draft[] {
  const arrival = { meeting: meeting.id, person, scopes, modality, source };
  const arrived = arrive(context, arrival, attendance);
  return arrived.ok ? arrived.drafts : [];
}
