import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, resolve } from 'node:path';

/** Where everything of one desk lies. */
export interface Profile {
  readonly folder: string;
  readonly register: string;
  readonly blobs: string;
  /** The continuous backup: inside the profile unless `ROSTRUM_BACKUP` names a folder. */
  readonly backup: string;
  /** The backup folder's own name when it lies elsewhere, else null: all that a page may know. */
  readonly backupLabel: string | null;
  readonly settings: string;
  /** The keys of a protected profile, each wrapped; the file is there only when it is protected. */
  readonly keys: string;
  /** Texts that a page handed over while it began a new database. */
  readonly texts: string;
  /** A browser's private profile (web shell), so that its database stays with the desk. */
  readonly browser: string;
  /** Electron's own data. */
  readonly electron: string;
  /** What is needed for a moment, such as a document while it is printed; emptied at every start. */
  readonly scratch: string;
  /** The same in a file system that lies in memory, where the system has one; it may not be there. */
  readonly memory: string | null;
  /** Who has this profile open. */
  readonly instance: string;
}

export interface ProfileSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

const here = (): ProfileSource => ({
  env: process.env,
  platform: process.platform,
  home: homedir(),
});

/** `ROSTRUM_PROFILE`, else the system's place for an application's data. */
export function profileFolder({ env, platform, home }: ProfileSource): string {
  const chosen = env['ROSTRUM_PROFILE'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Rostrum');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Rostrum');
    default: {
      const data = env['XDG_DATA_HOME'];
      // The XDG specification says that a relative path is to be ignored.
      const base = data !== undefined && isAbsolute(data) ? data : join(home, '.local', 'share');
      return join(base, 'rostrum');
    }
  }
}

/** The folders of a profile, without touching the disk. */
export function profileAt(source: ProfileSource = here()): Profile {
  const folder = profileFolder(source);
  const elsewhere = source.env['ROSTRUM_BACKUP'];
  const backup =
    elsewhere === undefined || elsewhere === '' ? join(folder, 'backup') : resolve(elsewhere);
  return {
    folder,
    register: join(folder, 'register'),
    blobs: join(folder, 'blobs'),
    backup,
    backupLabel: backup === join(folder, 'backup') ? null : basename(backup),
    settings: join(folder, 'settings'),
    keys: join(folder, 'keys.json'),
    texts: join(folder, 'texts.bin'),
    browser: join(folder, 'browser'),
    electron: join(folder, 'electron'),
    scratch: join(folder, 'scratch'),
    memory: memoryFolder(folder, source),
    instance: join(folder, 'instance.json'),
  };
}

/** Linux alone has such a place for every program: the user's own, else one for all. */
function memoryFolder(profile: string, { env, platform }: ProfileSource): string | null {
  if (platform !== 'linux') return null;
  const own = env['XDG_RUNTIME_DIR'];
  const base = own !== undefined && isAbsolute(own) ? own : '/dev/shm';
  const name = createHash('sha256').update(profile).digest('hex').slice(0, 16);
  return join(base, `rostrum-${name}`);
}

/** Makes the folders that are missing, readable by their owner alone. */
export function prepareProfile(profile: Profile): void {
  const { folder, register, blobs, backup, settings, browser } = profile;
  for (const path of [folder, register, blobs, backup, settings, browser]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }
}

/** Empties the scratch folders: what a start that was killed left there. Only for who has the profile. */
export function emptyScratch({ scratch, memory }: Profile): void {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  try {
    if (memory !== null) rmSync(memory, { recursive: true, force: true });
  } catch {
    // Somebody else has made a folder of this name: it is none of ours, and is not used (fleeting.ts).
  }
}
