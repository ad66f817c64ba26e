import { closeSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readHeader, type OpenedBackup } from './backup-file';

/** Names of the files in the register's folder and in the backup's. */
export const DATABASE = 'register.sqlite';
/** Beside the database while it is in use: what SQLite has not yet moved into it. */
export const COMPANIONS = ['-wal', '-shm', '-journal'] as const;
/** A database in the making; worthless until it is renamed. */
export const REBUILD = 'rebuild.sqlite';
/** The register sealed anew, in the making; worthless until it is renamed. */
export const RESEALED = 'reseal.sqlite';
/** Says that damaged files were being set aside and rebuilt. */
export const MARKER = 'rebuild.json';

export const BACKUP = 'register.backup';
export const NEW_BACKUP = 'register.backup.new';

/** A backup file as it is found. */
export interface FoundBackup {
  readonly path: string;
  readonly opened: OpenedBackup;
}

/** The current backup when it is readable, else the newest one that was kept aside. */
export function findBackup(folder: string | null): FoundBackup | null {
  if (folder === null) return null;
  const current = headerOf(join(folder, BACKUP));
  if (current !== null) return { path: join(folder, BACKUP), opened: current };
  for (const { name } of keptAside(folder)) {
    const opened = headerOf(join(folder, name));
    if (opened !== null) return { path: join(folder, name), opened };
  }
  return null;
}

/** A backup that was kept when another took its place; `stamp` as `stampForName` writes it. */
export interface KeptBackup {
  readonly name: string;
  readonly stamp: string;
}

/** Earlier backups of this register that were kept, newest first. */
export const keptAside = (folder: string): KeptBackup[] =>
  keptAs(folder, /^register-[0-9a-f]{8}-(\d{8}T\d+)\.backup$/);

/** What lay in the backup's place and could not be read, newest first. */
export const keptUnreadable = (folder: string): KeptBackup[] =>
  keptAs(folder, /^other-unreadable-(\d{8}T\d+)\.backup$/);

function keptAs(folder: string, pattern: RegExp): KeptBackup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const stamp = pattern.exec(name)?.[1];
      return stamp === undefined ? [] : [{ name, stamp }];
    })
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
}

/** What lies in a folder; nothing when it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The header of a backup file, or null when there is none that can be read. */
export function headerOf(path: string): OpenedBackup | null {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    return readHeader(fd);
  } finally {
    closeSync(fd);
  }
}
