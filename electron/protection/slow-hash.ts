import { scrypt } from 'node:crypto';

/** How costly a guess is: the parameters of scrypt (RFC 7914). */
export interface Cost {
  /** The number of rounds and of blocks in memory: a power of two. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** For a passphrase: 128 MB and some tenths of a second a guess. */
export const PASSPHRASE_COST: Cost = { n: 2 ** 17, r: 8, p: 1 };

/** The costliest that is computed at all: a file that asks for more was not written by this program. */
export const MAX_N = 2 ** 20;

/** 32 bytes of scrypt over the secret; on another thread. */
export function slowHash(secret: Uint8Array, salt: Uint8Array, cost: Cost): Promise<Uint8Array> {
  const { n, r, p } = cost;
  return new Promise((resolve, reject) => {
    // The work itself takes 128·N·r bytes; Node refuses anything above its own 32 MB unless told.
    scrypt(secret, salt, 32, { N: n, r, p, maxmem: 128 * r * (n + p + 2) * 2 }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
