import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PASSPHRASE_COST } from '@electron/protection/slow-hash';
import {
  byPassphrase,
  byRecovery,
  fakeParts,
  killedNow,
  machineStore,
  newFolder,
  noStore,
  OTHER,
  PASSPHRASE,
  protectedDesk,
  startDesk,
  STEPS,
  type Desk,
} from './support/desk';

const OK = { ok: true };

const request = (desk: Desk, changes: object = {}) => ({
  passphrase: PASSPHRASE,
  keyStore: false,
  recovery: desk.protection.prepare().recovery,
  ...changes,
});

const bytesOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(folder, entry.name), 'latin1'))
    .join('\n');

describe('switching protection on', () => {
  it('seals everything, says how it is getting on, and is open', async () => {
    const desk = await startDesk();
    expect(bytesOf(desk.folder)).toContain('readable register');
    const progress: number[] = [];
    const states: string[] = [];
    desk.protection.onProgress(({ done }) => progress.push(done));
    desk.protection.onChanged((state) => states.push(state));
    expect(await desk.protection.setUp(request(desk))).toEqual(OK);
    expect(progress).toEqual([1, 2, 3]);
    expect(states).toEqual(['open']);
    expect(bytesOf(desk.folder)).not.toContain('readable');
    expect(await desk.protection.status()).toMatchObject({
      state: 'open',
      lock: null,
      ways: { passphrase: true, keyStore: false, recovery: true },
    });
  });

  it('answers nothing else until it is done', async () => {
    const desk = await startDesk();
    const during: boolean[] = [];
    desk.parts.step = () => void during.push(desk.protection.isOpen());
    await desk.protection.setUp(request(desk));
    expect(during).toEqual([false, false, false, false]);
    expect(desk.protection.isOpen()).toBe(true);
  });

  it.each([
    ['too-short', { passphrase: 'eleven char' }],
    ['no-way', { passphrase: null }],
    ['unknown-recovery', { recovery: '0000' }],
    ['key-store-refused', { keyStore: true }],
  ])('is refused with %s, and changes nothing', async (reason, changes) => {
    const desk = await startDesk({ keyStore: noStore });
    expect(await desk.protection.setUp(request(desk, changes))).toEqual({ ok: false, reason });
    expect(desk.protection.isOpen()).toBe(true);
    expect(desk.parts.switched).toBe(0);
    expect(readdirSync(desk.folder)).not.toContain('keys.json');
  });

  it('takes no recovery code but a prepared one', async () => {
    const other = await protectedDesk();
    const desk = await startDesk();
    const answer = await desk.protection.setUp(request(desk, { recovery: other.recovery }));
    expect(answer).toEqual({ ok: false, reason: 'unknown-recovery' });
  });

  it('is refused with a key store that seals but does not open', async () => {
    const store = machineStore('one machine');
    const keyStore = { ...store, open: async () => Promise.reject(new Error('refused')) };
    const desk = await startDesk({ keyStore });
    expect(await desk.protection.setUp(request(desk, { keyStore: true }))).toEqual({
      ok: false,
      reason: 'key-store-refused',
    });
  });

  it('happens once, however often it is asked for at the same moment', async () => {
    const desk = await startDesk();
    const answers = await Promise.all([
      desk.protection.setUp(request(desk)),
      desk.protection.setUp(request(desk, { passphrase: OTHER })),
    ]);
    expect(answers).toEqual([OK, { ok: false, reason: 'already' }]);
    expect(desk.parts.switched).toBe(1);
    const again = await desk.restart();
    expect(await again.protection.unlock(byPassphrase(OTHER))).toMatchObject({ reason: 'wrong' });
    expect(await again.protection.unlock(byPassphrase())).toEqual(OK);
  });

  it('at its real cost takes as long as is bearable, and keeps the cost', async () => {
    const desk = await startDesk({ cost: PASSPHRASE_COST.n });
    const measure = async <T>(what: string, work: Promise<T>) => {
      const from = performance.now();
      const answer = await work;
      console.info(`${what} at its real cost: ${Math.round(performance.now() - from)} ms`);
      return answer;
    };
    const asked = request(desk);
    expect(await measure('set-up', desk.protection.setUp(asked))).toEqual(OK);
    expect(readFileSync(desk.file, 'utf8')).toContain('"n": 131072');
    // The cost is the file's, not the program's.
    const again = await desk.restart();
    expect(await measure('unlocking', again.protection.unlock(byPassphrase()))).toEqual(OK);
    await again.protection.lock();
    const code = byRecovery(asked.recovery);
    expect(await measure('the recovery code', again.protection.unlock(code))).toEqual(OK);
  });
});

const steps = Array.from({ length: STEPS }, (_, at) => at);

