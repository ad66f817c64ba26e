import { describe, expect, it } from 'vitest';
import {
  byPassphrase,
  byPin,
  byRecovery,
  byStore,
  machineStore,
  OTHER,
  protectedDesk,
  startDesk,
} from './support/desk';

const OK = { ok: true };
const proof = byPassphrase().way;

describe('changing the passphrase', () => {
  it('makes the old one open nothing, and keeps the data key', async () => {
    const first = await protectedDesk();
    const page = first.protection.page();
    expect(await first.protection.changePassphrase({ proof, next: OTHER })).toEqual(OK);
    expect(first.protection.page()).toEqual(page);
    const desk = await first.restart();
    expect(await desk.protection.unlock(byPassphrase())).toMatchObject({ reason: 'wrong' });
    expect(await desk.protection.unlock(byPassphrase(OTHER))).toEqual(OK);
    expect(desk.protection.page()).toEqual(page);
  });

  it('after the recovery sheet was used, with the sheet', async () => {
    const first = await protectedDesk();
    let desk = await first.restart();
    const sheet = byRecovery(first.recovery);
    expect(await desk.protection.unlock(sheet)).toEqual(OK);
    expect(await desk.protection.changePassphrase({ proof: sheet.way, next: OTHER })).toEqual(OK);
    desk = await desk.restart();
    expect(await desk.protection.unlock(byPassphrase(OTHER))).toEqual(OK);
  });

  it('forgives wrong tries at the old one', async () => {
    const desk = await protectedDesk();
    await desk.protection.lock();
    for (let tried = 0; tried < 3; tried++) await desk.protection.unlock(byPassphrase(OTHER));
    const sheet = byRecovery(desk.recovery);
    await desk.protection.unlock(sheet);
    expect((await desk.protection.status()).waitMs).toBe(5000);
    await desk.protection.changePassphrase({ proof: sheet.way, next: OTHER });
    expect((await desk.protection.status()).waitMs).toBe(0);
  });

  it.each([
    ['a wrong passphrase', byPassphrase(OTHER).way, 'wrong'],
    ['a PIN', byPin('2580').way, 'no-such-way'],
    ['a key store that was not set up', byStore.way, 'no-such-way'],
  ])('is refused with %s', async (_, given, reason) => {
    const desk = await protectedDesk();
    desk.parts.pin = '2580';
    expect(await desk.protection.changePassphrase({ proof: given, next: OTHER })).toMatchObject({
      ok: false,
      reason,
    });
    expect(await (await desk.restart()).protection.unlock(byPassphrase())).toEqual(OK);
  });

  it('counts wrong proofs like wrong tries', async () => {
    const desk = await protectedDesk();
    const given = byPassphrase(OTHER).way;
    for (let tried = 0; tried < 3; tried++) {
      await desk.protection.changePassphrase({ proof: given, next: OTHER });
    }
    expect(await desk.protection.changePassphrase({ proof, next: OTHER })).toMatchObject({
      reason: 'wait',
      waitMs: 5000,
    });
  });

  it('to a short one is refused, and to none without the key store', async () => {
    const desk = await protectedDesk();
    const { protection } = desk;
    expect(await protection.changePassphrase({ proof, next: 'eleven char' })).toEqual({
      ok: false,
      reason: 'too-short',
    });
    expect(await protection.changePassphrase({ proof, next: null })).toEqual({
      ok: false,
      reason: 'last-way',
    });
  });

  it('to none leaves the key store, which cannot be given up then', async () => {
    const first = await protectedDesk({ keyStore: machineStore('one machine') });
    expect(await first.protection.changePassphrase({ proof, next: null })).toEqual(OK);
    const desk = await first.restart();
    expect(await desk.protection.status()).toMatchObject({
      state: 'open',
      ways: { passphrase: false, keyStore: true },
    });
    expect(await desk.protection.useKeyStore({ use: false })).toMatchObject({ reason: 'last-way' });
    const set = { proof: byStore.way, next: OTHER };
    expect(await desk.protection.changePassphrase(set)).toEqual(OK);
    expect(await desk.protection.useKeyStore({ use: false })).toEqual(OK);
    const again = await desk.restart();
    expect(await again.protection.status()).toMatchObject({ state: 'locked' });
    expect(await again.protection.unlock(byPassphrase(OTHER))).toEqual(OK);
  });
});

