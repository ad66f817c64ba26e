import { describe, expect, it } from 'vitest';
import { UNPROTECTED } from '../../support/protection-states';
import {
  byPassphrase,
  byPin,
  byRecovery,
  byStore,
  killedNow,
  machineStore,
  OTHER,
  OTHER_OPERATOR,
  PASSPHRASE,
  PIN_OPERATOR,
  protectedDesk,
  startDesk,
  type Desk,
} from './support/desk';

const OK = { ok: true };
const not = (reason: string, waitMs = 0) => ({ ok: false, reason, waitMs });

const states = (desk: Desk) => {
  const seen: string[] = [];
  desk.protection.onChanged((state) => seen.push(state));
  return seen;
};

describe('a start', () => {
  it('without a key file opens everything as it lies there', async () => {
    const desk = await startDesk();
    expect(await desk.protection.status()).toEqual(UNPROTECTED);
    expect(desk.protection.isOpen()).toBe(true);
    expect(desk.protection.page()).toEqual({ database: 'rostrum', key: null });
    expect(desk.parts.ciphers?.register.name).toBe('none');
    expect(await desk.protection.lock()).toEqual({ ok: false, reason: 'no-way' });
    expect(await desk.protection.unlock(byPassphrase())).toEqual(not('no-such-way'));
  });

  it('with one is locked until somebody opens it', async () => {
    const desk = await (await protectedDesk()).restart();
    expect(desk.protection.isOpen()).toBe(false);
    expect(desk.parts.opened).toBe(0);
    expect(() => desk.protection.page()).toThrow();
    expect(await desk.protection.status()).toMatchObject({
      state: 'locked',
      lock: 'start',
      ways: { passphrase: true, keyStore: false, recovery: true },
      operators: [],
    });
    const seen = states(desk);
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
    expect(seen).toEqual(['open']);
    expect(desk.parts.opened).toBe(1);
    expect(desk.protection.isOpen()).toBe(true);
  });

  it('gives pages the same database and key as before, and another desk others', async () => {
    const first = await protectedDesk();
    const page = first.protection.page();
    expect(page.database).toMatch(/^rostrum-[0-9a-f]{16}$/);
    const desk = await first.restart();
    await desk.protection.unlock(byPassphrase());
    expect(desk.protection.page()).toEqual(page);
    const other = (await protectedDesk()).protection.page();
    expect(other.database).not.toBe(page.database);
    expect(other.key).not.toEqual(page.key);
  });

  it.each([
    ['the passphrase', () => byPassphrase()],
    [
      'the passphrase in another composition',
      () => byPassphrase(PASSPHRASE.replace(' ', '\u00a0')),
    ],
    ['the recovery code', (code: string) => byRecovery(code)],
    ['the recovery code, typed badly', (code: string) => byRecovery(` ${code.toLowerCase()} `)],
  ])('is opened with %s', async (_, way) => {
    const first = await protectedDesk();
    const desk = await first.restart();
    expect(await desk.protection.unlock(way(first.recovery))).toEqual(OK);
    expect(desk.protection.isOpen()).toBe(true);
  });

  it('is not opened by what was not set up, nor by a PIN', async () => {
    const store = machineStore('one machine');
    const first = await protectedDesk({ passphrase: null, keyStore: store });
    store.refuses = true;
    const desk = await first.restart();
    desk.parts.pin = '2580';
    expect(await desk.protection.unlock(byPassphrase())).toEqual(not('no-such-way'));
    expect(await desk.protection.unlock(byPin('2580'))).toEqual(not('no-such-way'));
    const other = await (await protectedDesk()).restart();
    expect(await other.protection.unlock(byStore)).toEqual(not('no-such-way'));
  });

  it('stays locked when the register does not open, and can be tried again', async () => {
    const desk = await (await protectedDesk()).restart();
    const working = desk.parts.open.bind(desk.parts);
    desk.parts.open = async () => Promise.reject(new Error('the disk is away'));
    await expect(desk.protection.unlock(byPassphrase())).rejects.toThrow('the disk is away');
    expect(desk.protection.isOpen()).toBe(false);
    desk.parts.open = working;
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
  });
});

