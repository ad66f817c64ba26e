import * as fs from 'node:fs';
import { join } from 'node:path';
import type { BackupHeader } from './backup-file';
import { NO_CIPHER, unlocks, type Cipher } from './cipher';
import { stampForName, syncFolder } from './durable';
import { isExpired } from './expiry';
import { NOBODY } from './forgotten-mark';
import { BACKUP, headerOf, keptAside, keptUnreadable, namesIn, NEW_BACKUP } from './paths';

/** Backups of former lives that are kept. */
const KEPT = 3;

/** The backup that is written now, and with what. */
export interface Present {
  readonly header: BackupHeader;
  readonly cipher: Cipher;
  /** It replaces one that has values of somebody who was forgotten since. */
  readonly forgetting: boolean;
}

/**
 * Removes what was kept aside for too long, and of this register's what holds values that the
 * present one does not: of somebody who was forgotten since, or from before the protection.
 */
export function sweepAside(folder: string, present: Present, now: number): void {
  const outdated = keptAside(folder).filter(({ name, stamp }) => {
    if (isExpired(stamp, now)) return true;
    const header = headerOf(join(folder, name))?.header;
    if (header === undefined) return present.header.forgotten !== NOBODY;
    return isOurs(header, present) && holdsMore(header, present);
  });
  const unreadable = keptUnreadable(folder).filter(
    ({ stamp }) => present.forgetting || isExpired(stamp, now),
  );
  for (const { name } of [...outdated, ...unreadable]) fs.rmSync(join(folder, name));
}

/**
 * Gives the backup in place a second name before it is replaced, unless it holds what must go.
 * Earlier ones of this register are thinned out; those of other registers are never deleted.
 */
export function keepAside(folder: string, present: Present, now: number): void {
  sweepAside(folder, present, now);
  const path = join(folder, BACKUP);
  if (!fs.existsSync(path)) return;
  const old = headerOf(path)?.header;
  if (old === undefined ? present.forgetting : isOurs(old, present) && holdsMore(old, present)) {
    return;
  }
  const ours = old !== undefined && isOurs(old, present);
  const life = old?.life.slice(0, 8) ?? 'unreadable';
  const name = `${ours ? 'register' : 'other'}-${life}-${stampForName(now)}.backup`;
  const aside = join(folder, name);
  fs.rmSync(aside, { force: true });
  try {
    fs.linkSync(path, aside);
  } catch {
    // File systems of memory sticks have no second names.
    fs.copyFileSync(path, aside);
  }
  for (const kept of keptAside(folder).slice(KEPT)) fs.rmSync(join(folder, kept.name));
}

const isOurs = ({ life }: BackupHeader, { header }: Present) =>
  [header.life, ...header.lineage].includes(life);

/** Whether a backup may hold what the present one must not. What no key here opens is left alone. */
function holdsMore(old: BackupHeader, { header, cipher }: Present): boolean {
  const readable = old.lock.cipher === NO_CIPHER.name && cipher.name !== NO_CIPHER.name;
  return readable || (unlocks(cipher, old.lock) && old.forgotten !== header.forgotten);
}

/**
 * Removes from a folder the outdated backups of the register that had these lives, unreadable ones and
 * what was in the making there. Those of other registers stay.
 */
export function removeBackups(
  folder: string,
  lives: readonly string[],
  isOutdated: (header: BackupHeader) => boolean,
): void {
  const outdated = [BACKUP, ...keptAside(folder).map(({ name }) => name)].filter((name) => {
    const header = headerOf(join(folder, name))?.header;
    if (header === undefined) return true;
    return (
      [header.life, ...header.lineage].some((life) => lives.includes(life)) && isOutdated(header)
    );
  });
  const unreadable = keptUnreadable(folder).map(({ name }) => name);
  const there = namesIn(folder);
  const gone = [NEW_BACKUP, ...outdated, ...unreadable].filter((name) => there.includes(name));
  for (const name of gone) fs.rmSync(join(folder, name), { force: true });
  if (gone.length > 0) syncFolder(folder);
}
