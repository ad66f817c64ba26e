import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Who has a profile open. `port` is null while it is starting, and always for Electron. */
const instanceSchema = z.object({
  pid: z.int().positive(),
  shell: z.enum(['electron', 'web']),
  port: z.int().min(1).max(65535).nullable(),
  /** ISO text in UTC. */
  at: z.iso.datetime(),
});
export type Instance = z.infer<typeof instanceSchema>;

/** After this long without a port, a web instance that says it is starting has died while doing so. */
export const STARTING_MS = 60_000;

/** What is known of the one who has the profile. */
export type Standing =
  /** It is there and answered. */
  | 'answers'
  /** Its process lives, but it does not answer (yet). */
  | 'lives'
  /** It is gone. */
  | 'gone';

export type Claim =
  | { ok: true; release: () => void; publish: (port: number) => void }
  | { ok: false; holder: Instance; standing: 'answers' | 'lives' };

/**
 * Takes the profile for this process, or says who has it. The file is created exclusively, so that of
 * two that start at once only one gets it; one left behind by a process that died is taken over.
 */
export async function claimProfile(options: {
  file: string;
  self: Pick<Instance, 'pid' | 'shell'>;
  now: () => string;
  standing: (holder: Instance) => Promise<Standing>;
}): Promise<Claim> {
  const { file, self, now, standing } = options;
  const mine = (port: number | null): Instance => ({ ...self, port, at: now() });
  for (;;) {
    if (create(file, mine(null))) return { ok: true, ...keeping(file, mine) };
    const holder = readInstance(file);
    if (holder !== null) {
      const state = holder.pid === self.pid ? 'gone' : await standing(holder);
      if (state !== 'gone') return { ok: false, holder, standing: state };
    }
    discard(file, holder);
  }
}

/** Removes what a dead process left; had somebody else claimed it meanwhile, puts theirs back. */
function discard(file: string, stale: Instance | null): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readInstance(aside);
  if (moved !== null && (moved.pid !== stale?.pid || moved.at !== stale.at))
    renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function keeping(file: string, mine: (port: number) => Instance) {
  return {
    publish(port: number): void {
      const instance = mine(port);
      const next = `${file}.${instance.pid}`;
      writeFileSync(next, JSON.stringify(instance), { mode: 0o600 });
      renameSync(next, file);
    },
    release(): void {
      if (readInstance(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** Makes the file with its whole content at once, so that nobody ever reads half of it. */
function create(file: string, instance: Instance): boolean {
  const whole = `${file}.${instance.pid}`;
  writeFileSync(whole, JSON.stringify(instance), { mode: 0o600 });
  try {
    linkSync(whole, file);
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    // A file system without links (a FAT stick): the exclusive flag is the next best.
    return createExclusively(file, instance);
  } finally {
    rmSync(whole, { force: true });
  }
}

function createExclusively(file: string, instance: Instance): boolean {
  try {
    writeFileSync(file, JSON.stringify(instance), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    throw fault;
  }
}

const codeOf = (fault: unknown): unknown =>
  fault instanceof Error && 'code' in fault ? fault.code : null;

/** The instance file's content; null when it is not there or not readable as such. */
export function readInstance(file: string): Instance | null {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whether a process of this id lives. One that belongs to somebody else does. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}