describe('the key store', () => {
  it('opens by itself', async () => {
    const desk = await (await protectedDesk({ keyStore: machineStore('one machine') })).restart();
    expect(await desk.protection.status()).toMatchObject({ state: 'open', keyStore: 'available' });
    expect(desk.parts.opened).toBe(1);
  });

  it('that refuses leaves the desk locked, and the passphrase opens it', async () => {
    const store = machineStore('one machine');
    const first = await protectedDesk({ keyStore: store });
    store.refuses = true;
    const desk = await first.restart();
    expect(await desk.protection.status()).toMatchObject({
      state: 'locked',
      lock: 'start',
      keyStore: 'refused',
      ways: { keyStore: true },
    });
    expect(await desk.protection.unlock(byStore)).toEqual(not('refused'));
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
    // A slot that does not open is no way in: the passphrase may not be given up for it.
    const giveUp = { proof: byPassphrase().way, next: null };
    expect(await desk.protection.changePassphrase(giveUp)).toEqual({
      ok: false,
      reason: 'last-way',
    });
  });

  it('that came round opens again when it is asked', async () => {
    const store = machineStore('one machine');
    const first = await protectedDesk({ keyStore: store });
    store.refuses = true;
    const desk = await first.restart();
    store.refuses = false;
    expect(await desk.protection.unlock(byStore)).toEqual(OK);
    expect(await desk.protection.status()).toMatchObject({ state: 'open', keyStore: 'available' });
  });

  it('that is another one after an update is taken into use again', async () => {
    const first = await protectedDesk({ keyStore: machineStore('before the update') });
    const renewed = machineStore('after the update');
    const desk = await first.restart({ keyStore: renewed });
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', keyStore: 'refused' });
    await desk.protection.unlock(byPassphrase());
    expect(await desk.protection.useKeyStore({ use: true })).toEqual(OK);
    expect((await desk.protection.status()).keyStore).toBe('available');
    const again = await desk.restart({ keyStore: renewed });
    expect((await again.protection.status()).state).toBe('open');
  });

  it('of another machine refuses a copied profile; passphrase and recovery code open it', async () => {
    const first = await protectedDesk({ keyStore: machineStore('one machine') });
    for (const way of [byPassphrase(), byRecovery(first.recovery)]) {
      const folder = killedNow(first.folder);
      const desk = await startDesk({ folder, keyStore: machineStore('another machine') });
      expect(await desk.protection.status()).toMatchObject({
        state: 'locked',
        keyStore: 'refused',
      });
      expect(await desk.protection.unlock(way)).toEqual(OK);
      expect(desk.protection.page()).toEqual(first.protection.page());
    }
  });

  it.each(['none', 'plain-text'] as const)('that is %s is not asked', async (kind) => {
    const store = machineStore('one machine');
    const first = await protectedDesk({ keyStore: store });
    store.kind = kind;
    const desk = await first.restart();
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', keyStore: kind });
    expect(await desk.protection.unlock(byStore)).toEqual(not('refused'));
    await desk.protection.unlock(byPassphrase());
    expect(await desk.protection.useKeyStore({ use: true })).toEqual({
      ok: false,
      reason: 'refused',
    });
  });

  it('that does not even say what it is, is none', async () => {
    const store = { ...machineStore('x'), state: async () => Promise.reject(new Error('broken')) };
    const desk = await startDesk({ keyStore: store });
    expect((await desk.protection.status()).keyStore).toBe('none');
  });
});

describe('wrong tries', () => {
  it('wait longer and longer, and over a restart', async () => {
    const clock = { now: Date.UTC(2023, 5, 13, 9) };
    const first = await protectedDesk({ clock });
    let desk = await first.restart();
    for (const waitMs of [0, 0, 5000, 15_000, 60_000]) {
      clock.now += (await desk.protection.status()).waitMs;
      expect(await desk.protection.unlock(byPassphrase(OTHER))).toEqual(not('wrong', waitMs));
    }
    expect(await desk.protection.unlock(byPassphrase())).toEqual(not('wait', 60_000));
    desk = await desk.restart();
    expect((await desk.protection.status()).waitMs).toBe(60_000);
    expect(await desk.protection.unlock(byPassphrase())).toEqual(not('wait', 60_000));
    clock.now -= 10_000_000;
    expect(await desk.protection.unlock(byPassphrase())).toEqual(not('wait', 60_000));
    // Another way is not held up.
    expect(await desk.protection.unlock(byRecovery(first.recovery))).toEqual(OK);
    await desk.protection.lock();
    expect(await desk.protection.unlock(byPassphrase())).toMatchObject({ reason: 'wait' });
    clock.now += 60_000;
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
    expect((await desk.protection.status()).waitMs).toBe(0);
  });

  it('of a recovery code count, mistyped ones do not', async () => {
    const first = await protectedDesk();
    const other = await protectedDesk();
    const desk = await first.restart();
    const mistyped = first.recovery.replace(/.$/, (last) => (last === '0' ? '2' : '0'));
    for (let tried = 0; tried < 10; tried++) {
      expect(await desk.protection.unlock(byRecovery(mistyped))).toEqual(not('wrong'));
    }
    for (const waitMs of [0, 0, 5000]) {
      expect(await desk.protection.unlock(byRecovery(other.recovery))).toEqual(
        not('wrong', waitMs),
      );
    }
    expect(await desk.protection.unlock(byRecovery(mistyped))).toEqual(not('wait', 5000));
    expect(await desk.protection.unlock(byRecovery(first.recovery))).toEqual(not('wait', 5000));
  });

  it('at the same moment do not slip through', async () => {
    const desk = await (await protectedDesk()).restart();
    const tries = Array.from({ length: 8 }, () => desk.protection.unlock(byPassphrase(OTHER)));
    const answers = await Promise.all([...tries, desk.protection.unlock(byPassphrase())]);
    expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
      ...['wrong', 'wrong', 'wrong'],
      ...Array.from({ length: 6 }, () => 'wait'),
    ]);
  });
});

