import { createHash, hkdfSync } from 'node:crypto';
import { aesCipher } from '../register/aes-cipher';
import { NO_CIPHER, type Cipher } from '../register/cipher';
import type { Ciphers } from './types';

/** The data key of a profile: 32 random bytes that nothing but the slots of its key file keep. */
export const DATA_KEY_BYTES = 32;

/** What lies readable on the disk. */
export const UNPROTECTED: Ciphers = { register: NO_CIPHER, blobs: NO_CIPHER, texts: NO_CIPHER };

/** Everything that is derived from the data key while it is at hand. */
export interface Keys {
  readonly dataKey: Uint8Array;
  readonly ciphers: Ciphers;
  /** The key of the pages' own databases, 32 bytes. */
  readonly page: Uint8Array<ArrayBuffer>;
  /** Their name: another data key means another name, so that no page opens rows it cannot read. */
  readonly database: string;
  /** Overwrites data key and page key. What the ciphers hold goes with the process. */
  wipe(): void;
}

/** One key for each kind of file (HKDF, RFC 5869), so that none can be put in another's place. */
export function deriveKeys(dataKey: Uint8Array): Keys {
  const page = subkey(dataKey, 'page');
  const name = createHash('sha256').update(page).digest('hex').slice(0, 16);
  return {
    dataKey,
    ciphers: {
      register: cipherOf(dataKey, 'register'),
      blobs: cipherOf(dataKey, 'blobs'),
      texts: cipherOf(dataKey, 'texts'),
    },
    page,
    database: `rostrum-${name}`,
    wipe: () => {
      dataKey.fill(0);
      page.fill(0);
    },
  };
}

function cipherOf(dataKey: Uint8Array, label: keyof Ciphers): Cipher {
  const key = subkey(dataKey, label);
  const cipher = aesCipher(key);
  key.fill(0);
  return cipher;
}

/** No salt: the data key is random in every bit already. */
function subkey(dataKey: Uint8Array, label: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(), `rostrum/1/${label}`, 32));
}
