import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
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
  constructor(
    private readonly folder: string,
    private readonly cipher: Cipher,
    private readonly ready: Promise<void>,
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
    if ((await this.get(hash)) !== null) return hash;
    const temporary = join(this.folder, UNFINISHED, randomUUID());
    const path = this.#pathOf(hash);
    try {
      await writeSynced(temporary, this.cipher.seal(bytes, hash));
      await fs.mkdir(join(path, '..'), { recursive: true });
      await fs.rename(temporary, path);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
    syncFolder(join(path, '..'));
    syncFolder(this.folder);
    return hash;
  }

  /** The bytes of this hash; null when they are not here, or not as they were stored. */
  async get(hash: string): Promise<Uint8Array | null> {
    if (!HASH.test(hash)) return null;
    const sealed = await readIfThere(this.#pathOf(hash));
    if (sealed === null) return null;
    try {
      const bytes = this.cipher.open(sealed, hash);
      return sha256OfBytes(bytes) === hash ? bytes : null;
    } catch {
      return null;
    }
  }

  #pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

export function openBlobStore(folder: string, cipher: Cipher = NO_CIPHER): BlobStore {
  const ready = (async () => {
    const unfinished = join(folder, UNFINISHED);
    await fs.rm(unfinished, { recursive: true, force: true });
    await fs.mkdir(unfinished, { recursive: true });
  })();
  // The failure is answered by every `put`; here it would end the program.
  ready.catch(() => undefined);
  return new BlobStore(folder, cipher, ready);
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

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
