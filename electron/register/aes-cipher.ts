import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from './cipher';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** Written before everything that is sealed; another one is another format. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

/** What was to be opened was not sealed by this key in this context, or was altered since. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/**
 * AES-256-GCM: `version u8 | nonce 12 | text | tag 16`, the context authenticated beside the text.
 * Nonces are random: one key is good for 2^32 seals (NIST SP 800-38D, 8.3), far beyond a register.
 *
 * @param key 32 bytes
 */
export function aesCipher(key: Uint8Array): Cipher {
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes, not ${key.length}`);
  // A copy: whoever gave the key may wipe theirs.
  const own = Buffer.from(key);
  const options = { authTagLength: TAG_BYTES };
  return {
    name: ALGORITHM,
    seal(bytes, context) {
      const sealed = Buffer.allocUnsafe(bytes.length + OVERHEAD);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, own, nonce, options).setAAD(Buffer.from(context));
      sealed[0] = VERSION;
      let at = 1 + nonce.copy(sealed, 1);
      at += cipher.update(bytes).copy(sealed, at);
      at += cipher.final().copy(sealed, at);
      cipher.getAuthTag().copy(sealed, at);
      return sealed;
    },
    open(bytes, context) {
      if (bytes.length < OVERHEAD) throw new SealError('too short to have been sealed');
      if (bytes[0] !== VERSION) throw new SealError('sealed in an unknown way');
      const end = bytes.length - TAG_BYTES;
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, own, nonce, options)
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(end));
      const text = decipher.update(bytes.subarray(1 + NONCE_BYTES, end));
      try {
        return Buffer.concat([text, decipher.final()]);
      } catch (error) {
        throw new SealError('not sealed with this key, or altered since', { cause: error });
      }
    },
  };
}
