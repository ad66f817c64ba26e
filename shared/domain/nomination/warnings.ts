import { scheduleOf } from '../meeting/rules';
import type { Meeting, MeetingState } from '../meeting/types';
import { statusOn } from '../party/rules';
import type { Party } from '../party/types';
import { Roots } from '../person/roots';
import type { Person } from '../person/types';
import { capacityRule, isOpen, isProvisional, isStanding } from './rules';
import type { Modality, Nomination } from './types';

/**
 * What there is to say of a nomination before it is accepted, or although it was. None of it blocks:
 * the secretariat decides.
 */
export type NominationWarning =
  /** Walked in, and waits for somebody to approve or decline. */
  | { readonly code: 'provisional' }
  /** Received after the last day for nominations. */
  | { readonly code: 'late'; readonly deadline: string; readonly receivedOn: string }
  /** More people than the delegation may send in this way; `count` with this one. */
  | {
      readonly code: 'over-cap';
      readonly modality: Modality;
      readonly count: number;
      readonly cap: number;
    }
  /** The meeting is over or called off. */
  | { readonly code: 'meeting-closed'; readonly state: MeetingState }
  /** Nominations are not (or no longer) invited. */
  | { readonly code: 'nominations-closed' }
  /** The party was a partner or an observer, but not at the time of the meeting. */
  | { readonly code: 'not-a-party'; readonly on: string }
  /** Other parties name the same person for the same meeting. */
  | { readonly code: 'also-by'; readonly parties: readonly string[] }
  /** The same party names the same person again. */
  | { readonly code: 'twice' }
  /** Somebody else has the same e-mail. */
  | { readonly code: 'shared-email'; readonly email: string; readonly people: readonly string[] };

type WarningCode = NominationWarning['code'];

/** Every kind of warning; one that is new does not compile before it is listed. */
const CODES: Readonly<Record<WarningCode, true>> = {
  provisional: true,
  late: true,
  'over-cap': true,
  'meeting-closed': true,
  'nominations-closed': true,
  'not-a-party': true,
  'also-by': true,
  twice: true,
  'shared-email': true,
};
export const WARNING_CODES = Object.keys(CODES) as readonly WarningCode[];

export interface NominationFacts {
  readonly meeting: Meeting;
  readonly nominations: readonly Nomination[];
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
}

const OVER: readonly MeetingState[] = ['closed', 'archived', 'cancelled'];

/** Those whom a cap counts: interpreters and host staff belong to nobody's share. */
function isCapped({ capacity }: Pick<Nomination, 'capacity'>): boolean {
  const { participant, countsForParty } = capacityRule(capacity);
  return participant || countsForParty;
}

/** A delegation's cap for a modality, `null` when it has none. */
export function capOf({ caps }: Pick<Meeting, 'caps'>, modality: Modality): number | null {
  return modality === 'virtual' ? caps.virtual : caps.inPerson;
}

