import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What comes before the 32 bytes of an Ed25519 key in DER (RFC 8410, section 10). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SECRET_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

/** A run of numbers that one replica stamped at once; `hash` is its last operation's. */
export interface SignedRun {
  readonly replica: string;
  readonly first: number;
  readonly last: number;
  readonly hash: string;
}

/** Both keys as their 32 bytes. */
export interface KeyPair {
  readonly key: Uint8Array;
  readonly secret: Uint8Array;
}

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    key: publicKey.export({ type: 'spki', format: 'der' }).subarray(PUBLIC_PREFIX.length),
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(SECRET_PREFIX.length),
  };
}

/** @throws when these are not 32 bytes */
export function secretKeyOf(secret: Uint8Array): KeyObject {
  const der = Buffer.concat([SECRET_PREFIX, secret]);
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
}

/** The key with which a replica's signatures are verified; null when these bytes are none. */
export function publicKeyOf(key: Uint8Array): KeyObject | null {
  if (key.length !== KEY_BYTES) return null;
  const der = Buffer.concat([PUBLIC_PREFIX, key]);
  return createPublicKey({ key: der, type: 'spki', format: 'der' });
}

/** The 32 bytes of the public key that belongs to a secret one. */
export function publicBytesOf(secret: KeyObject): Uint8Array {
  const der = createPublicKey(secret).export({ type: 'spki', format: 'der' });
  return der.subarray(PUBLIC_PREFIX.length);
}

/** Signs the run: the hash chain makes the last operation's hash stand for all before it. */
export function signRun(run: SignedRun, secret: KeyObject): string {
  return sign(null, textOf(run), secret).toString('base64');
}

/** `signature` in Base64. */
export function isSignedBy(run: SignedRun, signature: string, key: KeyObject): boolean {
  return verify(null, textOf(run), key, Buffer.from(signature, 'base64'));
}

function textOf({ replica, first, last, hash }: SignedRun): Buffer {
  return Buffer.from(`rostrum-commit 1\n${replica}\n${first}\n${last}\n${hash}`);
}
