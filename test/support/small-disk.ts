import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function mount(folder: string, megabytes: number): boolean {
  const size = `size=${String(megabytes)}m`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0;
}

/** Not every root may mount: a container's may not. So it is tried once. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = fs.mkdtempSync(join(tmpdir(), 'rostrum-mount-'));
  const done = mount(folder, 1);
  if (done) unmount(folder);
  fs.rmdirSync(folder);
  return done;
}

/** Why no small disk can be had here; `null`: it can. */
export const NO_SMALL_DISK: string | null = canMount()
  ? null
  : 'needs root on Linux, to mount a small disk';

/** A disk of so many megabytes mounted in `folder`, or `null` where none can be mounted. */
export function mountSmallDisk(folder: string, megabytes: number): string | null {
  if (NO_SMALL_DISK !== null) return null;
  fs.mkdirSync(folder, { recursive: true });
  return mount(folder, megabytes) ? folder : null;
}

export function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}

/** Leaves so many bytes of space on a disk; the way to give the rest back is returned. */
export function fillDisk(disk: string, left = 0): () => void {
  const filler = join(disk, 'filler');
  const free = fs.statfsSync(disk);
  const bytes = Math.max(0, free.bavail * free.bsize - left);
  fs.writeFileSync(filler, Buffer.alloc(bytes));
  return () => fs.rmSync(filler);
}
