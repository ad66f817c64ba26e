import { lstat, mkdir, mkdtemp, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from './profile';

/** Left free in the memory file system, which other programs need as well. */
const SPARE = 16 * 1024 * 1024;

/**
 * Makes a folder for what is needed for a moment, at most `bytes` large: in memory where the system has a
 * file system there, so that it never reaches a disk and is gone with the power, else in the profile. Who
 * makes it removes it; what a killed program left is removed at the next start.
 */
export async function makeFleeting(
  { memory, scratch }: Pick<Profile, 'memory' | 'scratch'>,
  bytes: number,
): Promise<string> {
  if (memory !== null && (await offers(memory, bytes))) {
    const made = await mkdtemp(join(memory, 'print-')).catch(() => null);
    if (made !== null) return made;
  }
  return mkdtemp(join(scratch, 'print-'));
}

/** Whether the folder is ours alone (its parent may be everybody's) and has the room. */
async function offers(folder: string, bytes: number): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = await lstat(folder).then((entry) =>
      entry.isDirectory() ? entry : { uid: -1, mode: 0 },
    );
    if (uid !== process.getuid?.() || (mode & 0o077) !== 0) return false;
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize > bytes + SPARE;
  } catch {
    return false;
  }
}
