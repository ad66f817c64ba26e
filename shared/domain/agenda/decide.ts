import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { byOrder, keyBetween } from '../order-key';
import type { AgendaItem, AgendaState } from './types';

export interface NewItem {
  readonly meeting: string;
  readonly parent: string | null;
  readonly title: string;
  readonly session: string | null;
  readonly minutes: number | null;
}

/** Adds an item at the end of its parent's children. */
export function addAgendaItem(
  context: DecisionContext,
  item: NewItem,
  existing: readonly AgendaItem[],
): Decision<'no-title'> {
  const title = item.title.trim();
  if (title === '') return { ok: false, reason: 'no-title' };
  const last = existing
    .filter((one) => one.parent === item.parent)
    .sort(byOrder)
    .at(-1);
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'agenda.added',
        meeting: item.meeting,
        body: {
          id: context.newId(),
          set: {
            parent: item.parent,
            order: keyBetween(last?.order ?? null, null),
            title,
            session: item.session,
            minutes: item.minutes,
            symbols: [],
            state: 'not-opened',
          },
        },
      }),
    ],
  };
}

/** What a change of an item may set. */
export interface ItemChange {
  readonly title?: string;
  readonly session?: string | null;
  readonly minutes?: number | null;
  readonly state?: AgendaState;
  readonly removed?: boolean;
}

export function changeAgendaItem(
  context: DecisionContext,
  item: AgendaItem,
  change: ItemChange,
  heads: readonly string[],
): Decision<'no-title'> {
  if (change.title?.trim() === '') return { ok: false, reason: 'no-title' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'agenda.changed',
        meeting: item.meeting,
        over: [...heads],
        body: { id: item.id, set: { ...change } },
      }),
    ],
  };
}

/** Moves an item one place up or down among its siblings. */
export function moveAgendaItem(
  context: DecisionContext,
  item: AgendaItem,
  direction: -1 | 1,
  existing: readonly AgendaItem[],
  orderHeads: readonly string[],
): Decision<'at-the-end'> {
  const siblings = existing.filter((one) => one.parent === item.parent).sort(byOrder);
  const from = siblings.findIndex((one) => one.id === item.id);
  const to = from + direction;
  if (from < 0 || to < 0 || to >= siblings.length) return { ok: false, reason: 'at-the-end' };
  const [before, after] =
    direction === -1 ? [siblings[to - 1], siblings[to]] : [siblings[to], siblings[to + 1]];
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'agenda.moved',
        meeting: item.meeting,
        over: [...orderHeads],
        body: {
          id: item.id,
          set: { order: keyBetween(before?.order ?? null, after?.order ?? null) },
        },
      }),
    ],
  };
}
