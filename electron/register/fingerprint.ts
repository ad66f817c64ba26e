import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256 } from './digest';

/**
 * By what a register recognises that it is still the same file in the same place. A copy or a
 * restored backup differs and must not go on with the numbers of the original.
 */
export interface Fingerprint {
  /** Hash of machine and folder; paths tend to have people's names in them. */
  readonly place: string;
  /** Device and inode. */
  readonly file: string;
  /** Nanoseconds since the epoch; null where the file system does not keep it. */
  readonly birth: string | null;
}

/** The fingerprint of the database file `path` on this machine. */
export function fingerprintOf(path: string, machine: string): Fingerprint {
  const { dev, ino, birthtimeNs, ctimeNs } = statSync(path, { bigint: true });
  // Without a birth time Node answers with the time of the last change, or with the epoch.
  const kept = birthtimeNs > 0n && birthtimeNs !== ctimeNs;
  return {
    place: sha256(JSON.stringify([machine, realpathSync(dirname(path))])),
    file: `${dev}:${ino}`,
    birth: kept ? birthtimeNs.toString() : null,
  };
}

/** Whether two fingerprints can be of one file. */
export function sameFile(a: Fingerprint, b: Fingerprint): boolean {
  const born = a.birth === b.birth || a.birth === null || b.birth === null;
  return a.place === b.place && a.file === b.file && born;
}
