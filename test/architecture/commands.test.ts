import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { profileFolder } from '@electron/settings/profile';
import { countsOf, hasTests, lastLine, sum } from '../../scripts/lib/counts.mjs';
import { defaultProfile, holderOf, readReady } from '../../scripts/lib/host.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'rostrum-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, value: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};

describe('npm test counts', () => {
  const skip = { name: 'x', reason: 'needs a file' };

  it('a check without tests of its own as one', () => {
    expect(countsOf({ exit: 0 })).toMatchObject({ passed: 1, failed: 0, note: null });
    expect(countsOf({ exit: 2 })).toMatchObject({ passed: 0, failed: 1, note: null });
  });

  it('what the runner wrote', () => {
    const file = write('good.json', { passed: 3, failed: 1, skipped: [skip] });
    expect(countsOf({ exit: 1, file })).toEqual({
      passed: 3,
      failed: 1,
      skipped: [skip],
      note: null,
    });
  });

  it.each([
    ['fails without a failed test', 1, { passed: 3, failed: 0, skipped: [] }, 3],
    ['runs no test at all', 0, { passed: 0, failed: 0, skipped: [] }, 0],
    ['fails and only skips', 1, { passed: 0, failed: 0, skipped: [skip] }, 0],
  ])('a runner that %s as a failure', (_what, exit, counts, passed) => {
    const file = write('odd.json', counts);
    expect(countsOf({ exit, file })).toMatchObject({ passed, failed: 1 });
    expect(countsOf({ exit, file }).note).not.toBeNull();
  });

  it('nothing as a failure when every test had a reason to be skipped', () => {
    const file = write('skips.json', { passed: 0, failed: 0, skipped: [skip] });
    expect(countsOf({ exit: 0, file })).toMatchObject({ passed: 0, failed: 0, skipped: [skip] });
    expect(countsOf({ exit: 0, file }).note).toContain('skipped');
  });

  it('a runner that wrote nothing as a failure', () => {
    const file = join(folder, 'absent.json');
    expect(countsOf({ exit: 0, file })).toMatchObject({ passed: 0, failed: 1 });
    expect(countsOf({ exit: 137, file })).toMatchObject({ passed: 0, failed: 1 });
  });

  it('everything together in one plain line', () => {
    const total = sum([
      { passed: 2, failed: 0, skipped: [skip] },
      { passed: 3, failed: 1, skipped: [] },
    ]);
    expect(lastLine(total)).toBe('5 passed, 1 failed, 1 skipped');
  });

  it('a folder as empty only when there is no test file below it', () => {
    expect(hasTests(['test/architecture'])).toBe(true);
    expect(hasTests(['test/no-such-folder', 'scripts'])).toBe(false);
  });
});

describe('npm start', () => {
  it.each([
    ['linux', {}],
    ['linux', { XDG_DATA_HOME: '/data' }],
    ['linux', { XDG_DATA_HOME: 'relative' }],
    ['linux', { ROSTRUM_PROFILE: '/elsewhere', XDG_DATA_HOME: '/data' }],
    ['darwin', {}],
    ['win32', {}],
    ['win32', { APPDATA: '/roaming' }],
  ] as const)('looks for the profile where the program keeps it: %s %o', (platform, env) => {
    const home = '/home/somebody';
    expect(defaultProfile({ env, platform }, home)).toBe(profileFolder({ env, platform, home }));
  });

  it('takes a note of a process that is gone for none', () => {
    const note = (pid: unknown, shell: string) =>
      write('instance.json', { pid, shell, port: null, at: '2026-01-01T00:00:00.000Z' });
    note(process.pid, 'web');
    expect(holderOf(folder)).toBe('web');
    note(process.pid, 'electron');
    expect(holderOf(folder)).toBe('electron');
    note(2 ** 30, 'web');
    expect(holderOf(folder)).toBeNull();
    note('none', 'web');
    expect(holderOf(folder)).toBeNull();
    expect(holderOf(join(folder, 'absent'))).toBeNull();
  });

  it.each([
    ['{"ready":true,"url":"http://127.0.0.1:1/"}', { url: 'http://127.0.0.1:1/', joined: false }],
    [
      '{"ready":true,"url":"http://127.0.0.1:1/","joined":true}',
      { url: 'http://127.0.0.1:1/', joined: true },
    ],
    ['{"ready":false,"url":"http://127.0.0.1:1/"}', null],
    ['{"ready":true}', null],
    ['{broken', null],
    ['ready', null],
  ])('reads the ready line %s', (line, expected) => {
    expect(readReady(line)).toEqual(expected);
  });
});

describe('the continuous integration', () => {
  it('runs npm test through .ci/run', () => {
    const file = join(root, '.ci', 'run');
    expect(() => accessSync(file, constants.X_OK)).not.toThrow();
    expect(readFileSync(file, 'utf8')).toMatch(/^exec npm test /m);
  });

  it('installs from a lock file that names no registry host', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
  });
});
