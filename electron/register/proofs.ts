import { z } from 'zod';
import type { Operation } from '@shared/operation/operation';
import type { MergeFault } from '@shared/sync/merge';
import { isSignedBy, publicKeyOf } from './signature';
import type { CommitRecord, Store } from './store';

/** What proves who stamped operations: goes with them from desk to desk. */
export interface Proofs {
  /** Public keys (32 bytes in Base64) by replica. */
  readonly keys: Readonly<Record<string, string>>;
  readonly commits: readonly CommitRecord[];
}

const replicaSchema = z.uuid();
const number = z.int().min(1);
const commitSchema = z.object({
  replica: replicaSchema,
  first: number,
  last: number,
  signature: z.base64().nullable(),
});

/** The keys and the commits that cover these operations, as far as they are known here. */
export function proofsOf(store: Store, operations: readonly Operation[]): Proofs {
  const ranges = new Map<string, { from: number; to: number }>();
  for (const { replica, seq } of operations) {
    const { from, to } = ranges.get(replica) ?? { from: seq, to: seq };
    ranges.set(replica, { from: Math.min(from, seq), to: Math.max(to, seq) });
  }
  const keys: Record<string, string> = {};
  const commits: CommitRecord[] = [];
  for (const [replica, { from, to }] of ranges) {
    const key = store.replicaKey(replica);
    if (key === null) continue;
    keys[replica] = Buffer.from(key).toString('base64');
    commits.push(...commitsOf(store, replica, from, to));
  }
  return { keys, commits };
}

const SIGNED =
  'SELECT c.first, c.last, c.signature FROM operations o JOIN commits c ON c.n = o.n ' +
  'WHERE o.replica = (SELECT k FROM replicas WHERE id = ?) AND o.claim = 0';

/** Signed commits of a replica that cover numbers between `from` and `to`. */
function commitsOf({ sql }: Store, replica: string, from: number, to: number): CommitRecord[] {
  const within = sql.all(`${SIGNED} AND o.seq BETWEEN ? AND ? ORDER BY o.seq`, replica, from, to);
  const beyond = sql.get(`${SIGNED} AND o.seq > ? ORDER BY o.seq LIMIT 1`, replica, to);
  const rows = beyond !== undefined && Number(beyond[0]) <= to ? [...within, beyond] : within;
  return rows.flatMap(([first, last, signature]) =>
    signature === null
      ? []
      : [
          {
            ...{ replica, first: first as number, last: last as number },
            signature: Buffer.from(signature as Uint8Array).toString('base64'),
          },
        ],
  );
}

/**
 * Takes over the keys of replicas of which operations are here and no key is known. The first key
 * stays: another one for the same replica is a fault. A register's own lives have theirs from itself.
 */
export function acceptKeys(store: Store, keys: Proofs['keys']): MergeFault[] {
  const faults: MergeFault[] = [];
  const lives = store.meta.get('lives');
  for (const [replica, text] of Object.entries(keys)) {
    const key = Buffer.from(text, 'base64');
    const known = store.replicaKey(replica);
    if (known !== null && key.equals(known)) continue;
    const sound = replicaSchema.safeParse(replica).success && publicKeyOf(key) !== null;
    if (!sound || known !== null || lives.includes(replica)) faults.push({ kind: 'key', replica });
    else if (store.lastSeq(replica) > 0) store.setReplicaKey(replica, key);
  }
  return faults;
}

/**
 * Takes over commits whose last operation is here and whose signature is by the key of the replica.
 * A false one is a fault and not kept, so that the true one can still come.
 */
export function acceptCommits(store: Store, commits: readonly unknown[]): MergeFault[] {
  const faults: MergeFault[] = [];
  for (const [index, value] of commits.entries()) {
    const parsed = commitSchema.safeParse(value);
    if (!parsed.success) {
      faults.push({ kind: 'malformed', index, detail: 'not a commit' });
      continue;
    }
    const { replica, first, last, signature } = parsed.data;
    const holder = store.holder(replica, last);
    const bytes = store.replicaKey(replica);
    const key = bytes === null ? null : publicKeyOf(bytes);
    if (holder === null || key === null || signature === null) continue;
    const { id, hash } = holder;
    if (first <= last && isSignedBy({ replica, first, last, hash }, signature, key)) {
      store.insertCommit({ replica, first, last, signature });
    } else faults.push({ kind: 'signature', id, replica, seq: last });
  }
  return faults;
}
