import { scheduleOf } from '../meeting/rules';
import type { Meeting } from '../meeting/types';
import { statusOn } from '../party/rules';
import type { Party } from '../party/types';
import { isOpen } from './rules';
import { CAPACITIES, type Modality, type Nomination } from './types';
import { expectedByParty, isLate, isOutsideDates, overCaps } from './warnings';

/** What a delegation still lacks, or has too much of. */
export const DELEGATION_GAPS = [
  'no-nomination',
  'no-head',
  'several-heads',
  'over-cap',
  'late',
  'not-a-party',
] as const;
export type DelegationGap = (typeof DELEGATION_GAPS)[number];

/** The people of one party at one meeting, as far as nominations go. */
export interface Delegation {
  readonly party: string;
  /** All its nominations, those at their end included; head first, then by capacity. */
  readonly nominations: readonly Nomination[];
  /** Those that have not come to their end. */
  readonly open: readonly Nomination[];
  /** Who leads it: received or standing. */
  readonly heads: readonly Nomination[];
  /** Accepted and reconfirmed, by how they take part. */
  readonly expected: Readonly<Record<Modality, number>>;
  /** Received and not decided on. */
  readonly waiting: number;
  readonly gaps: readonly DelegationGap[];
}

/** The day by which it is decided who is a partner: the meeting's first, else `today`. */
export function partnershipDay(meeting: Meeting, today: string): string {
  const { start } = scheduleOf(meeting);
  return start?.length === 10 ? start : today;
}

const NOBODY: Readonly<Record<Modality, number>> = { 'in-person': 0, virtual: 0 };

/**
 * Every partner of the programme (*member* on the day of the meeting, `today` when that is not
 * known), named or not, and every other party that named somebody. In the order of `parties`.
 */
export function delegations(
  meeting: Meeting,
  parties: readonly Party[],
  nominations: readonly Nomination[],
  today: string,
): Delegation[] {
  const day = partnershipDay(meeting, today);
  const byParty = Map.groupBy(nominations, ({ party }) => party);
  const expected = expectedByParty(nominations);
  const over = new Set(overCaps(meeting, nominations).map(({ party }) => party));
  const known = new Set(parties.map(({ id }) => id));
  const partners = parties.filter(
    (party) => byParty.has(party.id) || statusOn(party, day) === 'member',
  );
  const unknown = [...byParty.keys()].filter((id) => !known.has(id));
  const delegationOf = (id: string, party: Party | undefined): Delegation => {
    const own = [...(byParty.get(id) ?? [])].sort(
      (a, b) => CAPACITIES.indexOf(a.capacity) - CAPACITIES.indexOf(b.capacity),
    );
    const open = own.filter(isOpen);
    const heads = open.filter(({ capacity }) => capacity === 'head');
    const gaps: DelegationGap[] = [
      ...(open.length === 0 ? ['no-nomination' as const] : []),
      ...(open.length > 0 && heads.length === 0 ? ['no-head' as const] : []),
      ...(heads.length > 1 ? ['several-heads' as const] : []),
      ...(over.has(id) ? ['over-cap' as const] : []),
      ...(open.some((one) => isLate(meeting, one)) ? ['late' as const] : []),
      ...(party !== undefined && open.length > 0 && isOutsideDates(party, day)
        ? ['not-a-party' as const]
        : []),
    ];
    return {
      ...{ party: id, nominations: own, open, heads, gaps },
      expected: expected.get(id) ?? NOBODY,
      waiting: open.filter(({ state }) => state === 'received').length,
    };
  };
  return [
    ...partners.map((party) => delegationOf(party.id, party)),
    ...unknown.map((id) => delegationOf(id, undefined)),
  ];
}

/** Nominations of one day. */
export interface ReceivedOn {
  /** ISO date; `null`: nobody noted it. */
  readonly day: string | null;
  readonly all: number;
  /** Not decided on. */
  readonly waiting: number;
  /** After the last day for nominations. */
  readonly late: boolean;
}

/** How many nominations came on which day, latest first; those without a day come last. */
export function byDayReceived(
  meeting: Pick<Meeting, 'nominationDeadline'>,
  nominations: readonly Nomination[],
): ReceivedOn[] {
  const days = Map.groupBy(nominations, ({ receivedOn }) => receivedOn);
  return [...days]
    .map(([day, list]): ReceivedOn => ({
      day,
      all: list.length,
      waiting: list.filter(({ state }) => state === 'received').length,
      late: list.some((one) => isLate(meeting, one)),
    }))
    .sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
}
