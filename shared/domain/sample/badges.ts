import { newBadgeCode } from '../badge/code';
import {
  issueBadge,
  issueFloating,
  recordPrint,
  revokeBadge,
  type BadgeDecision,
} from '../badge/decide';
import { DEFAULT_BADGE_SETTINGS } from '../badge/settings';
import type { Badge } from '../badge/types';
import type { Chance } from './chance';
import type { Seat } from './delegations';
import { minutesAfter } from './timeline';
import type { SampleWorld } from './world';

/** Badges that nobody's name is on, for a delegation that sends people by turns. */
const FLOATING = ['Delegation 1', 'Delegation 2'];

/** Badges that are issued and not printed yet. */
const UNPRINTED = 5;

/**
 * Adds the badges of a meeting: one for everybody who is expected, two floating ones, and one that
 * was lost and replaced. Codes are drawn by `chance`, so that they are as seeded as everything else.
 */
export function planBadges(
  { ledger, timeline, parties }: SampleWorld,
  chance: Chance,
  plan: { readonly meeting: string; readonly at: string; readonly seats: readonly Seat[] },
): void {
  const { meeting, at, seats } = plan;
  const { context } = ledger;
  const code = () =>
    newBadgeCode((bytes) => Uint8Array.from({ length: bytes }, () => chance.below(256)));
  const { template } = DEFAULT_BADGE_SETTINGS;

  const take = (decision: BadgeDecision<string>): Badge => {
    ledger.take(decision);
    if (!decision.ok) throw new Error(`the sample is refused: ${decision.reason}`);
    return decision.badge;
  };
  const print = (badges: readonly Badge[], when: string) => {
    const printings = badges.map((badge) => ({
      ...{ kind: 'badge' as const, badge, person: badge.person, party: badge.party, template },
    }));
    const once = { meeting, desk: null, reason: '', log: [] };
    ledger.take(recordPrint({ ...context, now: when }, printings, once));
  };

  const expected = seats.filter(({ fate }) => fate === 'standing');
  timeline.add(at, () => {
    const issued = expected.map(({ person }) => {
      const wearer = { id: person.id, forgotten: false };
      return take(issueBadge(context, { meeting, person: wearer, code: code() }, []));
    });
    const party = parties.get(expected[0]?.party ?? '');
    for (const label of FLOATING) {
      if (party === undefined) break;
      take(issueFloating(context, { meeting, party, label, code: code() }));
    }
    print(issued.slice(0, -UNPRINTED), minutesAfter(at, 30));
    const [lost] = issued;
    if (lost === undefined) return;
    const { headsOf } = ledger;
    const next = revokeBadge(context, lost, { why: 'lost', successor: code(), headsOf });
    print([take(next)], minutesAfter(at, 45));
  });
}
