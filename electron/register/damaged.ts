import * as fs from 'node:fs';
import { join } from 'node:path';
import { stampForName, syncFolder } from './durable';
import { isExpired } from './expiry';
import { namesIn } from './paths';

/** Folders in the register's own in which damaged files were set aside. */
const NAME = /^damaged-(\d{8}T\d{9})(-\d+)?$/;

/** A name that no folder has yet. */
export function freshName(folder: string, now: number): string {
  const base = `damaged-${stampForName(now)}`;
  let name = base;
  for (let i = 2; fs.existsSync(join(folder, name)); i += 1) name = `${base}-${i}`;
  return name;
}

/** Removes what was set aside too long ago. */
export function expireDamaged(folder: string, now: number): void {
  remove(folder, (stamp) => isExpired(stamp, now));
}

/** Removes all damaged files that were set aside: they have values that must not be read again. */
export function removeDamaged(folder: string): void {
  remove(folder, () => true);
}

function remove(folder: string, which: (stamp: string) => boolean): void {
  const outdated = namesIn(folder).filter((name) => {
    const stamp = NAME.exec(name)?.[1];
    return stamp !== undefined && which(stamp);
  });
  for (const name of outdated) fs.rmSync(join(folder, name), { recursive: true, force: true });
  if (outdated.length > 0) syncFolder(folder);
}
