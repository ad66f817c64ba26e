import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Backup } from './backup';
import { unlocks } from './cipher';
import { expireDamaged, freshName } from './damaged';
import { replaceDurably, syncFolder, writeDurably } from './durable';
import { failureOf, messageOf, UnavailableError } from './failures';
import { fingerprintOf } from './fingerprint';
import { adoptKeys } from './keys';
import { COMPANIONS, DATABASE, findBackup, MARKER, REBUILD } from './paths';
import { followClock, lostIn, reconcile, report, restore } from './reconcile';
import type { FilesOptions, Recovery } from './reconcile';
import { salvage, type Salvaged } from './salvage';
import { Store } from './store';

export interface Files {
  readonly store: Store;
  readonly backup: Backup;
  readonly recovery: Recovery | null;
}

const markerSchema = z.object({
  reason: z.enum(['damaged', 'missing']),
  aside: z.string().regex(/^damaged-[\dT-]+$/),
});
type Marker = z.infer<typeof markerSchema>;

/**
 * Opens the register's files, and repairs them first when they need it.
 *
 * @throws UnavailableError, or errors of the file system, when they cannot be used at all
 */
export function openFiles(options: FilesOptions): Files {
  fs.mkdirSync(options.folder, { recursive: true });
  expireDamaged(options.folder, options.now());
  const interrupted = readMarker(options);
  if (interrupted !== null) return rebuild(options, interrupted);
  if (!fs.existsSync(join(options.folder, DATABASE))) return rebuildFiles(options, 'missing');
  try {
    return openSound(options);
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error;
    options.log(`the register is damaged: ${messageOf(error)}`);
    return rebuildFiles(options, 'damaged');
  }
}

/** @throws DamageError and SQLite's errors when the database is not what was written */
function openSound(options: FilesOptions): Files {
  const store = Store.open(join(options.folder, DATABASE), options.cipher);
  try {
    const recovery = reconcile(store, options);
    return { store, backup: backupOf(options), recovery };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Sets the files aside and makes the register anew from the backup and what is still whole. */
export function rebuildFiles(options: FilesOptions, reason: Marker['reason']): Files {
  const marker = { reason, aside: freshName(options.folder, options.now()) };
  const names = [DATABASE, ...COMPANIONS.map((suffix) => DATABASE + suffix)];
  if (names.some((name) => fs.existsSync(join(options.folder, name)))) {
    // From here on a crash leads back into the rebuilding.
    writeDurably(join(options.folder, MARKER), JSON.stringify(marker));
  }
  return rebuild(options, marker);
}

const backupOf = (options: FilesOptions) =>
  new Backup({ ...options, folder: options.backupFolder });

function readMarker({ folder }: FilesOptions): Marker | null {
  const path = join(folder, MARKER);
  if (!fs.existsSync(path)) return null;
  try {
    return markerSchema.parse(JSON.parse(fs.readFileSync(path, 'utf8')));
  } catch {
    // The marker itself was cut short, so nothing was moved yet.
    fs.rmSync(path);
    return null;
  }
}

function rebuild(options: FilesOptions, marker: Marker): Files {
  const { folder } = options;
  const finished = setAside(folder, marker.aside);
  const restored = finished ? null : build(options, join(folder, marker.aside, DATABASE));
  fs.rmSync(join(folder, MARKER), { force: true });
  syncFolder(folder);
  if (restored === null) return openFiles(options);
  const store = Store.open(join(folder, DATABASE), options.cipher);
  const { fromBackup, salvaged } = restored;
  const first = marker.reason === 'missing' && fromBackup + salvaged === 0;
  const kind = fromBackup > 0 ? 'restored-from-backup' : 'new-life';
  const recovery = report(kind, marker.reason, fromBackup + salvaged, options, lostIn(store));
  return { store, backup: backupOf(options), recovery: first ? null : recovery };
}

/** Moves the damaged files away; true when that and the rebuilding were finished before. */
function setAside(folder: string, aside: string): boolean {
  const target = join(folder, aside);
  if (fs.existsSync(join(target, DATABASE)) && fs.existsSync(join(folder, DATABASE))) return true;
  for (const suffix of ['', ...COMPANIONS]) {
    const path = join(folder, DATABASE + suffix);
    if (!fs.existsSync(path)) continue;
    fs.mkdirSync(target, { recursive: true });
    fs.renameSync(path, join(target, DATABASE + suffix));
  }
  syncFolder(folder);
  return false;
}

/** Builds a database of a new life beside the old name and puts it in place when it is whole. */
function build(options: FilesOptions, damaged: string): { fromBackup: number; salvaged: number } {
  const { folder, backupFolder, cipher } = options;
  const path = join(folder, REBUILD);
  for (const suffix of ['', ...COMPANIONS]) fs.rmSync(path + suffix, { force: true });
  const found = findBackup(backupFolder);
  if (found !== null && !unlocks(cipher, found.opened.header.lock)) {
    throw new UnavailableError('the backup was sealed with another key');
  }
  const remains = salvage(damaged, cipher);
  const lineage = found === null ? [] : [...found.opened.header.lineage, found.opened.header.life];
  const lives = [...new Set([...lineage, ...remains.lives])];
  const store = Store.create(path, cipher, randomUUID(), lives);
  try {
    const counts = store.transaction(() => {
      for (const person of remains.forgotten ?? []) store.standing.remember(person);
      const restored = found === null ? null : restore(store, found.path, options);
      const fromBackup = restored?.added ?? 0;
      let salvaged = 0;
      for (const { n, operation, hash } of remains.operations) {
        if (store.absorb(operation, hash) !== 'known') salvaged += 1;
        const commit = remains.commitAt(n);
        if (commit !== null) store.insertCommit(commit);
      }
      adoptKeys(store, [...remains.keys, ...(restored?.keys ?? [])]);
      store.meta.set('fingerprint', fingerprintOf(path, options.machine));
      followClock(store, options.now());
      return { fromBackup, salvaged };
    });
    store.transaction(() => {
      if (mayHoldForgotten(remains, store)) store.meta.set('erasing', true);
    });
    store.close();
    replaceDurably(path, join(folder, DATABASE));
    return counts;
  } catch (error) {
    store.close();
    throw error;
  } finally {
    remains.close();
  }
}

/** Whether what was set aside may have values of somebody whom the new register has forgotten. */
function mayHoldForgotten(remains: Salvaged, { standing }: Store): boolean {
  if (standing.forgotten.size === 0) return false;
  const erased = new Set(remains.forgotten);
  return !remains.finished || [...standing.forgotten].some((person) => !erased.has(person));
}
