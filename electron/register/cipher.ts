/**
 * The seam through which everything personal goes to disk: the secret column of the register, the
 * frames of the backup, the attachments. `context` names what is sealed (an operation's id, a
 * backup's life, a blob's hash) and must be the same on opening, so that nothing can be moved to
 * another place unnoticed.
 */
export interface Cipher {
  /** Kept in the files, so that they are never opened with another one. */
  readonly name: string;
  seal(bytes: Uint8Array, context: string): Uint8Array;
  /** @throws when the bytes were not sealed by this cipher and key in this context */
  open(bytes: Uint8Array, context: string): Uint8Array;
}

/** No protection: what the sample programme is opened with. */
export const NO_CIPHER: Cipher = {
  name: 'none',
  seal: (bytes) => bytes,
  open: (bytes) => bytes,
};

/** By which a file knows again the cipher and the key that it was sealed with. */
export interface Lock {
  /** The cipher's name. */
  readonly cipher: string;
  /** A known text, sealed, in Base64. */
  readonly probe: string;
}

const KNOWN = new TextEncoder().encode('rostrum');
const CONTEXT = 'lock';

export function lockOf(cipher: Cipher): Lock {
  const probe = Buffer.from(cipher.seal(KNOWN, CONTEXT)).toString('base64');
  return { cipher: cipher.name, probe };
}

/** Whether this cipher, with its key, can open what `lock` stands for. */
export function unlocks(cipher: Cipher, lock: Lock): boolean {
  if (lock.cipher !== cipher.name) return false;
  try {
    return Buffer.from(KNOWN).equals(cipher.open(Buffer.from(lock.probe, 'base64'), CONTEXT));
  } catch {
    return false;
  }
}
