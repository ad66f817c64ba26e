import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { messageOf } from '../register/failures';
import {
  readKeyFile,
  removeUnfinished,
  setKeyFileAside,
  writeKeyFile,
  type FoundKeyFile,
  type KeyFile,
} from './key-file';

/** The key file of a profile and, where one is kept, its copy beside the backup. */
export interface KeyFiles {
  find(): FoundKeyFile;
  /** @throws when the file in the profile could not be written; the old one is then still there */
  save(keys: KeyFile): void;
  /** As if it had never been written; for keys with which nothing was sealed. */
  takeBack(keys: KeyFile): void;
}

/**
 * `copy`: without its key file a backup on another disk opens to nobody, whatever sheet or passphrase
 * they have; so it lies there as well. It holds no more than the first: sealed slots.
 */
export function openKeyFiles(options: {
  file: string;
  copy: string | null;
  /** Whether the register on the disk (where there is none: its backup) is sealed. */
  sealed: () => boolean;
  now: () => number;
  log: (message: string) => void;
}): KeyFiles {
  const { file, copy, sealed, now, log } = options;

  const keepCopy = (keys: KeyFile): void => {
    if (copy === null) return;
    try {
      const found = readKeyFile(copy);
      if (found.state === 'sound' && isDeepStrictEqual(found.keys, keys)) return;
      // Another desk's keys: perhaps the only ones to the backup that lies there.
      const foreign = found.state === 'sound' && found.keys.id !== keys.id;
      if (foreign || found.state === 'damaged') setKeyFileAside(copy, 'replaced', now());
      writeKeyFile(copy, keys);
    } catch (error) {
      log(`The key file could not be copied beside the backup: ${messageOf(error)}`);
    }
  };

  const save = (keys: KeyFile): void => {
    writeKeyFile(file, keys);
    keepCopy(keys);
  };

  const fromCopy = (): KeyFile | null => {
    const found = copy === null ? null : readKeyFile(copy);
    return found?.state === 'sound' ? found.keys : null;
  };

  /** A register too damaged to tell is the register's own affair: it mends itself when it is opened. */
  const surelySealed = (): boolean => {
    try {
      return sealed();
    } catch {
      return false;
    }
  };

  return {
    save,
    find: () => {
      removeUnfinished(file);
      const found = readKeyFile(file);
      if (found.state === 'sound') {
        keepCopy(found.keys);
        return found;
      }
      // Without a key file there is nothing to open, unless something was sealed with it.
      if (found.state === 'absent' && !surelySealed()) return found;
      const keys = fromCopy();
      if (keys === null) {
        log(`The key file is ${found.state}; nothing is changed, and nothing can be opened`);
        return { state: 'damaged' };
      }
      if (found.state === 'damaged') setKeyFileAside(file, 'damaged', now());
      save(keys);
      log(`The key file was ${found.state}; the copy beside the backup took its place`);
      return { state: 'sound', keys };
    },
    takeBack: (keys) => {
      // The copy first: cut short in between, the file itself is still there to be taken back.
      if (copy !== null && fromCopy()?.id === keys.id) rmSync(copy, { force: true });
      setKeyFileAside(file, 'taken-back', now());
    },
  };
}
