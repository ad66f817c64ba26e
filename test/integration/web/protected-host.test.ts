import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelName, EventOf } from '@shared/contract/contract';
import { BridgeError } from '@shared/contract/failure';
import { chanceOf } from '@shared/domain/sample/chance';
import type { Draft } from '@shared/operation/operation';
import type { KeyStore } from '@electron/protection/types';
import { startDesk, traces, type Desk } from '../../support/desk';
import { someDraft } from '../../support/fake-host';

const PASSPHRASE = 'a synthetic passphrase';
const NAMES = Array.from({ length: 700 }, (_, index) => `Vanderquux-${index}`);
const MAIL = 'vanderquux@example.org';
const TYPED = 'Zyxtyped in a draft';
const ATTACHED = new TextEncoder().encode('Zyxattached minutes');
const SECRETS = [...NAMES.slice(0, 50), MAIL, TYPED, 'Zyxattached'];

const person = (family: string): Draft => {
  const id = randomUUID();
  return someDraft({
    subjects: [id],
    body: { id, set: { synthetic: true } },
    personal: { set: { family, emails: [MAIL] } },
  });
};

let folder: string;
let desks: Desk[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-protected-'));
  desks = [];
});
afterEach(async () => {
  for (const desk of desks) await desk.close();
  rmSync(folder, { recursive: true });
});

async function start(where = folder, options: Parameters<typeof startDesk>[1] = {}): Promise<Desk> {
  const desk = await startDesk(where, options);
  desks.push(desk);
  return desk;
}

/** A desk with people, an attachment and a text that is being typed. */
async function filled(options: Parameters<typeof startDesk>[1] = {}): Promise<Desk> {
  const desk = await start(folder, options);
  const committed = await desk.call('register.commit', { drafts: NAMES.map(person) });
  if (!committed.ok) throw new Error(committed.detail);
  await desk.call('blobs.put', { bytes: ATTACHED });
  await desk.call('texts.keep', { texts: [{ key: 'note', value: TYPED, at: 1 }] });
  return desk;
}

async function setUp(desk: Desk, keyStore = false) {
  const { recovery } = await desk.call('protection.prepare', {});
  const request = { passphrase: keyStore ? null : PASSPHRASE, keyStore, recovery };
  return { recovery, answer: await desk.call('protection.setUp', request) };
}

const unlock = (desk: Desk, passphrase: string) =>
  desk.call('protection.unlock', { way: { kind: 'passphrase', passphrase } });

/** Everything that the register says, in order. */
async function contentOf(desk: Desk) {
  const { operations } = await desk.call('register.read', { after: 0, limit: 20_000 });
  return operations;
}

async function closeLast(): Promise<void> {
  await desks.pop()?.close();
}

const codeOf = async (answer: Promise<unknown>): Promise<unknown> => {
  const fault: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  return fault instanceof BridgeError ? fault.code : fault;
};

