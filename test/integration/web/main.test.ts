import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ProtectionStatus } from '@shared/contract/protection';
import { chanceOf } from '@shared/domain/sample/chance';
import { profileAt } from '@electron/settings/profile';
import {
  buildHost,
  callAs as call,
  enter,
  type BuiltHost,
  type Entered,
  type HostProcess,
} from '../../support/built-host';
import { traces } from '../../support/desk';
import { someDraft } from '../../support/fake-host';

let host: BuiltHost;
let profile: string;
beforeAll(async () => {
  host = await buildHost();
}, 60_000);
afterAll(() => host.remove());

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'rostrum-profile-'));
});
afterEach(async () => {
  await host.endAll();
  rmSync(profile, { recursive: true });
});

const start = (env: Record<string, string> = {}, args: string[] = []) =>
  host.start(profile, env, args);

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
    const env = { ROSTRUM_PROFILE: profile, XDG_RUNTIME_DIR: join(profile, 'runtime') };
    const { memory } = profileAt({ env, platform: process.platform, home: profile });
    if (memory !== null) mkdirSync(join(memory, 'print-x'), { recursive: true });
    await start(env).ready;
    expect(readdirSync(join(profile, 'scratch'))).toEqual([]);
    expect(memory !== null && existsSync(memory)).toBe(false);
  });

  it('writes no name down that a fault holds', async () => {
    const running = start();
    const window = await enter((await running.ready).url);
    const name = 'Sesame Synthetic';
    // A folder that is no folder makes the attachment fail, with the path in the fault's message.
    rmSync(join(profile, 'blobs'), { recursive: true });
    writeFileSync(join(profile, 'blobs'), name);
    const bytes = new TextEncoder().encode(name);
    await expect(call(window, 'blobs.put', { bytes })).rejects.toThrow('500');
    running.child.kill('SIGTERM');
    await running.ended;
    expect(running.errors()).toMatch(/^rostrum: blobs\.put: Error \(code E[A-Z]+/);
    expect(running.errors()).not.toContain(name);
    expect(running.errors()).not.toContain(profile);
  });

  it('says why when the profile cannot be used', async () => {
    const file = join(profile, 'file');
    writeFileSync(file, '');
    const { ended, errors } = start({ ROSTRUM_PROFILE: file });
    expect(await ended).toBe(1);
    expect(errors()).toContain('could not start');
  });
});

describe('a switch-on of protection that is killed', { timeout: 60_000 }, () => {
  const SEED = 20_261_122;
  const PASSPHRASE = 'a synthetic passphrase';
  const NAMES = Array.from({ length: 2000 }, (_, index) => `Vanderquux-${index}`);
  const people = NAMES.map((family) => {
    const id = randomUUID();
    return someDraft({ subjects: [id], body: { id, set: {} }, personal: { set: { family } } });
  });
  const bytes = new TextEncoder().encode('Vanderquux minutes');

  /** Kills the host when it says for the `step`-th time how far it is; 0: as soon as it begins. */
  async function killAt(step: number, page: Entered, running: HostProcess): Promise<void> {
    const { recovery } = (await call(page, 'protection.prepare', {})) as { recovery: string };
    const socket = new WebSocket(`ws://127.0.0.1:${page.port}/events`, {
      headers: { cookie: page.cookie },
      origin: page.origin,
    });
    await once(socket, 'open');
    let heard = 0;
    socket.on('error', () => socket.terminate());
    socket.on('message', (text: Buffer) => {
      if (!text.toString().includes('protection.progress')) return;
      heard += 1;
      if (heard === step) running.child.kill('SIGKILL');
    });
    const request = { passphrase: PASSPHRASE, keyStore: false, recovery };
    const asked = call(page, 'protection.setUp', request).catch(() => 'killed');
    if (step === 0) running.child.kill('SIGKILL');
    await asked;
    running.child.kill('SIGKILL');
    await running.ended;
    socket.terminate();
  }

  const chance = chanceOf(SEED);
  const steps = [0, 1 + chance.below(4), 5 + chance.below(4), 9, 100];
  it.each(steps)(`goes on from where it was: step %i (seed ${SEED})`, async (step) => {
    const first = start();
    const before = await enter((await first.ready).url);
    await call(before, 'register.commit', { drafts: people });
    const { hash } = (await call(before, 'blobs.put', { bytes })) as { hash: string };
    const content = await call(before, 'register.read', { after: 0, limit: 20_000 });
    expect(traces(profile, NAMES.slice(0, 5))).not.toEqual([]);
    await killAt(step, before, first);

    const second = start();
    const page = await enter((await second.ready).url);
    const status = (await call(page, 'protection.status', {})) as ProtectionStatus;
    if (status.state === 'none') {
      const { recovery } = (await call(page, 'protection.prepare', {})) as { recovery: string };
      const request = { passphrase: PASSPHRASE, keyStore: false, recovery };
      expect(await call(page, 'protection.setUp', request)).toEqual({ ok: true });
    } else {
      await expect(call(page, 'register.status', {})).rejects.toThrow('423');
      const way = { kind: 'passphrase', passphrase: PASSPHRASE };
      expect(await call(page, 'protection.unlock', { way })).toEqual({ ok: true });
    }
    expect(await call(page, 'register.read', { after: 0, limit: 20_000 })).toEqual(content);
    expect(await call(page, 'blobs.get', { hash })).toEqual({ ok: true, bytes });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(traces(profile, ['Vanderquux'])).toEqual([]);
  });
});
