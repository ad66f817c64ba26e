import type { KeyObject } from 'node:crypto';
import { toHex } from './row';
import { isSignedBy, publicKeyOf } from './signature';
import type { LifeKey } from './signing';
import type { Store } from './store';

export type SignatureFault =
  /** Its commit is not signed by its replica's key; or it is in no commit and should be. */
  | {
      readonly kind: 'signature';
      readonly replica: string;
      readonly seq: number;
      readonly id: string;
    }
  /** The file itself, or the way to an operation in it, is damaged. */
  | { readonly kind: 'file'; readonly detail: string };

/** Signatures between two pauses: about ten milliseconds of work. */
const PAGE = 64;
/** Numbers that are looked up between two pauses. */
const NUMBERS = 1000;

const SELECT_COMMITS =
  'SELECT c.n, c.first, c.last, c.signature, o.id, o.hash ' +
  'FROM commits c JOIN operations o ON o.n = c.n ' +
  'WHERE c.replica = (SELECT k FROM replicas WHERE id = ?)';
const COMMITS = `${SELECT_COMMITS} AND c.n > ? ORDER BY c.n LIMIT ?`;
const COVERING = `${SELECT_COMMITS} AND c.first <= ? AND c.last >= ?`;

/**
 * Verifies the signature of every commit of a replica whose key is known. Of the register's own
 * lives every operation must lie in a signed commit; others' commits may still be to come.
 */
export function* verifySignatures(store: Store): Generator<SignatureFault[], void> {
  const own = store.signing.lives();
  for (const [replica] of store.highest()) {
    const life = own.get(replica);
    const known = store.replicaKey(replica);
    if (life === undefined) {
      if (known !== null) yield* verifyCommits(store, replica, known, null);
      continue;
    }
    const key = Buffer.from(life.key, 'base64');
    if (known === null || !key.equals(known)) {
      yield [{ kind: 'file', detail: 'the key of a life was exchanged' }];
    }
    yield* verifyCommits(store, replica, key, life);
  }
}

/**
 * Whether the operation with this ordinal lies in no commit that is signed as it should be. Of
 * operations from before the register had a key, and of others', nothing can be said: false.
 */
export function isForged(store: Store, n: number): boolean {
  const row = store.sql.get(
    'SELECT r.id, o.seq FROM operations o JOIN replicas r ON r.k = o.replica WHERE o.n = ?',
    n,
  );
  if (row === undefined) return false;
  const [replica, seq] = row as unknown as [string, number];
  const life = store.signing.lives().get(replica);
  if (life === undefined || seq < life.from || seq > (life.until ?? seq)) return false;
  const key = publicKeyOf(Buffer.from(life.key, 'base64'));
  const covering = store.sql.all(COVERING, replica, seq, seq) as unknown as CommitRow[];
  return !covering.some((commit) => isSound(commit, replica, key));
}

function* verifyCommits(
  store: Store,
  replica: string,
  bytes: Uint8Array,
  life: LifeKey | null,
): Generator<SignatureFault[], void> {
  const key = publicKeyOf(bytes);
  const signedFrom = life?.from ?? 1;
  const covered: [first: number, last: number][] = [];
  for (let after = 0; ;) {
    const page = store.sql.all(COMMITS, replica, after, PAGE) as unknown as CommitRow[];
    if (page.length === 0) break;
    const faults: SignatureFault[] = [];
    for (const row of page) {
      const [n, first, last] = row;
      after = n;
      covered.push([first, last]);
      if (last < signedFrom || (life === null && row[3] === null)) continue;
      if (isSound(row, replica, key)) continue;
      faults.push({ kind: 'signature', replica, seq: last, id: row[4] });
    }
    yield faults;
  }
  if (life === null) return;
  // No pause since the last commit was read: nothing was committed meanwhile.
  const end = life.until ?? store.sequences.highest(replica);
  for (const [first, last] of gapsIn(covered, signedFrom, end)) {
    yield* uncovered(store, replica, first, last);
  }
}

type CommitRow = [
  n: number,
  first: number,
  last: number,
  signature: Uint8Array | null,
  id: string,
  hash: Uint8Array,
];

function isSound(row: CommitRow, replica: string, key: KeyObject | null): boolean {
  const [, first, last, signature, , hash] = row;
  if (signature === null || key === null) return false;
  const run = { replica, first, last, hash: toHex(hash) };
  return isSignedBy(run, Buffer.from(signature).toString('base64'), key);
}

/** The numbers between `from` and `to` that lie in none of the runs. */
function* gapsIn(
  runs: [first: number, last: number][],
  from: number,
  to: number,
): Generator<[first: number, last: number], void> {
  let next = from;
  for (const [first, last] of runs.sort((a, b) => a[0] - b[0])) {
    if (first > next) yield [next, Math.min(first - 1, to)];
    next = Math.max(next, last + 1);
    if (next > to) return;
  }
  if (next <= to) yield [next, to];
}

/** Operations that are here and lie in no commit; that a number is missing is the chain's matter. */
function* uncovered(
  store: Store,
  replica: string,
  first: number,
  last: number,
): Generator<SignatureFault[], void> {
  for (let from = first; from <= last; from += NUMBERS) {
    const faults: SignatureFault[] = [];
    for (let seq = from; seq < Math.min(from + NUMBERS, last + 1); seq += 1) {
      const id = store.holder(replica, seq)?.id;
      if (id !== undefined) faults.push({ kind: 'signature', replica, seq, id });
    }
    yield faults;
  }
}
