import { useCallback } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import { useStore } from './hooks';
import type { Store } from './store';

/** Ids and time for a decision, read here, at the edge. */
export function decisionContext(): DecisionContext {
  return { newId: () => uuidv7(), now: new Date().toISOString() };
}

/** What became of an act: acknowledged (ids of its operations), or why not. */
export type ActResult =
  | { readonly ok: true; readonly operations: string[] }
  | { readonly ok: false; readonly reason: string; readonly params?: Record<string, string> };

/**
 * Decides and commits in one go. A decision may be asynchronous (it may need the heads of the
 * fields it replaces); an empty one is acknowledged at once.
 */
export async function act(
  store: Store,
  decide: (context: DecisionContext) => Decision | Promise<Decision>,
): Promise<ActResult> {
  const decided = decide(decisionContext());
  // What is decided at once is sent at once, before anything is drawn.
  const decision = decided instanceof Promise ? await decided : decided;
  if (!decision.ok) return decision;
  if (decision.drafts.length === 0) return { ok: true, operations: [] };
  const answer = await store.commit(decision.drafts);
  if (!answer.ok) return { ok: false, reason: answer.reason, params: { detail: answer.detail } };
  return { ok: true, operations: answer.operations.map(({ operation }) => operation.id) };
}

/** `act` on this window's store. */
export function useAct(): (
  decide: (context: DecisionContext) => Decision | Promise<Decision>,
) => Promise<ActResult> {
  const store = useStore();
  return useCallback((decide) => act(store, decide), [store]);
}
