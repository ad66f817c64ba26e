import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { PinVerifier } from '@shared/domain/operator/types';
import { MAX_N, slowHash } from './slow-hash';

/** scrypt's N for a PIN: some 50 ms. It is asked often, and the sealed journal keeps the hash. */
const PIN_COST = 2 ** 15;

/** What the journal keeps of a PIN. `cost` is scrypt's N. */
export async function makePinVerifier(pin: string, cost = PIN_COST): Promise<PinVerifier> {
  const salt = randomBytes(16);
  const hash = await hashOf(pin, salt, cost);
  return { salt: salt.toString('hex'), hash: Buffer.from(hash).toString('hex'), cost };
}

/** Whether this is the PIN; compared in a time that does not depend on where it differs. */
export async function checkPin(pin: string, verifier: PinVerifier): Promise<boolean> {
  // A verifier may come from another desk: one that would stop this one for minutes opens nothing.
  const { cost } = verifier;
  if (cost < 2 || cost > MAX_N || !Number.isInteger(Math.log2(cost))) return false;
  const expected = Buffer.from(verifier.hash, 'hex');
  if (expected.length !== 32) return false;
  return timingSafeEqual(await hashOf(pin, Buffer.from(verifier.salt, 'hex'), cost), expected);
}

const hashOf = (pin: string, salt: Uint8Array, n: number): Promise<Uint8Array> =>
  slowHash(Buffer.from(pin), salt, { n, r: 8, p: 1 });
