import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * By what a register recognises that it is still the same file in the same place. A copy or a
 * restored backup differs and must not go on with the numbers of the original.
 */
export interface Fingerprint {
  readonly machine: string;
  readonly folder: string;
  readonly device: string;
  readonly inode: string;
  /** Nanoseconds since the epoch; null where the file system does not keep it. */
  readonly birth: string | null;
}

/** The fingerprint of the database file `path` on this machine. */
export function fingerprintOf(path: string, machine: string): Fingerprint {
  const { dev, ino, birthtimeNs, ctimeNs } = statSync(path, { bigint: true });
  // Without a birth time Node answers with the time of the last change, or with the epoch.
  const kept = birthtimeNs > 0n && birthtimeNs !== ctimeNs;
  return {
    machine,
    folder: realpathSync(dirname(path)),
    device: dev.toString(),
    inode: ino.toString(),
    birth: kept ? birthtimeNs.toString() : null,
  };
}

/** Whether two fingerprints can be of one file. */
export function sameFile(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.machine === b.machine &&
    a.folder === b.folder &&
    a.device === b.device &&
    a.inode === b.inode &&
    (a.birth === b.birth || a.birth === null || b.birth === null)
  );
}
