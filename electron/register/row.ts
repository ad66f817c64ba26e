import { linkHash, sealHolds } from '@shared/journal/chain';
import type { Body, Operation, Sealed } from '@shared/operation/operation';
import type { Cipher } from './cipher';
import { sha256 } from './digest';
import { DamageError } from './failures';

/** An operation as it lies in the register: local ordinal, content, and the hash it had then. */
export interface StoredOperation {
  readonly n: number;
  readonly operation: Operation;
  readonly hash: string;
}

/** Reads operations with what was sealed; the columns are those of `Row`. */
export const SELECT_OPERATIONS =
  'SELECT o.n, o.id, o.replica, o.seq, o.prev, o.hash, o.at, o.actor, o.meeting, o.type, o.v, ' +
  'o."over", o.subjects, o.blobs, o.body, o.digest, s.secret ' +
  'FROM operations o LEFT JOIN sealed s ON s.n = o.n';

export type Row = [
  n: number,
  id: string,
  replica: number,
  seq: number,
  prev: Uint8Array,
  hash: Uint8Array,
  at: string,
  actor: string,
  meeting: string | null,
  type: string,
  v: number,
  over: string,
  subjects: string,
  blobs: string,
  body: string,
  digest: Uint8Array | null,
  secret: Uint8Array | null,
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const fromHex = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** A list as JSON; nearly all are empty. */
export const listToText = (list: readonly string[]): string =>
  list.length === 0 ? '[]' : JSON.stringify(list);

const textToList = (text: string): string[] =>
  text === '[]' ? [] : (JSON.parse(text) as string[]);

/**
 * Salt and text as one secret, because a salt in the clear would let a short text be guessed from
 * its digest. The first character tells the salt's length.
 */
export function secretOf(sealed: Sealed | null, id: string, cipher: Cipher): Uint8Array | null {
  if (sealed?.salt == null) return null;
  const { salt, text } = sealed;
  return cipher.seal(encoder.encode(String.fromCharCode(salt.length) + salt + text), id);
}

/** The personal values of a row; without a secret they were forgotten. */
function openSecret(digest: string, secret: Uint8Array | null, id: string, cipher: Cipher): Sealed {
  if (secret === null) return { digest, salt: null, text: null };
  const plain = decoder.decode(cipher.open(secret, id));
  const end = 1 + plain.charCodeAt(0);
  return { digest, salt: plain.slice(1, end), text: plain.slice(end) };
}

/**
 * The operation of a row. Every row that is read is checked against its hash, so that what was
 * damaged on disk is never handed out.
 *
 * @throws DamageError when the row is not what was written
 */
export function readRow(row: Row, replica: string | undefined, cipher: Cipher): StoredOperation {
  const stored = decode(row, replica, cipher);
  const { operation, hash } = stored;
  const sound = linkHash(operation, sha256) === hash && sealHolds(operation.sealed, sha256);
  if (!sound) throw new DamageError(`operation ${stored.n} is not what was written`);
  return stored;
}

function decode(row: Row, replica: string | undefined, cipher: Cipher): StoredOperation {
  const [n, id, , seq, prev, hash, at, actor, meeting, type, v, ...lists] = row;
  const [over, subjects, blobs, body, digest, secret] = lists;
  if (replica === undefined) throw new DamageError(`operation ${n} is of an unknown replica`);
  try {
    const operation: Operation = {
      id,
      replica,
      seq,
      prev: toHex(prev),
      at,
      actor,
      meeting,
      type,
      v,
      over: textToList(over),
      subjects: textToList(subjects),
      blobs: textToList(blobs),
      body: JSON.parse(body) as Body,
      sealed: digest === null ? null : openSecret(toHex(digest), secret, id, cipher),
    };
    return { n, operation, hash: toHex(hash) };
  } catch (error) {
    throw new DamageError(`operation ${n} cannot be read`, { cause: error });
  }
}
