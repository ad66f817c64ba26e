import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { linkHash } from '@shared/journal/chain';
import { MAX_DRIFT_MS, observe, writeStamp } from '@shared/operation/clock';
import { judge } from '@shared/sync/merge';
import { commitsIn, readHeader, soundEnd, type BackupHeader } from './backup-file';
import { unlocks, type Cipher } from './cipher';
import { sha256 } from './digest';
import { DamageError } from './failures';
import { fingerprintOf, sameFile } from './fingerprint';
import { adoptKeys, type ReplicaKey } from './keys';
import { BACKUP, DATABASE, headerOf } from './paths';
import type { Store } from './store';
import { isForged } from './verify-signatures';

export interface FilesOptions {
  readonly folder: string;
  readonly backupFolder: string | null;
  readonly machine: string;
  readonly now: () => number;
  readonly cipher: Cipher;
  readonly log: (message: string) => void;
}

/** What had to be repaired. `reason` is a code: the interface has the words. */
export interface Recovery {
  readonly kind: 'restored-from-backup' | 'new-life' | 'rebuilt-backup';
  readonly reason: 'damaged' | 'missing' | 'older-copy' | 'copied' | 'backup-damaged';
  /** ISO text in UTC. */
  readonly at: string;
  /** Operations that were brought back, or that were kept when nothing was lost. */
  readonly operations: number;
  /** Numbers of this register's own lives that are known to have existed and are not here. */
  readonly lost: number;
}

/**
 * Compares a sound register with the place where it lies and with its backup. A register that was
 * copied, or that lacks what its backup has, was restored from somewhere: what is missing comes
 * back from the backup, and a new life begins, so that no number is ever given twice.
 */
export function reconcile(store: Store, options: FilesOptions): Recovery | null {
  const here = fingerprintOf(join(options.folder, DATABASE), options.machine);
  const copied = !sameFile(store.meta.get('fingerprint'), here);
  const backup = backupPath(options);
  const header = backup === null ? null : (headerOf(backup)?.header ?? null);
  const missed =
    backup !== null &&
    header !== null &&
    unlocks(options.cipher, header.lock) &&
    mayHaveMore(store, backup, header);
  const outcome = store.transaction(() => {
    const { added, keys } = missed ? restore(store, backup, options) : NOTHING;
    if (!copied && added === 0) return null;
    if (added > 0) joinLives(store, header);
    adoptKeys(store, keys);
    store.startLife(randomUUID());
    store.meta.set('fingerprint', here);
    followClock(store, options.now());
    return { added };
  });
  const lost = lostIn(store);
  if (outcome !== null && outcome.added > 0) {
    return report('restored-from-backup', 'older-copy', outcome.added, options, lost);
  }
  if (copied) return report('new-life', 'copied', store.count(), options, lost);
  if (backup === null || header !== null) return null;
  return report('rebuilt-backup', 'backup-damaged', store.count(), options, lost);
}

/** What has to be brought back from a backup of later lives is this register's, too. */
function joinLives(store: Store, header: BackupHeader | null): void {
  const known = store.meta.get('lives');
  const later = header === null ? [] : [...header.lineage, header.life];
  store.meta.set('lives', [...new Set([...known, ...later])]);
}

export function report(
  kind: Recovery['kind'],
  reason: Recovery['reason'],
  operations: number,
  { now }: FilesOptions,
  lost = 0,
): Recovery {
  return { kind, reason, at: new Date(now()).toISOString(), operations, lost };
}

function backupPath({ backupFolder }: FilesOptions): string | null {
  if (backupFolder === null) return null;
  const path = join(backupFolder, BACKUP);
  return existsSync(path) ? path : null;
}

/**
 * Whether a backup is of this register and reaches up to something that the register lacks.
 *
 * @throws DamageError when the register was altered and the backup was not
 */
function mayHaveMore(store: Store, path: string, { life, lineage }: BackupHeader): boolean {
  const lives = store.meta.get('lives');
  if (![life, ...lineage].some((other) => lives.includes(other))) return false;
  const fd = openSync(path, 'r');
  try {
    const { n, hash } = soundEnd(fd, readHeader(fd)?.begin ?? 0);
    if (n === 0 || store.hashAt(n) === hash) return false;
    // Somebody without the key wrote what is here, and the backup has what was there before.
    if (isForged(store, n)) throw new DamageError('operations are not what was signed');
    return true;
  } finally {
    closeSync(fd);
  }
}

export interface Restored {
  /** Operations that the store lacked. */
  readonly added: number;
  /** The keys that the file has, for `adoptKeys`. */
  readonly keys: readonly ReplicaKey[];
}

const NOTHING: Restored = { added: 0, keys: [] };

/** Adds everything of a backup file that the store lacks. */
export function restore(store: Store, path: string, { cipher, log }: FilesOptions): Restored {
  const fd = openSync(path, 'r');
  let added = 0;
  const keys: ReplicaKey[] = [];
  try {
    const opened = readHeader(fd);
    if (opened === null) return NOTHING;
    for (const pages of commitsIn(fd, opened, cipher)) {
      for (const page of pages) {
        for (const [index, value] of page.operations.entries()) {
          const judged = judge(value, index, sha256);
          if (!judged.ok) {
            log(`an operation of the backup was refused: ${judged.fault.kind}`);
            continue;
          }
          const { operation } = judged;
          if (store.absorb(operation, linkHash(operation, sha256)) !== 'known') added += 1;
        }
        for (const commit of page.commits) store.insertCommit(commit);
        keys.push(...page.keys);
      }
    }
    return { added, keys };
  } finally {
    closeSync(fd);
  }
}

/** Moves the clock behind everything that is here, but not behind stamps from the future. */
export function followClock(store: Store, now: number): void {
  const latest = writeStamp({ ms: now + MAX_DRIFT_MS, counter: 0xffff }, 'ffffffff');
  const stamp = store.latestStamp(latest);
  if (stamp !== null) store.meta.set('clock', observe(store.meta.get('clock'), stamp, now));
}

/** Numbers that were given in this register's lives and are not here. */
export function lostIn(store: Store): number {
  const lives = store.meta.get('lives');
  return lives.reduce((sum, life) => sum + store.sequences.missing(life), 0);
}
