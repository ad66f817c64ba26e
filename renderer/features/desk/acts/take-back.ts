import { eventsIn, retractAll } from '@shared/domain/attendance/decide';
import { returnBadge, takeBackRevocation } from '@shared/domain/badge/decide';
import type { Badge } from '@shared/domain/badge/types';
import { takeBackAct } from '@shared/domain/nomination/bulk';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import type { Body, Draft } from '@shared/operation/operation';
import type { DeskAction } from './results';

/** Heads of fields, of nominations, people and badges. */
export type DeskHeads = (
  table: 'nominations' | 'people' | 'badges',
  id: string,
  fields: readonly string[],
) => readonly string[];

interface Now {
  readonly meeting: string;
  readonly badges: readonly Badge[];
  readonly headsOf: DeskHeads;
}

/** Of people, only those whom the action brought into being. */
const isNamed = ({ type }: Draft): boolean =>
  type.startsWith('nomination.') || type === 'person.recorded';

/**
 * Takes a whole action of the desk back as one act: its events, what it did to nominations and
 * people, a badge that it lent, and one that it revoked. Refused where somebody has gone on from it meanwhile.
 */
export function takeBackAction(
  context: DecisionContext,
  { made, before }: Pick<DeskAction, 'made' | 'before'>,
  { meeting, badges, headsOf }: Now,
): Decision {
  const drafts: Draft[] = [];
  const events = eventsIn(made);
  if (events.size > 0) {
    const taken = retractAll(context, meeting, events);
    if (!taken.ok) return taken;
    drafts.push(...taken.drafts);
  }
  const known = new Map(before.map((one) => [one.id, one as unknown as Body]));
  const named = takeBackAct(context, made.filter(isNamed), {
    headsOf,
    before: (table, id) => (table === 'nominations' ? (known.get(id) ?? null) : null),
  });
  if (!named.ok) return named;
  drafts.push(...named.drafts);
  const badgeHeads = (id: string, fields: readonly string[]) => headsOf('badges', id, fields);
  for (const lent of made.filter(({ type }) => type === 'badge.lent')) {
    const badge = badges.find(({ id }) => id === lent.body['id']);
    if (badge === undefined) continue;
    const isTheirs = badge.lentTo !== null && lent.subjects.includes(badge.lentTo);
    const back = returnBadge(context, badge, badgeHeads);
    if (!isTheirs || !back.ok) return { ok: false, reason: 'moved-again' };
    drafts.push(...back.drafts);
  }
  for (const revoked of made.filter(({ type }) => type === 'badge.revoked')) {
    const back = takeBackRevocation(context, revoked, badgeHeads);
    if (!back.ok) return back;
    drafts.push(...back.drafts);
  }
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'nothing-to-undo' };
}
