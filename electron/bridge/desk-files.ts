import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '@shared/contract/failure';
import type { Ciphers, ProtectedParts } from '../protection/types';
import { openBlobStore, type BlobStore } from '../register/blobs';
import { NO_CIPHER } from '../register/cipher';
import { findBackup } from '../register/paths';
import { openRegister, type Register } from '../register/register';
import { resealRegister, sealedBy } from '../register/reseal';
import { resealBlobs } from '../register/reseal-blobs';
import type { Profile } from '../settings/profile';
import type { TextsPort } from './host';
import type { BlobPort, RegisterPort } from './register-port';
import { openTexts, resealTexts } from './texts';

/** Register, attachments and kept texts of a desk: there when somebody has opened the data. */
export interface DeskFiles extends Omit<ProtectedParts, 'pins'> {
  readonly register: RegisterPort;
  readonly blobs: BlobPort;
  readonly texts: TextsPort;
  /** The register itself, which answers at once. @throws BridgeError `locked` while it is not open */
  present(): Register;
  /** Whether the register is sealed; where there is none, whether the backup that it would come from is. */
  isSealed(): boolean;
  close(): Promise<void>;
}

interface Opened {
  readonly ciphers: Ciphers;
  readonly register: Register;
  readonly blobs: BlobStore;
  readonly texts: TextsPort;
}

export interface DeskFilesOptions {
  readonly profile: Profile;
  /** A folder of pages that do not run now: removed with what they must not keep. */
  readonly otherPages: string;
  readonly machine: string;
  /** Id of the operator at the keyboard. */
  readonly actor: () => string;
  readonly now: () => number;
  readonly log: (message: string) => void;
}

/** Everything that lies sealed in a profile, behind ports that refuse while it is not open. */
export function createDeskFiles(options: DeskFilesOptions): DeskFiles {
  const { profile, otherPages, machine, actor, now, log } = options;
  const inside = join(profile.folder, 'backup');
  const formerBackup = inside === profile.backup ? null : inside;
  const backups = { backupFolder: profile.backup, formerBackup };
  const places = { folder: profile.register, ...backups, machine, now, log };
  const listeners = new Set<(last: number, epoch: number) => void>();
  /** Attachments that are being written or read: files must not change beneath them. */
  const busy = new Set<Promise<unknown>>();
  let opened: Opened | null = null;

  const use = (): Opened => {
    if (opened === null) throw new BridgeError('locked', 'the data is not open');
    return opened;
  };
  const tell = (last: number, epoch: number): void => {
    for (const listener of listeners) listener(last, epoch);
  };

  function open(ciphers: Ciphers): Opened {
    const blobs = openBlobStore(profile.blobs, ciphers.blobs, (hash) => register.refersTo(hash));
    const register: Register = openRegister({
      ...places,
      actor,
      cipher: ciphers.register,
      onForgotten: (hashes) => during(removeAll(blobs, hashes).then(removeOtherPages)),
    });
    register.onCommitted(tell);
    const texts = openTexts({ file: profile.texts, cipher: ciphers.texts, log });
    return { ciphers, register, blobs, texts };
  }

  async function removeOtherPages(): Promise<void> {
    await rm(otherPages, { recursive: true, force: true, maxRetries: 3 });
  }

  async function during<T>(work: Promise<T>): Promise<T> {
    busy.add(work);
    try {
      return await work;
    } finally {
      busy.delete(work);
    }
  }

  /** As it was before the switch; null when the register is sealed already and the rest is to follow. */
  function reopen(from: Ciphers): Opened | null {
    try {
      return open(from);
    } catch {
      return null;
    }
  }

  async function shut(): Promise<void> {
    const closing = opened;
    opened = null;
    await Promise.allSettled(busy);
    closing?.register.close();
  }

  return {
    register: {
      status: () => use().register.status(),
      commit: (drafts) => use().register.commit(drafts),
      commitChecked: (drafts) => use().register.commitChecked(drafts),
      read: (after, limit) => use().register.read(after, limit),
      history: (record) => use().register.history(record),
      journal: (filter, before, limit) => use().register.journal(filter, before, limit),
      verify: () => use().register.verify(),
      erasure: (persons) => use().register.erasure(persons),
      onCommitted(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    blobs: {
      put: async (bytes) => during(use().blobs.put(bytes)),
      get: async (hash) => during(use().blobs.get(hash)),
      discard: (hash) => use().blobs.discard(hash),
    },
    texts: {
      keep: (texts) => use().texts.keep(texts),
      kept: () => use().texts.kept(),
      drop: () => use().texts.drop(),
    },
    present: () => use().register,
    isSealed: () => {
      const name =
        opened?.ciphers.register.name ??
        sealedBy(profile.register) ??
        findBackup(profile.backup)?.opened.header.lock.cipher;
      return name !== undefined && name !== NO_CIPHER.name;
    },
    async open(ciphers) {
      opened = open(ciphers);
    },
    async switchOver(from, to, onProgress) {
      await shut();
      try {
        await resealRegister({
          ...places,
          ...{ from: from.register, to: to.register },
          onProgress: (done, total) => onProgress({ step: 'journal', done, total }),
        });
        await resealBlobs(profile.blobs, from.blobs, to.blobs, (done, total) =>
          onProgress({ step: 'attachments', done, total }),
        );
        resealTexts(profile.texts, from.texts, to.texts);
        await removeOtherPages();
      } catch (error) {
        opened = reopen(from);
        throw error;
      }
      opened = open(to);
      const { last, epoch } = opened.register.status();
      tell(last, epoch);
    },
    close: shut,
  };
}

async function removeAll(blobs: BlobStore, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await blobs.remove(hash);
}
