import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { z } from 'zod';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import { utf8 } from '@electron/web/http';
import { ask } from './web-server';

/** The built web shell as `npm start` runs it: a process, a profile on disk, the real register. */
const root = join(import.meta.dirname, '..', '..');
const readySchema = z.strictObject({
  ready: z.literal(true),
  url: z.url(),
  port: z.int(),
  joined: z.boolean(),
  notices: z.array(z.string()),
});
type Ready = z.infer<typeof readySchema>;

export interface HostProcess {
  readonly child: ChildProcess;
  readonly ready: Promise<Ready>;
  /** Its exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
  /** What it has written to standard error. */
  readonly errors: () => string;
}

export interface BuiltHost {
  start(profile: string, env?: Record<string, string>, args?: string[]): HostProcess;
  /** Kills what still runs. */
  endAll(): Promise<void>;
  remove(): void;
}

/** Builds the web shell, with a page that does nothing. */
export async function buildHost(): Promise<BuiltHost> {
  const built = mkdtempSync(join(tmpdir(), 'rostrum-main-'));
  await build({
    configFile: join(root, 'vite.web.config.ts'),
    logLevel: 'error',
    build: { outDir: join(built, 'web') },
  });
  mkdirSync(join(built, 'renderer'));
  writeFileSync(join(built, 'renderer', 'index.html'), '<p>page</p>');
  const running: ChildProcess[] = [];

  return {
    start(profile, env = {}, args = []) {
      const child = spawn(process.execPath, [join(built, 'web', 'main.js'), ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ROSTRUM_PROFILE: profile, ...env },
      });
      running.push(child);
      let errors = '';
      child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
      const ended = once(child, 'close').then(([code]) => code as number | null);
      const ready = new Promise<Ready>((resolve, reject) => {
        createInterface({ input: child.stdout }).once('line', (line) => {
          resolve(readySchema.parse(JSON.parse(line)));
        });
        void ended.then(() => reject(new Error(errors)));
      });
      // Who does not ask whether it became ready does not want to know.
      ready.catch(() => undefined);
      return { child, ready, ended, errors: () => errors };
    },
    async endAll() {
      for (const child of running.splice(0)) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    },
    remove: () => rmSync(built, { recursive: true }),
  };
}

/** What a page calls with. */
export interface Entered {
  readonly port: number;
  readonly cookie: string;
  readonly origin: string;
}

/** Goes in by an address. */
export async function enter(url: string): Promise<Entered> {
  const { port, pathname, search, origin } = new URL(url);
  const answer = await ask(Number(port), { path: pathname + search });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return { port: Number(port), cookie, origin };
}

/** A call over the bridge; throws the status of an answer that is none. */
export async function callAs(
  { port, cookie, origin }: Entered,
  channel: string,
  value: unknown,
): Promise<unknown> {
  const answer = await ask(port, {
    method: 'POST',
    path: `/bridge/${channel}`,
    headers: { cookie, origin, 'content-type': 'application/octet-stream' },
    body: encodeFrame(value, utf8),
  });
  const decoded = decodeFrame(answer.body, utf8);
  if (answer.status !== 200 || !decoded.ok) throw new Error(String(answer.status));
  return decoded.value;
}