describe('a locked screen', () => {
  it('keeps the data open behind it, and refuses', async () => {
    const desk = await protectedDesk();
    const ciphers = desk.parts.ciphers;
    const seen = states(desk);
    expect(await desk.protection.lock()).toEqual(OK);
    expect(await desk.protection.lock()).toEqual(OK);
    expect(seen).toEqual(['locked']);
    expect(desk.protection.isOpen()).toBe(false);
    expect(() => desk.protection.page()).toThrow();
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', lock: 'screen' });
    expect(desk.parts.ciphers).toBe(ciphers);
    const sealed = ciphers?.register.seal(Buffer.from('text'), 'context') ?? new Uint8Array();
    expect(Buffer.from(ciphers?.register.open(sealed, 'context') ?? []).toString()).toBe('text');
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
    expect(seen).toEqual(['locked', 'open']);
    expect(desk.parts).toMatchObject({ opened: 1, switched: 1 });
  });

  it.each([
    ['the passphrase', () => byPassphrase(), () => byPassphrase(OTHER)],
    ['the recovery code', byRecovery, () => byRecovery('0000')],
    ['the PIN of an operator', () => byPin('2580'), () => byPin('2581')],
  ])('opens with %s, and not with a wrong one', async (_, right, wrong) => {
    const desk = await protectedDesk();
    desk.parts.pin = '2580';
    await desk.protection.lock();
    expect((await desk.protection.status()).operators).toEqual([
      { id: PIN_OPERATOR, name: 'Ana Testova' },
    ]);
    expect(await desk.protection.unlock(wrong())).toEqual(not('wrong'));
    expect(desk.protection.isOpen()).toBe(false);
    expect(await desk.protection.unlock(right(desk.recovery))).toEqual(OK);
    expect(desk.protection.isOpen()).toBe(true);
    expect((await desk.protection.status()).operators).toEqual([]);
  });

  it('counts wrong PINs, and knows no PIN where there is none', async () => {
    const desk = await protectedDesk();
    await desk.protection.lock();
    expect(await desk.protection.unlock(byPin('2580'))).toEqual(not('no-such-way'));
    desk.parts.pin = '2580';
    expect(await desk.protection.unlock(byPin('2580', OTHER_OPERATOR))).toEqual(not('no-such-way'));
    for (const waitMs of [0, 0, 5000]) {
      expect(await desk.protection.unlock(byPin('1111'))).toEqual(not('wrong', waitMs));
    }
    expect(await desk.protection.unlock(byPin('2580'))).toEqual(not('wait', 5000));
    desk.clock.now += 5000;
    expect(await desk.protection.unlock(byPin('2580'))).toEqual(OK);
  });

  it('of a desk that is open already still looks at what is given', async () => {
    const desk = await protectedDesk();
    desk.parts.pin = '2580';
    expect(await desk.protection.unlock(byPin('2581'))).toEqual(not('wrong'));
    expect(await desk.protection.unlock(byPassphrase(OTHER))).toEqual(not('wrong'));
    expect(await desk.protection.unlock(byPin('2580'))).toEqual(OK);
    expect(desk.protection.isOpen()).toBe(true);
  });

  it('is not opened by the key store where a secret can be asked for', async () => {
    const keyStore = machineStore('one machine');
    const desk = await protectedDesk({ keyStore });
    await desk.protection.lock();
    expect((await desk.protection.status()).ways.keyStore).toBe(false);
    expect(await desk.protection.unlock(byStore)).toEqual(not('no-such-way'));

    const bare = await protectedDesk({ keyStore, passphrase: null });
    bare.parts.pin = '2580';
    await bare.protection.lock();
    expect(await bare.protection.unlock(byStore)).toEqual(not('no-such-way'));
    bare.parts.pin = null;
    expect((await bare.protection.status()).ways.keyStore).toBe(true);
    expect(await bare.protection.unlock(byStore)).toEqual(OK);
  });

  it('is still locked after the program was started again', async () => {
    const keyStore = machineStore('one machine');
    const first = await protectedDesk({ keyStore });
    await first.protection.lock();
    const desk = await first.restart();
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', lock: 'screen' });
    expect(desk.parts.opened).toBe(1);
    expect(await desk.protection.unlock(byPassphrase())).toEqual(OK);
    const again = await desk.restart();
    expect((await again.protection.status()).state).toBe('open');
  });
});

describe('closing', () => {
  it('wipes the keys, and ends all asking', async () => {
    const desk = await protectedDesk();
    const { key } = desk.protection.page();
    await desk.protection.close();
    expect(desk.protection.isOpen()).toBe(false);
    expect(() => desk.protection.page()).toThrow();
    await expect(desk.protection.unlock(byPassphrase())).rejects.toThrow('closed');
    // What was handed out is the page's own.
    expect(key?.some((byte) => byte !== 0)).toBe(true);
  });

  it('lets what is under way come to its end', async () => {
    const desk = await (await protectedDesk()).restart();
    const [opened] = await Promise.all([
      desk.protection.unlock(byPassphrase()),
      desk.protection.close(),
    ]);
    expect(opened).toEqual(OK);
    expect(desk.protection.isOpen()).toBe(false);
  });
});
