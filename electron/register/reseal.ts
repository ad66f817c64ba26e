import * as fs from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { removeBackups } from './backup-aside';
import type { BackupHeader } from './backup-file';
import { lockOf, unlocks, type Cipher, type Lock } from './cipher';
import { removeDamaged } from './damaged';
import { replaceDurably, syncFolder } from './durable';
import { failureOf, messageOf, UnavailableError } from './failures';
import { fingerprintOf } from './fingerprint';
import { Meta, type MetaValue } from './meta';
import * as paths from './paths';
import type { FilesOptions } from './reconcile';
import { openFiles, rebuildFiles } from './recovery';
import { secretOf, type StoredOperation } from './row';
import { connect, createSchema } from './schema';
import { Statements } from './statements';
import { Store } from './store';

export interface ResealOptions extends Omit<FilesOptions, 'cipher'> {
  /** See `RegisterOptions`. */
  readonly formerBackup?: string | null;
  /** With what the register is sealed now, unless it was sealed anew before. */
  readonly from: Cipher;
  readonly to: Cipher;
  /** `done` of `total` operations. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Operations between two pauses: a few milliseconds of work. */
const PAGE = 250;

const pause = () => new Promise<void>((resolve) => void setImmediate(resolve));

/**
 * Seals a register that nobody has open with another cipher: the same operations, ordinals, life,
 * keys and commits in a new database, which takes the place of the old one when it is whole. Then
 * everything goes that was written with the old cipher: backups, which the register begins anew
 * when it is opened, and what was set aside. After a crash at any moment another call finishes it.
 *
 * @throws UnavailableError when the register is sealed with neither cipher or in use; errors of the
 * file system, after which the old register is still in place, or the new one
 */
export async function resealRegister(options: ResealOptions): Promise<void> {
  const { folder, to } = options;
  const fresh = join(folder, paths.RESEALED);
  removeDatabase(fresh);
  finishRebuilding(options);
  const lock = look(folder)?.lock;
  try {
    if (lock === undefined || !unlocks(to, lock)) await replaceDatabase(options, fresh);
  } catch (error) {
    removeDatabase(fresh);
    throw error;
  }
  removeDatabase(join(folder, paths.REBUILD));
  removeDamaged(folder);
  syncFolder(folder);
  const lives = look(folder)?.lives ?? [];
  const outdated = ({ lock }: BackupHeader) => !unlocks(to, lock);
  for (const place of [options.backupFolder, options.formerBackup ?? null]) {
    if (place !== null) removeBackups(place, lives, outdated);
  }
}

/**
 * The name of the cipher with which the register in a folder is sealed; null when there is no
 * register, or none that says so.
 *
 * @throws UnavailableError when it is open; errors of the file system
 */
export function sealedBy(folder: string): string | null {
  return look(folder)?.lock.cipher ?? null;
}

/** A rebuilding that a crash interrupted has its only source in what was set aside. */
function finishRebuilding(options: ResealOptions): void {
  if (!fs.existsSync(join(options.folder, paths.MARKER))) return;
  try {
    repair(options, options.from);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    repair(options, options.to);
  }
}

/** Brings back what a crash or damage left undone; makes an empty register where there is none. */
function repair(options: ResealOptions, cipher: Cipher, how = openFiles): void {
  const { store, backup } = how({ ...options, cipher });
  backup.close();
  store.close();
}

async function replaceDatabase(options: ResealOptions, fresh: string): Promise<void> {
  const { folder, from, log } = options;
  repair(options, from);
  try {
    await buildResealed(options, fresh);
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error;
    log(`the register is damaged: ${messageOf(error)}`);
    repair(options, from, (files) => rebuildFiles(files, 'damaged'));
    await buildResealed(options, fresh);
  }
  const database = join(folder, paths.DATABASE);
  // What is not yet in the old database would be taken for a part of the new one.
  if (['-wal', '-journal'].some((suffix) => fs.existsSync(database + suffix))) {
    throw new UnavailableError('the register is in use');
  }
  fs.rmSync(`${database}-shm`, { force: true });
  replaceDurably(fresh, database);
}

/** Writes a database at `path` with all that the register has, sealed with the new cipher. */
async function buildResealed(options: ResealOptions, path: string): Promise<void> {
  const { folder, from, to, machine } = options;
  removeDatabase(path);
  const empty = connect(path, false);
  createSchema(empty);
  empty.close();
  const store = Store.open(join(folder, paths.DATABASE), from);
  let signing: MetaValue<'signing'>;
  try {
    await copyInto(path, store, options);
    signing = store.signing.sealedWith(to);
  } finally {
    store.close();
  }
  const db = connect(path, false);
  try {
    const meta = new Meta(new Statements(db));
    meta.set('lock', lockOf(to));
    meta.set('signing', signing);
    meta.set('fingerprint', fingerprintOf(path, machine));
  } finally {
    db.close();
  }
}

async function copyInto(path: string, store: Store, options: ResealOptions): Promise<void> {
  const { sql } = store;
  const total = store.count();
  sql.run('ATTACH ? AS fresh', path);
  sql.run('PRAGMA fresh.synchronous = OFF');
  sql.transaction(() => {
    copyRows(sql, 'meta', "WHERE key NOT IN ('lock', 'signing', 'fingerprint')");
    copyRows(sql, 'replicas');
    copyRows(sql, 'forgotten');
  });
  let done = 0;
  for (let after = 0; ;) {
    const page = store.page(after, PAGE);
    const upTo = page.at(-1)?.n;
    if (upTo === undefined) break;
    sql.transaction(() => {
      copyRows(sql, 'operations', 'WHERE n > ? AND n <= ?', after, upTo);
      copyRows(sql, 'commits', 'WHERE n > ? AND n <= ?', after, upTo);
      for (const stored of page) addWhatDepends(sql, stored, options.to);
    });
    after = upTo;
    done += page.length;
    options.onProgress?.(done, total);
    await pause();
  }
  sql.run('DETACH fresh');
}

function copyRows(sql: Statements, table: string, where = '', ...values: number[]): void {
  const names = sql.all('SELECT name FROM pragma_table_info(?)', table);
  const columns = names.map(([name]) => `"${String(name)}"`).join(', ');
  const rows = `SELECT ${columns} FROM main.${table} ${where}`;
  sql.run(`INSERT INTO fresh.${table} (${columns}) ${rows}`, ...values);
}

function addWhatDepends(sql: Statements, { n, operation }: StoredOperation, to: Cipher): void {
  const { id, sealed, subjects } = operation;
  const secret = secretOf(sealed, id, to);
  if (secret !== null) sql.run('INSERT INTO fresh.sealed (n, secret) VALUES (?, ?)', n, secret);
  for (const person of subjects) {
    sql.run('INSERT OR IGNORE INTO fresh.subjects (person, n) VALUES (?, ?)', person, n);
  }
}

/** What the database in a folder says about itself; null when there is none, or it does not say. */
function look(folder: string): { lock: Lock; lives: readonly string[] } | null {
  const path = join(folder, paths.DATABASE);
  if (!fs.existsSync(path) || fs.statSync(path).size === 0) return null;
  let db: DatabaseSync | null = null;
  try {
    db = connect(path);
    const meta = new Meta(new Statements(db));
    return { lock: meta.get('lock'), lives: meta.get('lives') };
  } catch (error) {
    if (failureOf(error) === 'damaged') return null;
    throw error;
  } finally {
    db?.close();
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', ...paths.COMPANIONS]) fs.rmSync(path + suffix, { force: true });
}
