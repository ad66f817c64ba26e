import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from './profile';

/** Where Chromium keeps the databases of pages, a folder for each origin, in a browser's profile. */
const databasesOf = (browser: string): string => join(browser, 'Default', 'IndexedDB');

/**
 * Where the pages of the other shell keep what they projected from this profile's register. Only one
 * shell has the profile at a time, so nobody opens it now and nobody would empty it.
 */
export function otherShellsPages(
  { browser, electron }: Pick<Profile, 'browser' | 'electron'>,
  shell: 'electron' | 'web',
): string {
  return shell === 'electron' ? databasesOf(browser) : join(electron, 'IndexedDB');
}

/**
 * Removes what pages kept at other addresses than `port`: for a browser another port is another origin,
 * whose databases no page of this one can see, or empty.
 */
export function removeOtherOrigins({ browser }: Pick<Profile, 'browser'>, port: number): void {
  const folder = databasesOf(browser);
  for (const name of namesIn(folder)) {
    const at = /^http_(?:127\.0\.0\.1|localhost)_(\d+)\.indexeddb\.(?:leveldb|blob)$/.exec(
      name,
    )?.[1];
    if (at === undefined || Number(at) === port) continue;
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
