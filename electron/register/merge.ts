import { randomUUID } from 'node:crypto';
import { linkHash } from '@shared/journal/chain';
import { observe } from '@shared/operation/clock';
import type { Operation } from '@shared/operation/operation';
import { fitsItsType, judge, operationFault } from '@shared/sync/merge';
import type { MergeFault, MergeReport } from '@shared/sync/merge';
import { sha256 } from './digest';
import { acceptCommits, acceptKeys, type Proofs } from './proofs';
import type { Store } from './store';

export type MergeAnswer =
  | ({ readonly ok: true } & MergeReport)
  | { readonly ok: false; readonly reason: 'disk-full' | 'unavailable'; readonly detail: string };

export interface Merged extends MergeReport {
  /** What came was given a number by this register before it was restored: it has a new life. */
  readonly renewed: boolean;
}

/**
 * Adds what is not known yet to the store, in one transaction: operations, and the keys and commits
 * that prove them. `wallMs` is the wall clock.
 */
export function mergeInto(
  store: Store,
  values: readonly unknown[],
  wallMs: number,
  proofs?: Proofs,
): Merged {
  const faults: MergeFault[] = [];
  const accepted: Operation[] = [];
  for (const [index, value] of values.entries()) {
    const judged = judge(value, index, sha256);
    if (!judged.ok) faults.push(judged.fault);
    else if (!fitsItsType(judged.operation)) faults.push(operationFault('unfit', judged.operation));
    else accepted.push(judged.operation);
  }
  const life = store.meta.get('life');
  const renewed = accepted.some(
    ({ id, replica }) => replica === life && store.ordinalOf(id) === null,
  );
  return store.transaction(() => {
    if (renewed) store.startLife(randomUUID());
    const { added, known } = absorbAll(store, accepted, faults);
    if (proofs !== undefined) {
      faults.push(...acceptKeys(store, proofs.keys), ...acceptCommits(store, proofs.commits));
    }
    let clock = store.meta.get('clock');
    for (const { at } of accepted) clock = observe(clock, at, wallMs);
    store.meta.set('clock', clock);
    return { added, known, faults, renewed };
  }, 'peer');
}

function absorbAll(
  store: Store,
  operations: readonly Operation[],
  faults: MergeFault[],
): { added: number; known: number } {
  let added = 0;
  let known = 0;
  for (const operation of operations) {
    const outcome = store.absorb(operation, linkHash(operation, sha256));
    if (outcome === 'known') {
      known += 1;
      continue;
    }
    added += 1;
    if (outcome === 'claimed') faults.push(operationFault('claimed', operation));
    const before = store.holder(operation.replica, operation.seq - 1);
    if (before !== null && before.hash !== operation.prev) {
      faults.push(operationFault('altered', operation));
    }
  }
  return { added, known };
}
