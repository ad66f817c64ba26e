import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildChild } from './support/child';
import { places } from './support/folders';

const COMMITS = 25;

/** Why system calls cannot be watched here, or null. */
function whyNot(): string | null {
  const probe = spawnSync('strace', ['-e', 'trace=none', 'true']);
  if (probe.error !== undefined) return 'needs strace, which is not on this machine';
  return probe.status === 0 ? null : 'strace may not trace here';
}
const reason = whyNot();

it.skipIf(reason !== null)(
  `journal and backup are synced before a commit is acknowledged${reason === null ? '' : ` (${reason})`}`,
  { timeout: 120_000 },
  async () => {
    const program = await buildChild('storm');
    const at = places();
    const trace = join(at.root, 'trace');
    const calls = 'trace=write,pwrite64,fsync,fdatasync';
    const node = [process.execPath, program, at.folder, at.backupFolder, String(COMMITS)];
    const run = spawnSync('strace', ['-f', '-y', '-s', '16', '-e', calls, '-o', trace, ...node]);
    expect(run.stderr.toString()).toBe('');
    let written = { journal: false, backup: false };
    let synced = { journal: false, backup: false };
    let acknowledged = 0;
    for (const line of fs.readFileSync(trace, 'utf8').split('\n')) {
      const file = line.includes('register.sqlite-wal>') ? 'journal' : 'backup';
      const ours = file === 'journal' || line.includes('register.backup>');
      if (ours && /\bp?write(64)?\(/.test(line)) {
        written = { ...written, [file]: true };
        synced = { ...synced, [file]: false };
      }
      if (ours && /\bf(data)?sync\(/.test(line)) synced = { ...synced, [file]: true };
      if (!/\bwrite\(1<.*"acknowledged/.test(line)) continue;
      acknowledged += 1;
      expect(written.journal, line).toBe(true);
      expect(synced.journal, line).toBe(true);
      // The first commits may find the backup's file still under its first name.
      if (acknowledged > 5) expect({ written, synced }).toMatchObject(both);
      written = { journal: false, backup: false };
    }
    expect(acknowledged).toBe(COMMITS);
  },
);

const both = {
  written: { journal: true, backup: true },
  synced: { journal: true, backup: true },
};
