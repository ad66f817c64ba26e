import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeFrame, decodeFrame } from '@shared/contract/wire';
import { utf8 } from '@electron/web/http';
import { someDraft } from '../../support/fake-host';
import { ask } from '../../support/web-server';

/** The built program as `npm start` runs it: a process, a profile on disk, the real register. */
const root = join(import.meta.dirname, '..', '..', '..');
const readySchema = z.strictObject({
  ready: z.literal(true),
  url: z.url(),
  port: z.int(),
  joined: z.boolean(),
  notices: z.array(z.string()),
});

let built: string;
let profile: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'rostrum-main-'));
  await build({
    configFile: join(root, 'vite.web.config.ts'),
    logLevel: 'error',
    build: { outDir: join(built, 'web') },
  });
  mkdirSync(join(built, 'renderer'));
  writeFileSync(join(built, 'renderer', 'index.html'), '<p>page</p>');
}, 60_000);
afterAll(() => rmSync(built, { recursive: true }));

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'rostrum-profile-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(profile, { recursive: true });
});

function start(env: Record<string, string> = {}, args: string[] = []) {
  const child = spawn(process.execPath, [join(built, 'web', 'main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ROSTRUM_PROFILE: profile, ...env },
  });
  running.push(child);
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<z.infer<typeof readySchema>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      resolve(readySchema.parse(JSON.parse(line)));
    });
    void ended.then(() => reject(new Error(errors)));
  });
  // Who does not ask whether it became ready does not want to know.
  ready.catch(() => undefined);
  return { child, ready, ended, errors: () => errors };
}

/** Goes in by an address and answers with what a page then calls with. */
async function enter(url: string) {
  const { port, pathname, search, origin } = new URL(url);
  const answer = await ask(Number(port), { path: pathname + search });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return { port: Number(port), cookie, origin };
}

async function call(
  { port, cookie, origin }: Awaited<ReturnType<typeof enter>>,
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

const occupy = async (port: number): Promise<Server> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
};

describe('the web shell as a program', () => {
  it('serves, ends when it is told to, and leaves no claim behind', async () => {
    const { child, ready, ended, errors } = start();
    const window = await enter((await ready).url);
    expect(await call(window, 'app.hello', {})).toMatchObject({ shell: 'web', version: '0.1.0' });
    expect(await call(window, 'register.status', {})).toMatchObject({ last: 0, recovery: null });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(profile, 'instance.json'))).toBe(false);
    expect(errors()).toBe('');
  });

  it('is found by a second start, which opens one more window of it', async () => {
    const first = await start().ready;
    const second = start();
    const joined = await second.ready;
    expect(joined).toMatchObject({ port: first.port, joined: true });
    expect(joined.url).not.toBe(first.url);
    expect(await second.ended).toBe(0);
    expect(await call(await enter(joined.url), 'app.hello', {})).toMatchObject({ shell: 'web' });
  });

  it('is one, when two are started at once', async () => {
    const both = await Promise.all([start().ready, start().ready]);
    expect(both.map(({ joined }) => joined).sort()).toEqual([false, true]);
    expect(both[0].port).toBe(both[1].port);
  });

  it('comes back after being killed: same port, same window, nothing lost', async () => {
    const first = start();
    const window = await enter((await first.ready).url);
    const answer = await call(window, 'register.commit', { drafts: [someDraft()] });
    expect(answer).toMatchObject({ ok: true });
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(profile, 'instance.json'))).toBe(true);
    expect(await start().ready).toMatchObject({ port: window.port, joined: false, notices: [] });
    const read = await call(window, 'register.read', { after: 0, limit: 10 });
    expect(read).toMatchObject({ last: 1, operations: [{ n: 1 }] });
  });

  it('stamps operations with the operator of its settings', async () => {
    const window = await enter((await start().ready).url);
    const settings = (await call(window, 'settings.read', {})) as { operator: { id: string } };
    const answer = await call(window, 'register.commit', { drafts: [someDraft()] });
    expect(answer).toMatchObject({
      operations: [{ operation: { actor: settings.operator.id } }],
    });
  });

  it('moves when its port is taken, and says what that means', async () => {
    const first = start();
    const { port } = await first.ready;
    first.child.kill('SIGTERM');
    await first.ended;
    const other = await occupy(port);
    const second = start();
    const moved = await second.ready;
    other.close();
    expect(moved.notices).toEqual(['port-moved']);
    expect(moved.port).not.toBe(port);
    expect(second.errors()).toContain('Nothing is lost');
  });

  it('uses the port it is told to, or says that it cannot', async () => {
    const other = await occupy(0);
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const refused = start({}, ['--port', String(port)]);
    expect(await refused.ended).toBe(1);
    expect(refused.errors()).toContain('the port is used by another program');
    other.close();
    await once(other, 'close');
    expect((await start({ ROSTRUM_PORT: String(port) }).ready).port).toBe(port);
  });

  it('goes on with broken settings and keeps the broken file', async () => {
    mkdirSync(join(profile, 'settings'));
    writeFileSync(join(profile, 'settings', 'settings.json'), '{"language":');
    const { ready, errors } = start();
    expect((await ready).notices).toEqual(['settings-set-aside']);
    expect(errors()).toContain('settings.broken-');
    expect(
      readdirSync(join(profile, 'settings')).filter((name) => name.includes('broken')),
    ).toHaveLength(1);
  });

  it('does not open a desk that is open in Electron', async () => {
    const holder = {
      pid: process.pid,
      shell: 'electron',
      port: null,
      at: new Date().toISOString(),
    };
    writeFileSync(join(profile, 'instance.json'), JSON.stringify(holder));
    const { ended, errors } = start();
    expect(await ended).toBe(1);
    expect(errors()).toContain('open in Electron');
  });

  it('removes what was being printed when it was killed', async () => {
    mkdirSync(join(profile, 'scratch', 'print-x'), { recursive: true });
    writeFileSync(join(profile, 'scratch', 'print-x', 'document.html'), 'Synthetic');
    await start().ready;
    expect(readdirSync(join(profile, 'scratch'))).toEqual([]);
  });

  it('says why when the profile cannot be used', async () => {
    const file = join(profile, 'file');
    writeFileSync(file, '');
    const { ended, errors } = start({ ROSTRUM_PROFILE: file });
    expect(await ended).toBe(1);
    expect(errors()).toContain('could not start');
  });
});
