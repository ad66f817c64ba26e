import { CHAIN_START } from '@shared/journal/chain';
import { operationSchema, type Draft } from '@shared/operation/operation';
import { stamp } from '@shared/sync/stamp';
import { newSalt, sha256 } from './digest';
import { refusalOf, type Refusal } from './admission';
import type { StoredOperation } from './row';
import type { Store } from './store';

export type Committed =
  /** `before` is the ordinal that the new operations follow. */
  | { readonly kind: 'new'; readonly operations: StoredOperation[]; readonly before: number }
  /** The command was committed before: these are the operations that it made then. */
  | { readonly kind: 'repeated'; readonly operations: StoredOperation[] }
  | { readonly kind: 'partly-known'; readonly known: number }
  | ({ readonly kind: 'refused' } & Refusal);

/**
 * Stamps checked drafts and stores them in one transaction. `wallMs` is the wall clock.
 *
 * @throws when `actor` is no id (a mistake of this program), and what the store throws
 */
export function commitInto(
  store: Store,
  drafts: readonly Draft[],
  { actor, wallMs }: { actor: string; wallMs: number },
): Committed {
  const ids = drafts.map(({ id }) => id);
  const known = store.countOf(ids);
  if (known === ids.length) return { kind: 'repeated', operations: store.byIds(ids) };
  if (known > 0) return { kind: 'partly-known', known };
  const before = store.last();
  const replica = store.meta.get('life');
  const { seq, hash } = store.lastOfLife() ?? { seq: 0, hash: CHAIN_START };
  const head = { replica, seq, hash, clock: store.meta.get('clock') };
  const made = stamp(head, drafts, {
    ...{ actor: operationSchema.shape.actor.parse(actor), wallMs },
    ...{ sha256, newSalt },
  });
  const refusal = refusalOf(
    store.standing,
    made.operations.map(({ operation }) => operation),
  );
  if (refusal !== null) return { kind: 'refused', ...refusal };
  const stored = store.transaction(() => {
    const inserted = made.operations.map(({ operation, hash }): StoredOperation => {
      return { n: store.insert(operation, hash), operation, hash };
    });
    const run = { replica, first: seq + 1, last: made.head.seq };
    const signature = store.signing.sign({ ...run, hash: made.head.hash });
    store.insertCommit({ ...run, signature });
    store.meta.set('clock', made.head.clock);
    return inserted;
  });
  return { kind: 'new', operations: stored.map(store.standing.kept), before };
}