describe('a desk that is being protected', { timeout: 30_000 }, () => {
  it('holds everything readable before, and nothing afterwards', async () => {
    const desk = await filled();
    expect(await desk.call('protection.status', {})).toMatchObject({ state: 'none', lock: null });
    expect(traces(folder, [NAMES[7]!, MAIL, TYPED, 'Zyxattached']).length).toBeGreaterThan(3);
    const before = await contentOf(desk);
    const page = await desk.call('protection.page', {});
    expect(page.key).toBeNull();

    expect((await setUp(desk)).answer).toEqual({ ok: true });
    expect(traces(folder, SECRETS)).toEqual([]);
    expect(await contentOf(desk)).toEqual(before);
    expect(await desk.call('texts.kept', {})).toEqual({
      texts: [{ key: 'note', value: TYPED, at: 1 }],
    });
    const protectedPage = await desk.call('protection.page', {});
    expect(protectedPage.key).toHaveLength(32);
    expect(protectedPage.database).not.toBe(page.database);
    expect(desk.heard).toContainEqual(['protection.changed', { state: 'open' }]);
    expect(desk.heard.filter(([name]) => name === 'protection.progress')).not.toEqual([]);

    // What is written from now on is sealed as well, and commits are still told of.
    await desk.call('register.commit', { drafts: [person('Vanderquux-later')] });
    expect(desk.heard.at(-1)).toEqual(['register.committed', { last: 701, epoch: 0 }]);
    await closeLast();
    expect(traces(folder, ['Vanderquux', ...SECRETS])).toEqual([]);
  });

  it('keeps nothing readable where it wrote before, or another shell did', async () => {
    await filled();
    await closeLast();
    expect(traces(join(folder, 'backup'), [NAMES[7]!])).toHaveLength(1);
    const pages = join(folder, 'electron', 'IndexedDB', 'rostrum_app_0.indexeddb.leveldb');
    mkdirSync(pages, { recursive: true });
    writeFileSync(join(pages, '000003.log'), NAMES[7]!);
    const own = join(folder, 'browser', 'Default', 'IndexedDB');
    mkdirSync(own, { recursive: true });

    const desk = await start(folder, { backup: join(folder, 'elsewhere') });
    expect((await setUp(desk)).answer).toEqual({ ok: true });
    expect(traces(folder, SECRETS)).toEqual([]);
    expect(existsSync(own)).toBe(true);
  });

  it('is locked after a start, refuses, and has the same data when it is unlocked', async () => {
    const first = await filled();
    const before = await contentOf(first);
    await setUp(first);
    const operator = (await first.call('settings.read', {})).operator.id;
    await closeLast();

    const desk = await start();
    expect(await desk.call('protection.status', {})).toMatchObject({
      state: 'locked',
      lock: 'start',
      ways: { passphrase: true, keyStore: false, recovery: true },
      operators: [],
    });
    const refused: [ChannelName, unknown][] = [
      ['register.read', { after: 0, limit: 1 }],
      ['register.status', {}],
      ['register.commit', { drafts: [person('x')] }],
      ['blobs.put', { bytes: ATTACHED }],
      ['texts.kept', {}],
      ['protection.page', {}],
      ['operators.signIn', { operator, pin: null }],
      ['settings.write', { patch: { sound: false } }],
    ];
    for (const [channel, request] of refused) {
      expect(await codeOf(desk.call(channel, request as never))).toBe('locked');
    }
    expect(await desk.call('settings.read', {})).toMatchObject({ operator: { id: operator } });
    expect(await unlock(desk, PASSPHRASE)).toEqual({ ok: true });
    expect(await contentOf(desk)).toEqual(before);
    const { hash } = await desk.call('blobs.put', { bytes: ATTACHED });
    expect(await desk.call('blobs.get', { hash })).toEqual({ ok: true, bytes: ATTACHED });
    expect((await desk.call('texts.kept', {})).texts).toHaveLength(1);
    await desk.call('texts.drop', {});
    expect(await desk.call('texts.kept', {})).toEqual({ texts: [] });
    expect(desk.faults).toEqual([]);
  });

  it('opens with the recovery sheet, and makes wrong tries wait longer and longer', async () => {
    let now = Date.UTC(2026, 10, 22);
    const { recovery } = await setUp(await filled({ now: () => now }));
    await closeLast();
    let desk = await start(folder, { now: () => now });
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await unlock(desk, `wrong ${attempt} and long enough`);
      if (answer.ok || answer.reason !== 'wrong') throw new Error(JSON.stringify(answer));
      waits.push(answer.waitMs);
      // Not even the right one is looked at before the time is over, not by another start either.
      if (answer.waitMs === 0) continue;
      await closeLast();
      desk = await start(folder, { now: () => now });
      expect(await unlock(desk, PASSPHRASE)).toEqual({ ...answer, reason: 'wait' });
      now += answer.waitMs;
    }
    expect(waits).toEqual([0, 0, 5000, 15_000, 60_000, 300_000]);
    const way = { kind: 'recovery', code: recovery.toLowerCase().replaceAll('-', ' ') } as const;
    expect(await desk.call('protection.unlock', { way })).toEqual({ ok: true });
    expect(await contentOf(desk)).toHaveLength(NAMES.length);
  });

  it('opens by itself with the key store of its machine, and elsewhere not', async () => {
    const here = storeOf('this machine');
    await setUp(await filled({ keyStore: here }), true);
    await closeLast();
    expect(
      await (await start(folder, { keyStore: here })).call('protection.status', {}),
    ).toMatchObject({ state: 'open', keyStore: 'available' });
    await closeLast();
    const elsewhere = await start(folder, { keyStore: storeOf('another machine') });
    expect(await elsewhere.call('protection.status', {})).toMatchObject({
      state: 'locked',
      keyStore: 'refused',
    });
    expect(await codeOf(elsewhere.call('register.status', {}))).toBe('locked');
  });

  it('locks its screen without closing, and everybody is told', async () => {
    const desk = await filled();
    expect(await desk.call('protection.lock', {})).toEqual({ ok: false, reason: 'no-way' });
    await setUp(desk);
    expect(await desk.call('protection.lock', {})).toEqual({ ok: true });
    expect(await desk.call('protection.lock', {})).toEqual({ ok: true });
    expect(desk.heard.at(-1)).toEqual(['protection.changed', { state: 'locked' }]);
    expect(await codeOf(desk.call('register.read', { after: 0, limit: 1 }))).toBe('locked');
    expect(await unlock(desk, PASSPHRASE)).toEqual({ ok: true });
    expect(await contentOf(desk)).toHaveLength(NAMES.length);
  });

  it('is as before when the switch fails before anything was sealed', async () => {
    const desk = await filled();
    const before = await contentOf(desk);
    // Where the new register would be written lies a folder that cannot be removed like a file.
    const obstacle = join(desk.profile.register, 'reseal.sqlite', 'x');
    cpSync(desk.profile.settings, obstacle, { recursive: true });
    expect((await setUp(desk)).answer).toEqual({ ok: false, reason: 'failed' });
    expect(await desk.call('protection.status', {})).toMatchObject({ state: 'none' });
    expect(await contentOf(desk)).toEqual(before);
    expect(await desk.call('register.commit', { drafts: [person('x')] })).toMatchObject({
      ok: true,
    });
    rmSync(join(desk.profile.register, 'reseal.sqlite'), { recursive: true });
    expect((await setUp(desk)).answer).toEqual({ ok: true });
    expect(traces(folder, SECRETS)).toEqual([]);
  });

  it('is locked when the switch fails later, and unlocking finishes it', async () => {
    const desk = await filled();
    const before = await contentOf(desk);
    // A folder lies where an attachment should.
    const obstacle = join(desk.profile.blobs, 'ab', 'ab'.repeat(32));
    mkdirSync(obstacle, { recursive: true });
    expect((await setUp(desk)).answer).toEqual({ ok: false, reason: 'failed' });
    expect(await desk.call('protection.status', {})).toMatchObject({
      state: 'locked',
      lock: 'start',
    });
    expect(await codeOf(desk.call('register.status', {}))).toBe('locked');
    rmSync(obstacle, { recursive: true });
    expect(await unlock(desk, PASSPHRASE)).toEqual({ ok: true });
    expect(await contentOf(desk)).toEqual(before);
    expect(traces(folder, SECRETS)).toEqual([]);
  });

  it('lets attachments that are under way be finished before it begins', async () => {
    const desk = await filled();
    const many = Array.from({ length: 20 }, (_, index) =>
      new TextEncoder().encode(`Zyxattached ${index}`),
    );
    const puts = many.map((bytes) => desk.call('blobs.put', { bytes }));
    const { answer } = await setUp(desk);
    expect(answer).toEqual({ ok: true });
    for (const [index, put] of puts.entries()) {
      const { hash } = await put;
      expect(await desk.call('blobs.get', { hash })).toEqual({ ok: true, bytes: many[index] });
    }
    expect(traces(folder, SECRETS)).toEqual([]);
  });
});