/** How many people each party sends in which way: those who stand, and those in `accepting`. */
export function expectedByParty(
  nominations: readonly Nomination[],
  accepting: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Readonly<Record<Modality, number>>> {
  const counts = new Map<string, Record<Modality, number>>();
  for (const one of nominations) {
    const waiting = one.state === 'received' && accepting.has(one.id);
    if (!isCapped(one) || !(isStanding(one) || waiting)) continue;
    const count = counts.get(one.party) ?? { 'in-person': 0, virtual: 0 };
    count[one.modality] += 1;
    counts.set(one.party, count);
  }
  return counts;
}

export interface CapExcess {
  readonly party: string;
  readonly modality: Modality;
  readonly count: number;
  readonly cap: number;
}

/** Delegations that are over a cap, or would be if `accepting` were accepted. */
export function overCaps(
  meeting: Pick<Meeting, 'caps'>,
  nominations: readonly Nomination[],
  accepting?: ReadonlySet<string>,
): CapExcess[] {
  const found: CapExcess[] = [];
  for (const [party, counts] of expectedByParty(nominations, accepting)) {
    for (const modality of ['in-person', 'virtual'] as const) {
      const cap = capOf(meeting, modality);
      if (cap !== null && counts[modality] > cap) {
        found.push({ party, modality, count: counts[modality], cap });
      }
    }
  }
  return found;
}

/**
 * Whether a nomination came after the last day for nominations. Somebody who walked in was never
 * asked to be nominated by then.
 */
export function isLate(
  { nominationDeadline: deadline }: Pick<Meeting, 'nominationDeadline'>,
  { receivedOn, walkIn }: Pick<Nomination, 'receivedOn' | 'walkIn'>,
): boolean {
  return !walkIn && deadline !== null && receivedOn !== null && receivedOn > deadline;
}

/** The first day of a meeting when it is known by the day. */
function meetingDay(meeting: Meeting): string | null {
  const { start } = scheduleOf(meeting);
  return start?.length === 10 ? start : null;
}

/** Whether a party had a status once or will have one, and none on the day. */
export function isOutsideDates(party: Pick<Party, 'statuses'>, day: string): boolean {
  const ever = party.statuses.some(({ status }) => status !== 'none');
  return ever && statusOn(party, day) === 'none';
}

/** People by each of their addresses; those who were merged are one, those forgotten are none. */
function byEmail(people: readonly Person[], rootOf: (id: string) => string) {
  const found = new Map<string, Set<string>>();
  for (const { id, emails, forgotten } of people) {
    if (forgotten) continue;
    for (const email of emails) {
      const key = email.trim().toLowerCase();
      const known = found.get(key);
      if (known === undefined) found.set(key, new Set([rootOf(id)]));
      else known.add(rootOf(id));
    }
  }
  return found;
}

/**
 * Warnings by nomination; those without any are not listed. Only nominations that have not come to
 * their end are warned about. Linear in nominations and people.
 */
export function nominationWarnings({
  meeting,
  nominations,
  parties,
  people,
}: NominationFacts): ReadonlyMap<string, readonly NominationWarning[]> {
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const partyById = new Map(parties.map((party) => [party.id, party]));
  const roots = new Roots(people);
  const rootOf = (id: string) => roots.of(id);
  const open = nominations.filter(isOpen);
  const ofPerson = Map.groupBy(open, ({ person }) => rootOf(person));
  const addresses = byEmail(people, rootOf);
  const expected = expectedByParty(nominations);
  const day = meetingDay(meeting);
  const end = scheduleOf(meeting).end ?? day;
  const found = new Map<string, readonly NominationWarning[]>();

  for (const one of open) {
    const warnings: NominationWarning[] = [];
    const { receivedOn, modality } = one;
    if (isProvisional(one)) warnings.push({ code: 'provisional' });
    const waiting = one.state === 'received';
    // Whoever walked in came when nominations were over: that is what is said of them.
    const invited = waiting && !one.walkIn;
    const after = end !== null && receivedOn !== null && receivedOn.slice(0, end.length) > end;
    if (OVER.includes(meeting.state) && (invited || after)) {
      warnings.push({ code: 'meeting-closed', state: meeting.state });
    } else if (invited && meeting.state === 'nominations-closed') {
      warnings.push({ code: 'nominations-closed' });
    }
    const deadline = meeting.nominationDeadline;
    if (deadline !== null && receivedOn !== null && isLate(meeting, one)) {
      warnings.push({ code: 'late', deadline, receivedOn });
    }
    const cap = capOf(meeting, modality);
    const count = (expected.get(one.party)?.[modality] ?? 0) + (waiting ? 1 : 0);
    if (cap !== null && isCapped(one) && count > cap) {
      warnings.push({ code: 'over-cap', modality, count, cap });
    }
    const party = partyById.get(one.party);
    if (party !== undefined && day !== null && isOutsideDates(party, day)) {
      warnings.push({ code: 'not-a-party', on: day });
    }
    const same = (ofPerson.get(rootOf(one.person)) ?? []).filter(({ id }) => id !== one.id);
    const others = [...new Set(same.map((other) => other.party))].filter((id) => id !== one.party);
    if (others.length > 0) warnings.push({ code: 'also-by', parties: others });
    if (same.some((other) => other.party === one.party)) warnings.push({ code: 'twice' });
    for (const email of peopleById.get(one.person)?.emails ?? []) {
      const sharing = addresses.get(email.trim().toLowerCase());
      const rest = [...(sharing ?? [])].filter((id) => id !== rootOf(one.person));
      if (rest.length > 0) warnings.push({ code: 'shared-email', email, people: rest });
    }
    if (warnings.length > 0) found.set(one.id, warnings);
  }
  return found;
}
