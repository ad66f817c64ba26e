import { bridge } from '../../../bridge/client';

/** A file on its way in, and whether it is to be kept itself. */
interface MayBeKept {
  readonly bytes: Uint8Array;
  readonly keep: boolean;
}

/**
 * Stores the files that are to be kept and hands their hashes, `null` for the others, to what refers
 * to them. When that is refused or fails, none of them stays behind.
 */
export async function withKeptFiles<Result extends { readonly ok: boolean }>(
  files: readonly MayBeKept[],
  write: (hashes: readonly (string | null)[]) => Promise<Result>,
): Promise<Result> {
  const hashes: (string | null)[] = [];
  let done = false;
  try {
    for (const { bytes, keep } of files) {
      const kept = keep ? await bridge.blobs.put({ bytes: new Uint8Array(bytes) }) : null;
      hashes.push(kept?.hash ?? null);
    }
    const result = await write(hashes);
    done = result.ok;
    return result;
  } finally {
    if (!done) {
      const stored = hashes.filter((hash) => hash !== null);
      // What cannot be discarded now is refused for the same reason as the act: that is told.
      await Promise.allSettled(stored.map((hash) => bridge.blobs.discard({ hash })));
    }
  }
}
