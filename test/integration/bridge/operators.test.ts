import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@shared/domain/operator/types';
import type { Body, Draft } from '@shared/operation/operation';
import { startDesk, traces, type Desk } from '../../support/desk';
import { someDraft } from '../../support/fake-host';

const PASSPHRASE = 'a synthetic passphrase';
const START = Date.UTC(2026, 10, 22, 9);

let folder: string;
let desk: Desk;
let now: number;
/** Who acts at first. */
let anna: string;
let boris: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-operators-'));
  now = START;
  desk = await startDesk(folder, { now: () => now });
  anna = await acting();
  boris = randomUUID();
  await commit(added(anna, 'Anna Synthetic'), added(boris, 'Boris Synthetic'));
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const about = (type: string, id: string, set: Body, personal: Body | null = null): Draft =>
  someDraft({
    ...{ type, subjects: [id], body: { id, set } },
    personal: personal === null ? null : { set: personal },
  });
const added = (id: string, name: string) => about('operator.added', id, {}, { name });
const granted = (id: string, role: Role | null) =>
  someDraft({ type: 'operator.granted', body: { id, set: { role } }, personal: null });

async function commit(...drafts: Draft[]): Promise<void> {
  const answer = await desk.call('register.commit', { drafts });
  if (!answer.ok) throw new Error(answer.detail);
  now += 1000;
}

const acting = async () => (await desk.call('settings.read', {})).operator.id;
const signIn = (operator: string, pin: string | null = null) =>
  desk.call('operators.signIn', { operator, pin });
const setPin = (operator: string, pin: string | null, current: string | null = null) =>
  desk.call('operators.setPin', { operator, current, pin });
const refused = (reason: string, waitMs = 0) => ({ ok: false, reason, waitMs });

async function restart(): Promise<void> {
  await desk.close();
  desk = await startDesk(folder, { now: () => now });
}

describe('signing in', { timeout: 30_000 }, () => {
  it('needs no PIN where there is none, and lasts from start to start', async () => {
    expect(await signIn(boris)).toEqual({ ok: true });
    expect(await acting()).toBe(boris);
    await restart();
    expect(await acting()).toBe(boris);
    await commit(someDraft());
    const { operations } = await desk.call('register.read', { after: 0, limit: 10 });
    expect(operations.map(({ operation }) => operation.actor)).toEqual([anna, anna, boris]);
  });

  it('needs the PIN where there is one', async () => {
    await signIn(boris);
    expect(await setPin(boris, '2468')).toEqual({ ok: true });
    await signIn(anna);
    expect(await signIn(boris)).toEqual(refused('pin-needed'));
    expect(await signIn(boris, '1234')).toEqual(refused('wrong'));
    expect(await acting()).toBe(anna);
    expect(await signIn(boris, '2468')).toEqual({ ok: true });
    expect(await acting()).toBe(boris);
  });

  it('waits longer and longer after wrong PINs, all at once or after a start', async () => {
    await setPin(anna, '2468');
    const tries = Array.from({ length: 5 }, (_, index) => signIn(anna, `111${index}`));
    // A try counts before it is looked at: three of them are, and the wait begins with the third.
    expect(await Promise.all(tries)).toEqual([
      ...Array.from({ length: 3 }, () => refused('wrong', 5000)),
      ...Array.from({ length: 2 }, () => refused('wait', 5000)),
    ]);
    await restart();
    expect(await signIn(anna, '2468')).toEqual(refused('wait', 5000));
    // The PINs of others are not touched by it.
    expect(await signIn(boris)).toEqual({ ok: true });
    now += 5000;
    expect(await signIn(anna, '2468')).toEqual({ ok: true });
    expect(await signIn(anna, '0000')).toEqual(refused('wrong'));
  });

  it('is refused to whoever is unknown, was removed, or has had the grant taken back', async () => {
    expect(await signIn(randomUUID())).toEqual(refused('unknown'));
    await commit(about('operator.removed', boris, { removed: true }));
    expect(await signIn(boris)).toEqual(refused('unknown'));
    const clara = randomUUID();
    await commit(added(clara, 'Clara Synthetic'), granted(anna, 'coordinator'));
    await commit(granted(clara, 'registration'));
    expect(await signIn(clara)).toEqual({ ok: true });
    await signIn(anna);
    await commit(granted(clara, null));
    expect(await signIn(clara)).toEqual(refused('unknown'));
    expect(await acting()).toBe(anna);
  });

  it('is refused to an operator whom nobody was permitted to add', async () => {
    await commit(granted(anna, 'coordinator'), granted(boris, 'registration'));
    await signIn(boris);
    const answer = await desk.call('register.commit', {
      drafts: [added(randomUUID(), 'Dora Synthetic')],
    });
    expect(answer).toMatchObject({ ok: false, reason: 'not-permitted' });
  });
});

