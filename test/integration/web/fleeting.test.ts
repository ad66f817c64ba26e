import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFleeting } from '@electron/settings/fleeting';
import { emptyScratch, profileAt } from '@electron/settings/profile';

let base: string;
let scratch: string;
let memory: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rostrum-fleeting-'));
  scratch = join(base, 'scratch');
  memory = join(base, 'memory');
  mkdirSync(scratch);
});
afterEach(() => rmSync(base, { recursive: true }));

const at = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
  profileAt({ platform, env: { ROSTRUM_PROFILE: '/desk', ...env }, home: '/home/x' }).memory;

describe('a folder for a moment', () => {
  it('lies in memory, for its owner alone', async ({ skip }) => {
    skip(process.getuid === undefined, 'Windows has no such place');
    const made = await makeFleeting({ memory, scratch }, 1000);
    expect(dirname(made)).toBe(memory);
    expect(statSync(memory).mode & 0o077).toBe(0);
    expect(statSync(made).mode & 0o077).toBe(0);
  });

  it.each<[string, () => void, number]>([
    [
      'is open to others',
      () => {
        mkdirSync(memory);
        chmodSync(memory, 0o755);
      },
      1,
    ],
    ['is a file', () => writeFileSync(memory, ''), 1],
    ['has no room', () => undefined, Number.MAX_SAFE_INTEGER],
  ])('lies in the profile when the place in memory %s', async (_, prepare, bytes) => {
    prepare();
    expect(dirname(await makeFleeting({ memory, scratch }, bytes))).toBe(scratch);
  });

  it('lies in the profile where there is no memory to lie in', async () => {
    expect(dirname(await makeFleeting({ memory: null, scratch }, 1))).toBe(scratch);
    const nowhere = join(base, 'file', 'memory');
    writeFileSync(join(base, 'file'), '');
    expect(dirname(await makeFleeting({ memory: nowhere, scratch }, 1))).toBe(scratch);
  });

  it('is looked for on Linux alone, the user’s own first, another one for every profile', () => {
    expect(at('linux')).toMatch(/^\/dev\/shm\/rostrum-[0-9a-f]{16}$/);
    expect(at('linux', { XDG_RUNTIME_DIR: '/run/user/1' })).toMatch(/^\/run\/user\/1\/rostrum-/);
    expect(at('linux', { XDG_RUNTIME_DIR: 'relative' })).toMatch(/^\/dev\/shm\//);
    expect(at('linux', { ROSTRUM_PROFILE: '/other' })).not.toBe(at('linux'));
    expect(at('darwin')).toBeNull();
    expect(at('win32')).toBeNull();
  });

  it('does not outlast a start, wherever it lay', async () => {
    const profile = { ...profileAt({ platform: 'linux', env: {}, home: base }), memory, scratch };
    const made = [await makeFleeting(profile, 1), await makeFleeting({ memory: null, scratch }, 1)];
    emptyScratch(profile);
    expect(made.map((path) => existsSync(path))).toEqual([false, false]);
    expect(existsSync(scratch)).toBe(true);
  });
});
