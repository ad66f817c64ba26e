import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileAt } from '@electron/settings/profile';
import {
  claimProfile,
  readInstance,
  STARTING_MS,
  type Instance,
  type Standing,
} from '@electron/settings/instance';
import { listen } from '@electron/web/listen';
import { standingOf } from '@electron/web/other-instance';
import { SECRET, startTestServer } from '../../support/web-server';

const AT = '2023-06-13T08:52:00.000Z';
/** A process that has ended: its number belongs to nobody for a good while. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-instance-'));
  file = join(folder, 'instance.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const claim = (standing: Standing = 'lives', pid = process.pid) =>
  claimProfile({
    file,
    self: { pid, shell: 'web' },
    now: () => AT,
    standing: async () => standing,
  });

const serve = async (listener: RequestListener): Promise<{ server: Server; port: number }> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
};

describe('the claim to a profile', () => {
  it('is made by the first, published, and released', async () => {
    const first = await claim();
    if (!first.ok) throw new Error('refused');
    expect(readInstance(file)).toEqual({ pid: process.pid, shell: 'web', port: null, at: AT });
    first.publish(23_456);
    expect(readInstance(file)?.port).toBe(23_456);
    first.release();
    expect(readInstance(file)).toBeNull();
  });

  it.each(['lives', 'answers'] as const)('is refused while the holder %s', async (standing) => {
    await claim();
    const second = await claim(standing, 999_999_999);
    expect(second).toMatchObject({ ok: false, standing, holder: { pid: process.pid } });
  });

  it('passes on when the holder is gone', async () => {
    const left: Instance = { pid: deadPid(), shell: 'web', port: 1, at: AT };
    writeFileSync(file, JSON.stringify(left));
    expect((await claim('gone')).ok).toBe(true);
    expect(readInstance(file)?.pid).toBe(process.pid);
  });

  it.each(['', '{', 'null', '{"pid":-1}'])(
    'is not stopped by a broken file: %j',
    async (content) => {
      writeFileSync(file, content);
      expect((await claim()).ok).toBe(true);
    },
  );

  it('is got by one of many that come at once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claim('lives', 900_000_000 + index)),
    );
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('the one who has the profile', () => {
  const holder = (parts: Partial<Instance>): Instance => ({
    ...{ pid: process.pid, shell: 'web', port: null, at: AT },
    ...parts,
  });
  const now = Date.parse(AT);

  it('answers, when it is really there', async () => {
    const test = await startTestServer();
    const { port } = test.server;
    expect(await standingOf(holder({ port }), SECRET, now)).toBe('answers');
    expect(await standingOf(holder({ port }), 'another secret', now)).toBe('gone');
    await test.close();
    expect(await standingOf(holder({ port }), SECRET, now)).toBe('gone');
  });

  it('is gone when its process is', async () => {
    expect(await standingOf(holder({ pid: deadPid(), port: 1 }), SECRET, now)).toBe('gone');
  });

  it('lives while it starts, but not for ever', async () => {
    expect(await standingOf(holder({}), SECRET, now + STARTING_MS - 1)).toBe('lives');
    expect(await standingOf(holder({}), SECRET, now + STARTING_MS)).toBe('gone');
  });

  it('lives in Electron as long as its process does', async () => {
    expect(await standingOf(holder({ shell: 'electron' }), SECRET, now)).toBe('lives');
  });

  it.each<[string, RequestListener]>([
    ['is somebody else', (_, response) => response.end('<html></html>')],
    ['pretends', (_, response) => response.end(JSON.stringify({ pid: process.pid, proof: 'x' }))],
    ['breaks off', (request) => request.socket.destroy()],
  ])('is gone when who has its port %s', async (_, listener) => {
    const { server, port } = await serve(listener);
    expect(await standingOf(holder({ port }), SECRET, now)).toBe('gone');
    server.close();
  });

  it('lives when it says nothing', async () => {
    const { server, port } = await serve(() => undefined);
    expect(await standingOf(holder({ port }), SECRET, now)).toBe('lives');
    server.closeAllConnections();
    server.close();
  });
});

describe('the port', () => {
  const random = () => 0.5;

  it('is kept from the last start', async () => {
    const { server, port } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    const again = createServer();
    expect(await listen(again, { wanted: null, kept: port, random })).toEqual({
      ok: true,
      port,
      moved: false,
    });
    again.close();
  });

  it('moves when another program has it, and says so', async () => {
    const { server, port } = await serve(() => undefined);
    const mine = createServer();
    const found = await listen(mine, { wanted: null, kept: port, random: Math.random });
    expect(found).toMatchObject({ ok: true, moved: true });
    expect(found).not.toMatchObject({ port });
    mine.close();
    server.close();
  });

  it('is the one that was asked for, or none', async () => {
    const { server, port } = await serve(() => undefined);
    const mine = createServer();
    expect(await listen(mine, { wanted: port, kept: null, random })).toEqual({
      ok: false,
      reason: 'port-taken',
    });
    server.close();
  });
});

describe('the profile folder', () => {
  it.each<[string, NodeJS.Platform, Record<string, string>, string]>([
    ['what is asked for', 'linux', { ROSTRUM_PROFILE: '/desk' }, '/desk'],
    ['XDG', 'linux', { XDG_DATA_HOME: '/data' }, '/data/rostrum'],
    ['not a relative XDG', 'linux', { XDG_DATA_HOME: 'data' }, '/home/x/.local/share/rostrum'],
    ['the home folder', 'linux', {}, '/home/x/.local/share/rostrum'],
    ['the library', 'darwin', {}, '/home/x/Library/Application Support/Rostrum'],
  ])('follows %s', (_, platform, env, expected) => {
    expect(profileAt({ env, platform, home: '/home/x' }).folder).toBe(expected);
  });

  it('knows a backup elsewhere by its name alone', () => {
    const source = { platform: 'linux' as const, home: '/home/x' };
    expect(profileAt({ ...source, env: {} }).backupLabel).toBeNull();
    const elsewhere = profileAt({ ...source, env: { ROSTRUM_BACKUP: '/media/stick/desk' } });
    expect(elsewhere.backup).toBe('/media/stick/desk');
    expect(elsewhere.backupLabel).toBe('desk');
  });
});
