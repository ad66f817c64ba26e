import { canonicalJson } from '../operation/json';
import type { Operation, Sealed } from '../operation/operation';

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal; given by whoever has a fast one. */
export type Sha256 = (text: string) => string;

/** What the first operation of a replica follows. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash by which the next operation of the replica refers to this one. It covers the public
 * fields and the digest of the personal values, not these themselves: they can be forgotten and
 * the chain still verifies.
 */
export function linkHash(operation: Operation, sha256: Sha256): string {
  return sha256(linkText(operation));
}

const text = JSON.stringify;
const texts = (list: readonly string[]) => (list.length === 0 ? '[]' : text(list));

/**
 * The canonical JSON of what is covered. The envelope's members are written out in their order,
 * because every operation that comes or goes is hashed, and sorting fourteen names takes longest.
 */
export function linkText(operation: Operation): string {
  const { id, replica, seq, prev, at, actor, meeting, type, v, sealed } = operation;
  const { over, subjects, blobs, body } = operation;
  return (
    `{"actor":${text(actor)},"at":${text(at)},"blobs":${texts(blobs)},` +
    `"body":${canonicalJson(body)},"digest":${text(sealed?.digest ?? null)},"id":${text(id)},` +
    `"meeting":${text(meeting)},"over":${texts(over)},"prev":${text(prev)},` +
    `"replica":${text(replica)},"seq":${text(seq)},"subjects":${texts(subjects)},` +
    `"type":${text(type)},"v":${text(v)}}`
  );
}

/** Digest of personal values: SHA-256(salt ‖ text). */
export function sealDigest(salt: string, text: string, sha256: Sha256): string {
  return sha256(salt + text);
}

/**
 * Whether personal values are those that the digest was taken of. Text is the JSON of an object and
 * a salt has no brace, so that what was sealed cannot be parted elsewhere with the same digest.
 */
export function sealHolds(sealed: Sealed | null, sha256: Sha256): boolean {
  if (sealed?.salt == null) return true;
  const { salt, text, digest } = sealed;
  return !salt.includes('{') && text.startsWith('{') && sealDigest(salt, text, sha256) === digest;
}

export type ChainFault =
  | { readonly kind: 'gap'; readonly replica: string; readonly seq: number }
  | {
      readonly kind: 'altered';
      readonly replica: string;
      readonly seq: number;
      readonly id: string;
    }
  | { readonly kind: 'seal'; readonly replica: string; readonly seq: number; readonly id: string };

/** The operation that others follow: its number and hash, and its id where it is known. */
interface Before {
  readonly seq: number;
  readonly hash: string;
  readonly id?: string;
}

/**
 * Verifies operations of one replica in order of `seq`, starting after the one `before` them. Reports
 * the first missing number, every operation whose personal values do not match their digest, and
 * every one that is not what the next one follows: whoever alters an operation can make its own hash
 * fit, but not that of its successor.
 */
export function verifyChain(
  operations: Iterable<Operation>,
  sha256: Sha256,
  before: Before = { seq: 0, hash: CHAIN_START },
): ChainFault[] {
  const faults: ChainFault[] = [];
  let last = before;
  for (const operation of operations) {
    const { replica, id, sealed } = operation;
    if (operation.seq !== last.seq + 1) {
      faults.push({ kind: 'gap', replica, seq: last.seq + 1 });
    } else if (operation.prev !== last.hash) {
      const altered = last.id === undefined ? operation : last;
      faults.push({ kind: 'altered', replica, seq: altered.seq, id: last.id ?? id });
    }
    if (!sealHolds(sealed, sha256)) {
      faults.push({ kind: 'seal', replica, seq: operation.seq, id });
    }
    last = { seq: operation.seq, hash: linkHash(operation, sha256), id };
  }
  return faults;
}