describe('a switch-on that is cut short', { timeout: 30_000 }, () => {
  const SEED = 20_261_122;

  it(`is taken back or finished, whenever that was (seed ${SEED})`, async () => {
    const chance = chanceOf(SEED);
    const copies: string[] = [];
    // A copy of the folder at that moment is what a killed program would have left.
    const onEvent = (name: string, value: unknown): void => {
      if (name !== 'protection.progress') return;
      const { step } = value as EventOf<'protection.progress'>;
      if (copies.length > 0 && step === 'journal' && chance.below(2) === 0) return;
      const copy = mkdtempSync(join(tmpdir(), 'rostrum-killed-'));
      cpSync(folder, copy, { recursive: true });
      copies.push(copy);
    };
    const desk = await filled({ onEvent });
    const before = await contentOf(desk);
    await setUp(desk);
    const outcomes: string[] = [];
    for (const copy of copies) {
      const again = await start(copy);
      const { state, interrupted } = await again.call('protection.status', {});
      outcomes.push(state);
      if (state === 'none') {
        expect(interrupted).toBe(true);
        expect((await setUp(again)).answer).toEqual({ ok: true });
      } else {
        expect(await unlock(again, PASSPHRASE)).toEqual({ ok: true });
      }
      expect(await contentOf(again)).toEqual(before);
      expect((await again.call('texts.kept', {})).texts).toHaveLength(1);
      await closeLast();
      expect(traces(copy, SECRETS)).toEqual([]);
      rmSync(copy, { recursive: true });
    }
    expect(new Set(outcomes)).toEqual(new Set(['none', 'locked']));
  });
});

function storeOf(machine: string): KeyStore {
  const mark = Buffer.from(machine);
  return {
    state: async () => 'available',
    seal: async (bytes) => Buffer.concat([mark, bytes]),
    async open(sealed) {
      const own = Buffer.from(sealed.subarray(0, mark.length));
      if (!own.equals(mark)) throw new Error('sealed elsewhere');
      return new Uint8Array(sealed.subarray(mark.length));
    },
  };
}
