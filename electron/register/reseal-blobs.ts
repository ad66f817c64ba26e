import { readFile } from 'node:fs/promises';
import { emptyUnfinished, hashesIn, pathOf, writeBlob } from './blobs';
import { NO_CIPHER, type Cipher } from './cipher';
import { sha256OfBytes } from './digest';

/**
 * Seals all attachments of a folder that nobody else uses with another cipher. One that the new
 * cipher opens is left, so that another call finishes it after a crash at any moment; one that
 * neither opens was damaged before and is left, too.
 *
 * @throws errors of the file system, such as a full disk
 */
export async function resealBlobs(
  folder: string,
  from: Cipher,
  to: Cipher,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  await emptyUnfinished(folder);
  const hashes = await hashesIn(folder);
  for (const [index, hash] of hashes.entries()) {
    const sealed = await readFile(pathOf(folder, hash));
    const plain = isDone(sealed, hash, to) ? null : opened(sealed, hash, from);
    if (plain !== null) await writeBlob(folder, hash, to.seal(plain, hash));
    onProgress?.(index + 1, hashes.length);
  }
}

/** What no cipher sealed tells nothing by being opened: there the content must be the one named. */
function isDone(sealed: Uint8Array, hash: string, to: Cipher): boolean {
  const plain = opened(sealed, hash, to);
  return plain !== null && (to.name !== NO_CIPHER.name || sha256OfBytes(plain) === hash);
}

function opened(sealed: Uint8Array, hash: string, cipher: Cipher): Uint8Array | null {
  try {
    return cipher.open(sealed, hash);
  } catch {
    return null;
  }
}