describe('a PIN', { timeout: 30_000 }, () => {
  it('is set for oneself, changed and removed with the one until now', async () => {
    expect(await setPin(anna, '2468')).toEqual({ ok: true });
    expect(await setPin(anna, '1357')).toEqual(refused('pin-needed'));
    expect(await setPin(anna, '1357', '0000')).toEqual(refused('wrong'));
    expect(await setPin(anna, '1357', '2468')).toEqual({ ok: true });
    expect(await signIn(anna, '2468')).toEqual(refused('wrong'));
    expect(await setPin(anna, null, '1357')).toEqual({ ok: true });
    expect(await signIn(anna)).toEqual({ ok: true });
  });

  it('is journaled as a slow hash, over the one before, by whoever set it', async () => {
    await setPin(anna, '24681357');
    await setPin(anna, '1357', '24681357');
    const { operations } = await desk.call('register.history', { record: anna });
    const [first, second] = operations.slice(-2).map(({ operation }) => operation);
    expect(second).toMatchObject({
      ...{ type: 'operator.secured', over: [first?.id], subjects: [anna], actor: anna },
      body: { id: anna, set: { secured: true } },
    });
    expect(JSON.parse(second?.sealed?.text ?? '')).toEqual({
      set: {
        pin: {
          cost: expect.any(Number) as number,
          hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        },
      },
    });
    await desk.close();
    expect(traces(folder, ['24681357'])).toEqual([]);
    desk = await startDesk(folder);
  });

  it('of another is nobody’s business without roles, and a coordinator’s with them', async () => {
    await setPin(anna, '2468');
    await signIn(boris);
    expect(await setPin(anna, '1357', '2468')).toEqual(refused('not-permitted'));
    expect(await setPin(anna, null)).toEqual(refused('not-permitted'));
    await commit(granted(boris, 'coordinator'));
    await commit(granted(anna, 'registration'));
    expect(await setPin(anna, '1357')).toEqual({ ok: true });
    expect(await signIn(anna, '1357')).toEqual({ ok: true });
    expect(await setPin(boris, '1111')).toEqual(refused('not-permitted'));
    // Everybody may set their own, whatever their role.
    expect(await setPin(anna, '9999', '1357')).toEqual({ ok: true });
    expect(await setPin(randomUUID(), '1111')).toEqual(refused('unknown'));
  });

  it('that was reset can be tried at once', async () => {
    await setPin(anna, '2468');
    await Promise.all([1, 2, 3].map(() => signIn(anna, '0000')));
    await signIn(boris);
    await commit(granted(boris, 'coordinator'), granted(anna, 'registration'));
    expect(await signIn(anna, '2468')).toMatchObject({ reason: 'wait' });
    expect(await setPin(anna, '1357')).toEqual({ ok: true });
    expect(await signIn(anna, '1357')).toEqual({ ok: true });
  });
});

describe('a locked screen', { timeout: 30_000 }, () => {
  beforeEach(async () => {
    const { recovery } = await desk.call('protection.prepare', {});
    await desk.call('protection.setUp', { passphrase: PASSPHRASE, keyStore: false, recovery });
    await setPin(anna, '2468');
    await desk.call('protection.lock', {});
  });
  const unlock = (operator: string, pin: string) =>
    desk.call('protection.unlock', { way: { kind: 'pin', operator, pin } });

  it('names those who have a PIN, and nobody else', async () => {
    expect(await desk.call('protection.status', {})).toMatchObject({
      ...{ state: 'locked', lock: 'screen' },
      operators: [{ id: anna, name: 'Anna Synthetic' }],
    });
  });

  it('opens with a PIN, for the one whose it is', async () => {
    await desk.call('protection.unlock', { way: { kind: 'passphrase', passphrase: PASSPHRASE } });
    await signIn(boris);
    await desk.call('protection.lock', {});
    expect(await unlock(boris, '2468')).toMatchObject({ ok: false, reason: 'no-such-way' });
    expect(await unlock(anna, '1111')).toEqual(refused('wrong'));
    expect(await unlock(anna, '2468')).toEqual({ ok: true });
    expect(await acting()).toBe(anna);
  });

  it('counts wrong PINs together with those at signing in', async () => {
    await unlock(anna, '1111');
    await unlock(anna, '1112');
    await desk.call('protection.unlock', { way: { kind: 'passphrase', passphrase: PASSPHRASE } });
    expect(await signIn(anna, '1113')).toEqual(refused('wrong', 5000));
    await desk.call('protection.lock', {});
    expect(await unlock(anna, '2468')).toEqual(refused('wait', 5000));
  });

  it('does not open with a PIN after a start: the keys are not there', async () => {
    await restart();
    expect(await desk.call('protection.status', {})).toMatchObject({
      lock: 'start',
      operators: [],
    });
    expect(await unlock(anna, '2468')).toMatchObject({ ok: false, reason: 'no-such-way' });
  });
});
