import { verifyChain, type ChainFault } from '@shared/journal/chain';
import { operationFault, type OperationFault } from '@shared/sync/merge';
import { sha256 } from './digest';
import { failureOf, messageOf } from './failures';
import { inconsistencies, isIndexed } from './integrity';
import type { StoredOperation } from './row';
import type { Store } from './store';
import { verifySignatures, type SignatureFault } from './verify-signatures';

export type RegisterFault =
  | ChainFault
  | SignatureFault
  /** Two operations have the same replica and number; both are kept. */
  | OperationFault<'claimed'>;

/** Operations between two pauses: about ten milliseconds of work. */
const PAGE = 250;

/**
 * Verifies every operation of the register: its hash, that it follows its predecessor, its sealed
 * values, every index that leads to it, that no number of the register's own lives is missing, and
 * the signatures of all commits.
 * A generator, so that the caller can let other work pass between two pages.
 */
export function* verifyStore(store: Store): Generator<RegisterFault[], void> {
  try {
    const upTo = store.last();
    const lives = store.meta.get('lives');
    let seen = 0;
    for (const [replica] of store.highest()) {
      for (const { faults, count } of verifyReplica(store, replica, upTo)) {
        seen += count;
        // Others' numbers come in any order: a gap there is only something still to come.
        yield faults.filter(({ kind }) => kind !== 'gap' || lives.includes(replica));
      }
    }
    yield inconsistencies(store, upTo, seen).map((detail) => ({ kind: 'file', detail }));
    yield* verifySignatures(store);
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error;
    yield [{ kind: 'file', detail: messageOf(error) }];
  }
}

interface Verified {
  readonly faults: RegisterFault[];
  /** How many of the operations that were there at the beginning were looked at. */
  readonly count: number;
}

function* verifyReplica(store: Store, replica: string, upTo: number): Generator<Verified, void> {
  const own = store.meta.get('lives').includes(replica);
  let after: { seq: number; hash: string; id: string } | undefined;
  for (;;) {
    const page = store.run(replica, after?.seq ?? 0, PAGE);
    if (page.length === 0) return;
    const lost = page.filter((stored) => !isIndexed(store, stored));
    const firsts = page.filter(({ operation: { seq } }, i) => seq !== page[i - 1]?.operation.seq);
    const others = page.filter((stored) => !firsts.includes(stored));
    const chain = firsts.map(({ operation }) => operation);
    yield {
      faults: [
        ...lost.map(({ n }) => ({ kind: 'file' as const, detail: `no way to operation ${n}` })),
        ...others.map(({ operation }) => operationFault('claimed', operation)),
        ...verifyChain(chain, sha256, after),
        ...(own ? page.filter((stored) => isEmptied(store, stored)).map(emptied) : []),
      ],
      count: page.filter(({ n }) => n <= upTo).length,
    };
    const end = firsts.at(-1);
    if (end !== undefined) {
      const { seq, id } = end.operation;
      after = { seq, hash: end.hash, id };
    }
  }
}

/**
 * Whether personal values are gone though nobody whom the operation names was forgotten. Of what
 * another desk wrote it may be that only that desk has forgotten them.
 */
function isEmptied({ standing }: Store, { operation }: StoredOperation): boolean {
  const { sealed, subjects } = operation;
  return sealed?.salt === null && !subjects.some((person) => standing.isForgotten(person));
}

const emptied = ({ operation: { replica, seq, id } }: StoredOperation): ChainFault => ({
  ...{ kind: 'seal', replica, seq, id },
});

/** A short name, by which a fault that cannot be healed is known again. */
export function nameOf(fault: RegisterFault): string {
  return fault.kind === 'file' ? 'file' : `${fault.kind}:${fault.replica}:${fault.seq}`;
}

/**
 * Whether rebuilding from the backup can heal one of these faults. What others altered before it
 * came here cannot be healed here, nor what the backup has no better copy of.
 */
export function healable(faults: readonly RegisterFault[], store: Store): boolean {
  const { meta } = store;
  const life = meta.get('life');
  const lives = meta.get('lives');
  const incurable = meta.get('incurable');
  return faults.some((fault) => {
    if (fault.kind === 'file') return true;
    if (fault.kind === 'claimed') return false;
    if (fault.replica === life) return true;
    if (fault.kind === 'gap') return false;
    return lives.includes(fault.replica) && !incurable.includes(nameOf(fault));
  });
}
