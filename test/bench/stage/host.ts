import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readReady } from '../../../scripts/lib/host.mjs';

/** A running host of the copied build. */
export interface BenchHost {
  /** Lets one window in. */
  readonly url: string;
  readonly origin: string;
  /** Resident memory now, MB; null where the system does not tell. */
  memory(): number | null;
  stop(): Promise<void>;
}

export async function startHost(entry: string, profile: string): Promise<BenchHost> {
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ROSTRUM_PROFILE: profile, LC_ALL: 'en_GB.UTF-8' },
  });
  const url = await readyUrl(child);
  return {
    url,
    origin: new URL(url).origin,
    memory: () => residentMemory(child.pid ?? 0),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error('the host ended before it was ready; see its message above'));
    });
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = readReady(line);
      if (ready !== null) resolve(ready.url);
    });
  });
}

/** Of a process by its id, MB; null where `/proc` is not. */
export function residentMemory(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}
