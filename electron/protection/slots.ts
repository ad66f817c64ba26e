import { randomBytes } from 'node:crypto';
import { aesCipher } from '../register/aes-cipher';
import type { SecretSlot, StoreSlot } from './key-file';
import { slowHash, type Cost } from './slow-hash';
import { DATA_KEY_BYTES } from './subkeys';
import type { KeyStore } from './types';

/** Whose secret opens a slot; part of what is sealed, so that none is taken for the other. */
type SecretKind = 'passphrase' | 'recovery';

const SALT_BYTES = 16;

/**
 * A passphrase as bytes: composed, and with plain spaces, as RFC 8265 (OpaqueString) has it, so that
 * another keyboard or system does not make another passphrase of the same letters.
 */
export function passphraseBytes(passphrase: string): Uint8Array {
  return Buffer.from(settled(passphrase));
}

/** Its length in UTF-16 units, after the same treatment. */
export const passphraseLength = (passphrase: string): number => settled(passphrase).length;

const settled = (passphrase: string): string =>
  passphrase.replace(/\p{Zs}/gu, ' ').normalize('NFC');

/** Seals the data key with a secret. */
export async function makeSecretSlot(
  kind: SecretKind,
  secret: Uint8Array,
  dataKey: Uint8Array,
  cost: Cost,
): Promise<SecretSlot> {
  const salt = randomBytes(SALT_BYTES);
  const shell = { n: cost.n, r: cost.r, p: cost.p, salt: salt.toString('base64') };
  const key = await slowHash(secret, salt, cost);
  const sealed = sealWith(key, dataKey, contextOf(kind, shell));
  return { ...shell, sealed };
}

/** The data key, or null when it is not this secret (or not this slot). */
export async function openSecretSlot(
  kind: SecretKind,
  secret: Uint8Array,
  slot: SecretSlot,
): Promise<Uint8Array | null> {
  const key = await slowHash(secret, Buffer.from(slot.salt, 'base64'), slot);
  return openWith(key, slot.sealed, contextOf(kind, slot));
}

/** Seals the data key by way of the machine's key store; null when that refuses. */
export async function makeStoreSlot(
  store: KeyStore,
  dataKey: Uint8Array,
): Promise<StoreSlot | null> {
  const key = randomBytes(32);
  try {
    const slot = {
      key: Buffer.from(await store.seal(key)).toString('base64'),
      sealed: sealWith(key, dataKey, STORE_CONTEXT),
    };
    // A store that seals but does not open again would be found out at the next start: too late.
    const opened = await openStoreSlot(store, slot);
    opened?.fill(0);
    return opened === null ? null : slot;
  } catch {
    return null;
  } finally {
    key.fill(0);
  }
}

/** The data key, or null when the key store does not open it (any more). */
export async function openStoreSlot(store: KeyStore, slot: StoreSlot): Promise<Uint8Array | null> {
  let key: Uint8Array;
  try {
    key = await store.open(Buffer.from(slot.key, 'base64'));
  } catch {
    return null;
  }
  return openWith(key, slot.sealed, STORE_CONTEXT);
}

const STORE_CONTEXT = 'rostrum-keys/1/key-store';

/** Salt and cost are sealed along: with others in their place it does not open. */
const contextOf = (kind: SecretKind, { n, r, p, salt }: Omit<SecretSlot, 'sealed'>): string =>
  `rostrum-keys/1/${kind}/${n}/${r}/${p}/${salt}`;

/** Seals, and overwrites the key that it was sealed with. */
function sealWith(key: Uint8Array, dataKey: Uint8Array, context: string): string {
  const sealed = Buffer.from(aesCipher(key).seal(dataKey, context)).toString('base64');
  key.fill(0);
  return sealed;
}

function openWith(key: Uint8Array, sealed: string, context: string): Uint8Array | null {
  if (key.length !== 32) return null;
  try {
    const dataKey = aesCipher(key).open(Buffer.from(sealed, 'base64'), context);
    return dataKey.length === DATA_KEY_BYTES ? dataKey : null;
  } catch {
    return null;
  } finally {
    key.fill(0);
  }
}
