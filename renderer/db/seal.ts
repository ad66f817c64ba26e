import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

const NONCE = 24;
/** Poly1305's tag. */
const TAG = 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Kept with another key, in another place, without protection, or damaged. */
export class Unsealable extends Error {
  override readonly name = 'Unsealable';

  constructor(place: string) {
    super(`what is kept as ${place} cannot be read`);
  }
}

/**
 * Enciphers what a page keeps in its own database: XChaCha20-Poly1305 over the JSON of a value, with
 * a random nonce before it. The place (table and key) is authenticated, so that nothing can be put
 * where something else was. Synchronous, because a transaction of IndexedDB does not wait.
 */
export class Seal {
  /** `key`: 32 bytes. */
  constructor(private readonly key: Uint8Array) {}

  close(place: string, value: unknown): Uint8Array {
    const text = encoder.encode(JSON.stringify(value));
    const sealed = new Uint8Array(NONCE + text.length + TAG);
    const nonce = sealed.subarray(0, NONCE);
    crypto.getRandomValues(nonce);
    const cipher = xchacha20poly1305(this.key, nonce, encoder.encode(place));
    sealed.set(cipher.encrypt(text), NONCE);
    return sealed;
  }

  /** @throws {Unsealable} */
  open(place: string, sealed: unknown): unknown {
    try {
      const bytes = new Uint8Array(sealed as Uint8Array);
      const nonce = bytes.subarray(0, NONCE);
      const cipher = xchacha20poly1305(this.key, nonce, encoder.encode(place));
      return JSON.parse(decoder.decode(cipher.decrypt(bytes.subarray(NONCE))));
    } catch {
      throw new Unsealable(place);
    }
  }
}