describe('a switch-on that fails', () => {
  it.each(steps)('at step %i is as before, or locked until it is finished', async (step) => {
    const desk = await startDesk({ copy: true });
    desk.parts.step = (at) => {
      if (at === step) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    const asked = request(desk);
    expect(await desk.protection.setUp(asked)).toEqual({ ok: false, reason: 'disk-full' });
    desk.parts.step = () => undefined;
    if (step === 0) {
      expect(desk.protection.isOpen()).toBe(true);
      expect(await desk.protection.status()).toMatchObject({ state: 'none', interrupted: false });
      expect(readdirSync(desk.folder).filter((name) => name.startsWith('keys.json'))).toEqual([]);
      expect(readdirSync(join(desk.folder, 'elsewhere'))).toEqual([]);
      expect(await desk.protection.setUp(request(desk))).toEqual(OK);
    } else {
      expect(await desk.protection.status()).toMatchObject({ state: 'locked', lock: 'start' });
      expect(await desk.protection.setUp(request(desk))).toMatchObject({ reason: 'already' });
      expect(await desk.protection.unlock(byRecovery(asked.recovery))).toEqual(OK);
    }
    expect(bytesOf(desk.folder)).not.toContain('readable');
    expect(desk.protection.isOpen()).toBe(true);
    const again = await desk.restart();
    expect(await again.protection.unlock(byPassphrase())).toEqual(OK);
    expect(again.parts.switched).toBe(0);
  });

  it('for another reason says so, without a word of the passphrase', async () => {
    const desk = await startDesk();
    desk.parts.step = () => {
      throw new Error('something is broken');
    };
    expect(await desk.protection.setUp(request(desk))).toEqual({ ok: false, reason: 'failed' });
    // The class of the fault and no more: its text may quote what was being written.
    expect(desk.logged.join()).toMatch(/could not be switched on: Error$/m);
    expect(desk.logged.join()).not.toContain('something is broken');
    expect(desk.logged.join()).not.toContain(PASSPHRASE);
  });
});

/** The folder as it is found when the program is killed at this step of its switch-on. */
async function killedAt(step: number) {
  const folder = newFolder();
  const parts = fakeParts(folder);
  const desk = await startDesk({ folder, parts, copy: true });
  const found: string[] = [];
  parts.step = (at) => {
    if (at === step) found.push(killedNow(folder));
  };
  const asked = request(desk);
  expect(await desk.protection.setUp(asked)).toEqual(OK);
  return { folder: found[0] ?? '', recovery: asked.recovery };
}

describe('a switch-on that was cut short', () => {
  it('before anything was sealed is taken back, and said', async () => {
    const { folder } = await killedAt(0);
    expect(readdirSync(folder)).toContain('keys.json');
    const desk = await startDesk({ folder, copy: true });
    expect(await desk.protection.status()).toMatchObject({ state: 'none', interrupted: true });
    expect(desk.parts.ciphers?.register.name).toBe('none');
    expect(readdirSync(folder)).not.toContain('keys.json');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
    expect(bytesOf(folder)).toContain('readable register');

    const again = await desk.restart();
    expect(await again.protection.status()).toMatchObject({ state: 'none', interrupted: false });
    expect(await again.protection.setUp(request(again))).toEqual(OK);
    expect(bytesOf(folder)).not.toContain('readable');
  });

  it('is no longer said once it was switched on', async () => {
    const { folder } = await killedAt(0);
    const desk = await startDesk({ folder });
    await desk.protection.setUp(request(desk));
    expect((await desk.protection.status()).interrupted).toBe(false);
  });

  it.each(steps.slice(1))('at step %i is locked, and finished when unlocked', async (step) => {
    const { folder, recovery } = await killedAt(step);
    for (const way of [byPassphrase(), byRecovery(recovery)]) {
      const desk = await startDesk({ folder: killedNow(folder), copy: true });
      expect(await desk.protection.status()).toMatchObject({ state: 'locked', interrupted: false });
      expect(desk.parts.switched).toBe(0);
      const progress: number[] = [];
      desk.protection.onProgress(({ done }) => progress.push(done));
      expect(await desk.protection.unlock(way)).toEqual(OK);
      expect(progress).toEqual([1, 2, 3]);
      expect(desk.parts).toMatchObject({ switched: 1, opened: 0 });
      expect(bytesOf(desk.folder)).not.toContain('readable');
      expect(readFileSync(desk.file, 'utf8')).toContain('"state": "on"');
      const again = await desk.restart();
      expect(await again.protection.unlock(byPassphrase())).toEqual(OK);
      expect(again.parts).toMatchObject({ switched: 0, opened: 1 });
    }
  });

  it.each(steps.slice(1))(
    'at step %i, and cut short again, is finished in the end',
    async (step) => {
      const { folder } = await killedAt(1);
      const desk = await startDesk({ folder });
      desk.parts.step = (at) => {
        if (at === step) throw new Error('cut short again');
      };
      await expect(desk.protection.unlock(byPassphrase())).rejects.toThrow('cut short again');
      expect(desk.protection.isOpen()).toBe(false);
      const again = await desk.restart();
      expect(await again.protection.unlock(byPassphrase())).toEqual(OK);
      expect(bytesOf(folder)).not.toContain('readable');
    },
  );

  it('with the key store is finished by the next start', async () => {
    const keyStore = machineStore('one machine');
    const folder = newFolder();
    const first = await startDesk({ folder, keyStore });
    let found = '';
    first.parts.step = (at) => {
      if (at === 2) found = killedNow(folder);
    };
    await first.protection.setUp(request(first, { keyStore: true, passphrase: null }));
    const desk = await startDesk({ folder: found, keyStore });
    expect(await desk.protection.status()).toMatchObject({ state: 'open' });
    expect(bytesOf(found)).not.toContain('readable');
  });

  it('and cannot be finished by the next start stays locked, and the program runs', async () => {
    const keyStore = machineStore('one machine');
    const folder = newFolder();
    const first = await startDesk({ folder, keyStore });
    let found = '';
    first.parts.step = (at) => {
      if (at === 2) found = killedNow(folder);
    };
    await first.protection.setUp(request(first, { keyStore: true }));
    const parts = fakeParts(found);
    parts.step = () => {
      throw new Error('no space');
    };
    const desk = await startDesk({ folder: found, parts, keyStore });
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', lock: 'start' });
    parts.step = () => undefined;
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
  });

  it('keeps the keys where it cannot be seen whether the register is sealed', async () => {
    const { folder } = await killedAt(0);
    const sealed = () => {
      throw new Error('unreadable');
    };
    const desk = await startDesk({ folder, sealed });
    expect(await desk.protection.status()).toMatchObject({ state: 'locked' });
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
    expect(bytesOf(folder)).not.toContain('readable');
  });
});
