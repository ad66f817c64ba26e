import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import { moveNomination } from './decide';
import { nominationMovesFrom } from './rules';
import type { Nomination, NominationState } from './types';

/** Moves that need nothing but themselves; a replacement has to name who comes instead. */
export type PlainMove = Exclude<NominationState, 'received' | 'replaced'>;

/** Tables that an act on nominations writes to. */
export type NominationTable = 'people' | 'nominations';

/** Heads of some fields of a record: what an operation that sets them replaces. */
export type HeadsOf = (
  table: NominationTable,
  id: string,
  fields: readonly string[],
) => readonly string[];

/** Those of a selection whose life cycle has the move. */
export function movable(nominations: readonly Nomination[], to: PlainMove): Nomination[] {
  return nominations.filter(({ state }) => nominationMovesFrom(state).includes(to));
}

/**
 * Moves many nominations as one act. Those whose life cycle does not have the move stay as they
 * are and are named in `left`; when that is all of them, nothing happens.
 */
export function moveNominations(
  context: DecisionContext,
  nominations: readonly Nomination[],
  to: PlainMove,
  headsOf: HeadsOf,
): Decision<'not-allowed'> & { readonly left?: readonly Nomination[] } {
  const moving = movable(nominations, to);
  if (moving.length === 0) return { ok: false, reason: 'not-allowed' };
  const drafts = moving.flatMap((one) => {
    const decision = moveNomination(context, one, to, headsOf('nominations', one.id, ['state']));
    return decision.ok ? decision.drafts : [];
  });
  return { ok: true, drafts, left: nominations.filter((one) => !moving.includes(one)) };
}

/** What the records of an act were before it, and what holds of them now. */
export interface BeforeAndNow {
  /** The record's values before the act; `null`: the act made it. */
  readonly before: (table: NominationTable, id: string) => Body | null;
  readonly headsOf: HeadsOf;
}

/**
 * Takes back one act on nominations and their people: moves, replacements, corrections. What the
 * act made is removed, what it changed is as before. Refused as a whole when somebody has worked
 * with any of it since.
 */
export function takeBackAct(
  context: DecisionContext,
  made: readonly Draft[],
  { before, headsOf }: BeforeAndNow,
): Decision<'moved-again'> {
  const ids = new Set(made.map(({ id }) => id));
  const drafts: Draft[] = [];
  for (const one of made) {
    const table = one.type.startsWith('person.') ? 'people' : 'nominations';
    const id = one.body['id'] as string;
    const was = before(table, id);
    const set = Object.keys(one.body['set'] as Body);
    const told = Object.keys((one.personal?.['set'] ?? {}) as Body);
    const heads = headsOf(table, id, [...set, ...told]);
    if (heads.some((head) => !ids.has(head))) return { ok: false, reason: 'moved-again' };
    const type = table === 'people' ? 'person.changed' : 'nomination.changed';
    const common = { type, meeting: one.meeting, subjects: [...one.subjects] };
    if (was === null) {
      drafts.push(
        draft(context, {
          ...common,
          over: [...headsOf(table, id, ['removed'])],
          body: { id, set: { removed: true } },
        }),
      );
      continue;
    }
    const pick = (fields: readonly string[]): Body =>
      Object.fromEntries(fields.map((field) => [field, was[field] ?? null]));
    const attachment = set.includes('attachment') ? was['attachment'] : null;
    drafts.push(
      draft(context, {
        ...common,
        over: [...heads],
        blobs: typeof attachment === 'string' ? [attachment] : [],
        body: { id, set: pick(set) },
        personal: told.length === 0 ? null : { set: pick(told) },
      }),
    );
  }
  return { ok: true, drafts };
}
