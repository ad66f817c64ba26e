import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '@shared/contract/contract';
import { someDraft } from '../support/fake-host';

/** The bundle that Electron would run, run by Node with a stand-in for Electron. */
const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const draft = someDraft();

let built: string;
let profile: string;
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'rostrum-electron-'));
  await build({
    configFile: join(root, 'vite.main.config.ts'),
    logLevel: 'error',
    build: { outDir: join(built, 'main') },
  });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true }));
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'rostrum-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true }));

async function start(): Promise<Record<string, unknown>> {
  const standIn = join(import.meta.dirname, 'support', 'electron-stand-in.ts');
  const { stdout } = await run(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'support', 'run-main.mjs'),
      ...[pathToFileURL(join(built, 'main', 'main.js')).href, pathToFileURL(standIn).href],
    ],
    { env: { ...process.env, ROSTRUM_PROFILE: profile, DRAFT: JSON.stringify(draft) } },
  );
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('the Electron shell as a program', () => {
  it('opens one window on a desk of its own, answers it, and closes in order', async () => {
    const result = await start();
    expect(result).toMatchObject({
      exited: null,
      sandboxed: true,
      userData: join(profile, 'electron'),
      schemes: ['rostrum'],
      permission: false,
      menu: 3,
      errors: [],
      url: 'rostrum://app/#/',
      hello: {
        answer: { shell: 'electron', version: '0.1.0', locale: 'en-GB', development: false },
      },
      settings: { answer: { language: 'en', started: false } },
      commit: { answer: { ok: true, operations: [{ n: 1, operation: { id: draft.id } }] } },
      second: { answer: { ok: true, open: null } },
      sent: [[['register.committed', { last: 1, epoch: 0 }]], []],
      windows: ['rostrum://app/#/', 'rostrum://app/#/projector'],
      code: 0,
    });
    expect([...(result['channels'] as string[])].sort()).toEqual(Object.keys(contract).sort());
    expect(existsSync(join(profile, 'instance.json'))).toBe(false);
  });

  it('answers neither foreign pages nor frames inside, nor bad arguments', async () => {
    expect(await start()).toMatchObject({
      foreign: { fault: expect.stringContaining('bridge(refused)') as string },
      inner: { fault: expect.stringContaining('bridge(refused)') as string },
      bad: { fault: expect.stringContaining('bridge(bad-argument)') as string },
    });
  });

  it('keeps no channel but those of the contract', async () => {
    expect(await start()).toMatchObject({ listeners: [] });
  });

  it('keeps the desk from start to start', async () => {
    const [first, second] = [await start(), await start()];
    expect(second['settings']).toEqual(first['settings']);
    expect(second).toMatchObject({ code: 0, errors: [] });
  });

  it('does not open a desk that a web shell has open, and says so', async () => {
    const holder = { pid: process.pid, shell: 'web', port: 1, at: new Date().toISOString() };
    writeFileSync(join(profile, 'instance.json'), JSON.stringify(holder));
    expect(await start()).toMatchObject({
      exited: 0,
      url: null,
      errors: [['Rostrum is already open', expect.any(String)]],
    });
    expect(existsSync(join(profile, 'instance.json'))).toBe(true);
  });

  it('says so when the desk cannot be opened', async () => {
    mkdirSync(join(profile, 'register', 'register.sqlite'), { recursive: true });
    const result = await start();
    expect(result).toMatchObject({
      exited: 1,
      url: null,
      errors: [['Rostrum cannot start', expect.any(String)]],
    });
    expect(existsSync(join(profile, 'instance.json'))).toBe(false);
  });
});