describe('renewing the recovery code', () => {
  it('makes the old sheet open nothing', async () => {
    const first = await protectedDesk();
    const { recovery } = first.protection.prepare();
    expect(await first.protection.renewRecovery({ proof, recovery })).toEqual(OK);
    const desk = await first.restart();
    expect(await desk.protection.unlock(byRecovery(first.recovery))).toMatchObject({
      reason: 'wrong',
    });
    expect(await desk.protection.unlock(byRecovery(recovery))).toEqual(OK);
  });

  it('takes a prepared code alone, once, and only with a proof', async () => {
    const desk = await protectedDesk();
    const { protection } = desk;
    const foreign = (await protectedDesk()).recovery;
    expect(await protection.renewRecovery({ proof, recovery: foreign })).toMatchObject({
      reason: 'unknown-recovery',
    });
    const { recovery } = desk.protection.prepare();
    const wrong = byPassphrase(OTHER).way;
    expect(await protection.renewRecovery({ proof: wrong, recovery })).toMatchObject({
      reason: 'wrong',
    });
    expect(await protection.renewRecovery({ proof, recovery })).toEqual(OK);
    expect(await protection.renewRecovery({ proof, recovery })).toMatchObject({
      reason: 'unknown-recovery',
    });
  });

  it('remembers the last four sheets that were prepared', async () => {
    const desk = await protectedDesk();
    const codes = Array.from({ length: 5 }, () => desk.protection.prepare().recovery);
    const [oldest = '', second = ''] = codes;
    const { protection } = desk;
    expect(await protection.renewRecovery({ proof, recovery: oldest })).toMatchObject({
      reason: 'unknown-recovery',
    });
    expect(await protection.renewRecovery({ proof, recovery: second })).toEqual(OK);
  });
});

describe('using the key store', () => {
  it('opens by itself from then on, until it is given up', async () => {
    const keyStore = machineStore('one machine');
    const first = await startDesk({ keyStore });
    const { recovery } = first.protection.prepare();
    const request = { passphrase: 'a synthetic passphrase', keyStore: false, recovery };
    await first.protection.setUp(request);
    let desk = await first.restart();
    expect((await desk.protection.status()).state).toBe('locked');
    await desk.protection.unlock(byPassphrase());
    expect(await desk.protection.useKeyStore({ use: true })).toEqual(OK);
    desk = await desk.restart();
    expect((await desk.protection.status()).state).toBe('open');
    expect(await desk.protection.useKeyStore({ use: false })).toEqual(OK);
    desk = await desk.restart();
    expect((await desk.protection.status()).state).toBe('locked');
  });
});

describe('no way is changed', () => {
  it.each(['start', 'screen', 'none'] as const)('while the desk is at %s', async (lock) => {
    const keyStore = machineStore('one machine');
    const first =
      lock === 'none' ? await startDesk({ keyStore }) : await protectedDesk({ keyStore });
    keyStore.refuses = lock === 'start';
    if (lock === 'screen') await first.protection.lock();
    const desk = lock === 'start' ? await first.restart() : first;
    const { recovery } = desk.protection.prepare();
    const refused = { ok: false, reason: 'refused' };
    const { protection } = desk;
    expect(await protection.changePassphrase({ proof, next: OTHER })).toMatchObject(refused);
    expect(await protection.renewRecovery({ proof, recovery })).toMatchObject(refused);
    expect(await protection.useKeyStore({ use: true })).toEqual(refused);
    expect(await protection.useKeyStore({ use: false })).toEqual(refused);
  });
});
