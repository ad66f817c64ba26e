import { randomUUID } from 'node:crypto';
import { constants, existsSync as fileExists, rmSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import { NO_CIPHER, type Cipher } from './cipher';
import { sha256OfBytes } from './digest';
import { syncFolder } from './durable';

const HASH = /^[0-9a-f]{64}$/;
/** Where files are written before they get their name; emptied at every start. */
const UNFINISHED = 'unfinished';

/**
 * Attachments by content. A file is named by the SHA-256 of its plain bytes and lies in a folder
 * named by the first two digits; what is on disk went through the cipher.
 */
export class BlobStore {
  /** How often each attachment was stored, or is being, since the program started. */
  private readonly stored = new Map<string, number>();
  /** What was not here before that. */
  private readonly anew = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly cipher: Cipher,
    private readonly ready: Promise<void>,
    /** Whether an operation refers to an attachment. */
    private readonly isNamed: (hash: string) => boolean,
  ) {}

  /**
   * Stores the bytes durably and returns their SHA-256 as 64 lower-case hexadecimal digits. Bytes
   * that are here already are not written again, unless what is here was damaged.
   *
   * @throws errors of the file system, such as a full disk; nothing half-written remains
   */
  async put(bytes: Uint8Array): Promise<string> {
    await this.ready;
    const hash = sha256OfBytes(bytes);
    // Noted before anything is awaited: what somebody stores now is not discarded under them.
    this.stored.set(hash, (this.stored.get(hash) ?? 0) + 1);
    try {
      if ((await this.get(hash)) !== null) return hash;
      const isNew = !fileExists(pathOf(this.folder, hash));
      await writeBlob(this.folder, hash, this.cipher.seal(bytes, hash));
      if (isNew) this.anew.add(hash);
      return hash;
    } catch (error) {
      this.unnote(hash);
      throw error;
    }
  }

  /**
   * Takes one `put` back, because what was to refer to the attachment was not written. It goes only
   * when nobody else has stored it meanwhile, when it came with this run of the program (after a
   * restored backup others may still bring operations that refer to it), and when no operation
   * refers to it.
   */
  discard(hash: string): void {
    if (!this.stored.has(hash)) return;
    this.unnote(hash);
    if (this.stored.has(hash) || !this.anew.has(hash) || this.isNamed(hash)) return;
    this.anew.delete(hash);
    // In one go: a `put` that begins afterwards finds nothing and writes it again.
    rmSync(pathOf(this.folder, hash), { force: true });
    syncFolder(join(pathOf(this.folder, hash), '..'));
  }

  private unnote(hash: string): void {
    const others = (this.stored.get(hash) ?? 0) - 1;
    if (others > 0) this.stored.set(hash, others);
    else this.stored.delete(hash);
  }

  /** The bytes of this hash; null when they are not here, or not as they were stored. */
  async get(hash: string): Promise<Uint8Array | null> {
    if (!HASH.test(hash)) return null;
    const sealed = await readIfThere(pathOf(this.folder, hash));
    if (sealed === null) return null;
    try {
      const bytes = this.cipher.open(sealed, hash);
      return sha256OfBytes(bytes) === hash ? bytes : null;
    } catch {
      return null;
    }
  }

  /** Removes what was stored under this hash, if it is here; after a crash it is gone or whole. */
  async remove(hash: string): Promise<void> {
    await this.ready;
    if (!HASH.test(hash)) return;
    const path = pathOf(this.folder, hash);
    await fs.rm(path, { force: true });
    syncFolder(join(path, '..'));
  }
}

/** Where an attachment lies, below the folder of all. */
export const pathOf = (folder: string, hash: string): string =>
  join(folder, hash.slice(0, 2), hash);

/** The hashes of all attachments that lie below a folder, in order. */
export async function hashesIn(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder, { recursive: true }).catch(ifThere([]));
  return names
    .map((name) => basename(name))
    .filter((name, index) => HASH.test(name) && names[index] === join(name.slice(0, 2), name))
    .sort();
}

/** Writes an attachment durably under its name: afterwards the old or the new bytes are there, whole. */
export async function writeBlob(folder: string, hash: string, sealed: Uint8Array): Promise<void> {
  const temporary = join(folder, UNFINISHED, randomUUID());
  const path = pathOf(folder, hash);
  try {
    await writeSynced(temporary, sealed);
    await fs.mkdir(join(path, '..'), { recursive: true });
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
  syncFolder(join(path, '..'));
  syncFolder(folder);
}

/** Makes the folder for what is not finished, without what a crash left in it. */
export async function emptyUnfinished(folder: string): Promise<void> {
  const unfinished = join(folder, UNFINISHED);
  await fs.rm(unfinished, { recursive: true, force: true });
  await fs.mkdir(unfinished, { recursive: true });
}

export function openBlobStore(
  folder: string,
  cipher: Cipher = NO_CIPHER,
  isNamed: (hash: string) => boolean = () => true,
): BlobStore {
  const ready = emptyUnfinished(folder);
  // The failure is answered by every `put`; here it would end the program.
  ready.catch(() => undefined);
  return new BlobStore(folder, cipher, ready, isNamed);
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function readIfThere(path: string): Promise<Uint8Array | null> {
  return fs.readFile(path).catch(ifThere(null));
}

/** Answers with `otherwise` where there is nothing; every other failure is thrown. */
function ifThere<T>(otherwise: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  };
}
