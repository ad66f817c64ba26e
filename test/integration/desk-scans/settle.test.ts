import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '@renderer/db/act';
import { ProjectionDatabase } from '@renderer/db/database';
import type { RegisterLink } from '@renderer/db/projector';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { settleByHand, settleWaiting } from '@renderer/features/desk/scan/settle-waiting';
import { issueBadge, issueFloating, keepScan, lendBadge } from '@shared/domain/badge/decide';
import type { KeptScan } from '@shared/domain/badge/types';
import { draft, type Decision, type DecisionContext } from '@shared/operation/draft';
import type { Body } from '@shared/operation/operation';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';
import { seededCodes } from '../../unit/domain/badge/support';

const [CODE = '', FLOATING = ''] = seededCodes(31, 2);
const MEETING = uuid();
const SESSION = `session:${uuid()}`;
const SCANNED = '2026-11-22T08:52:00.000Z';
const at = (now: string): DecisionContext => ({ newId: uuid, now });
const LATER = at('2026-11-22T11:00:00.000Z');

let register: MemoryRegister;
let wall = Date.UTC(2026, 10, 22);
const open: Store[] = [];

/** One window of the desk: all of them have the same register. */
async function openWindow(link: RegisterLink = register): Promise<Store> {
  const db = new ProjectionDatabase(`desk-${uuid()}`);
  const store = new Store(
    ...([db, link, new MemoryStorage()] as const),
    (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
    () => wall,
  );
  open.push(store);
  await store.start();
  return store;
}

let store: Store;
beforeEach(async () => {
  register = new MemoryRegister(uuid(), () => (wall += 1));
  store = await openWindow();
  await commit({ ok: true, drafts: [recorded('meeting.created', MEETING, { title: 'Test' })] });
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function recorded(type: string, id: string, set: Body, person: string | null = null) {
  return draft(LATER, {
    ...{ type, subjects: person === null ? [] : [person], body: { id, set } },
    meeting: type.startsWith('person') ? null : MEETING,
  });
}

async function commit(decision: Decision): Promise<void> {
  const done = await act(store, () => decision);
  if (!done.ok) throw new Error(done.reason);
}

/** A desk scans a code that it does not know. */
async function keep(code: string, desk = register.life): Promise<void> {
  const scopes = ['reception', SESSION];
  const input = { meeting: MEETING, code, scopes, modality: 'in-person' as const, desk };
  await commit(keepScan(at(SCANNED), input, await store.list('scans')));
}

/** What another desk knew: somebody, nominated and with a badge. */
async function hearOf(state = 'accepted', merged: string | null = null): Promise<string> {
  const person = uuid();
  await commit({
    ok: true,
    drafts: [
      recorded('person.recorded', person, { synthetic: true }, person),
      recorded('nomination.received', uuid(), { person: merged ?? person, state }, person),
    ],
  });
  return person;
}
const badgeFor = (person: string, code = CODE) =>
  issueBadge(LATER, { meeting: MEETING, person: { id: person, forgotten: false }, code }, []);

async function arrivals(person: string, window = store) {
  const row = (await window.collections.load('attendance', MEETING)).get(
    attendanceId(MEETING, person),
  );
  if (row?.table !== 'attendance') return [];
  const { events } = attendanceView(row);
  return events.map(({ scope, when, source }) => [scope, when, source]).sort();
}
const stateOf = async (window = store) => (await window.list('scans')).map(({ state }) => state);
const AT_SCAN = [
  ['reception', SCANNED, 'scan'],
  [SESSION, SCANNED, 'scan'],
];

describe('a kept scan', () => {
  it('waits while its badge is unknown, and is an arrival at its time when it is known', async () => {
    await keep(CODE);
    expect(await settleWaiting(store, MEETING, register.life)).toEqual({
      ...{ problems: new Map(), settled: [] },
    });
    expect(await stateOf()).toEqual(['waiting']);
    const person = await hearOf();
    await commit(badgeFor(person));
    const { settled } = await settleWaiting(store, MEETING, register.life);
    expect(settled.map((one) => one.person)).toEqual([person]);
    expect(await arrivals(person)).toEqual(AT_SCAN);
    expect(await stateOf()).toEqual(['settled']);
    const [badge] = await store.list('badges');
    expect((await store.list('scans'))[0]?.badge).toBe(badge?.id);
  });

  it('is settled once by two windows, also when one has not heard of the other', async () => {
    await keep(CODE);
    const person = await hearOf();
    await commit(badgeFor(person));
    const deaf: RegisterLink = {
      ...{ status: () => register.status(), read: (after, limit) => register.read(after, limit) },
      commit: (drafts) => register.commit(drafts),
      ...{ onCommitted: () => () => undefined, onReconnected: () => () => undefined },
    };
    const other = await openWindow(deaf);
    await Promise.all([
      settleWaiting(store, MEETING, register.life),
      settleWaiting(other, MEETING, register.life),
    ]);
    const operations = register.operations.map(({ operation }) => operation.type);
    expect(operations.filter((type) => type === 'scan.settled')).toHaveLength(1);
    expect(operations.filter((type) => type === 'attendance.arrived')).toHaveLength(2);
    for (const window of [store, other]) {
      expect(await arrivals(person, window)).toEqual(AT_SCAN);
      expect(await stateOf(window)).toEqual(['settled']);
    }
  });

  it('of another desk is left to that desk', async () => {
    await keep(CODE, uuid());
    await commit(badgeFor(await hearOf()));
    const { problems, settled } = await settleWaiting(store, MEETING, register.life);
    expect([problems.size, settled.length]).toEqual([0, 0]);
    expect(await stateOf()).toEqual(['waiting']);
  });

  it('of a desk that does not come back is recorded by hand, at its time', async () => {
    const restored = uuid();
    await keep(CODE, restored);
    const waiting = async () => (await store.list('scans'))[0] as KeptScan;
    expect(await settleByHand(store, await waiting(), register.life)).toMatchObject({ ok: false });
    const person = await hearOf();
    await commit(badgeFor(person));
    const scan = await waiting();
    expect(await settleByHand(store, scan, register.life)).toMatchObject({ ok: true });
    expect(await arrivals(person)).toEqual(AT_SCAN);
    expect(await stateOf()).toEqual(['settled']);
    expect(await settleByHand(store, await waiting(), register.life)).toEqual({
      ...{ ok: false, reason: 'not-waiting' },
    });
  });

  it('of somebody whose nomination is not accepted waits until it is', async () => {
    await keep(CODE);
    const person = await hearOf('received');
    await commit(badgeFor(person));
    const { problems } = await settleWaiting(store, MEETING, register.life);
    expect([...problems.values()]).toEqual(['not-expected']);
    expect(await arrivals(person)).toEqual([]);
    const [nomination] = await store.list('nominations', MEETING);
    const over = await store.heads('nominations', MEETING, nomination?.id ?? '', ['state']);
    const accepted = recorded('nomination.accepted', nomination?.id ?? '', { state: 'accepted' });
    await commit({ ok: true, drafts: [{ ...accepted, over }] });
    await settleWaiting(store, MEETING, register.life);
    expect(await arrivals(person)).toEqual(AT_SCAN);
  });

  it('of a record that was merged is an arrival of the person', async () => {
    await keep(CODE);
    const root = await hearOf();
    const twin = uuid();
    await commit({
      ok: true,
      drafts: [
        recorded('person.recorded', twin, { synthetic: true }, twin),
        recorded('person.merged', twin, { mergedInto: root }, twin),
      ],
    });
    await commit(badgeFor(twin));
    await settleWaiting(store, MEETING, register.life);
    expect(await arrivals(root)).toEqual(AT_SCAN);
    expect(await arrivals(twin)).toEqual([]);
  });

  it('of a floating badge is nobody’s who got it later', async () => {
    await keep(FLOATING);
    const person = await hearOf();
    const floats = { meeting: MEETING, party: uuid(), label: 'One', code: FLOATING };
    await commit(issueFloating(LATER, floats));
    const [badge] = await store.list('badges');
    if (badge === undefined) throw new Error('no badge');
    const wearer = { id: person, forgotten: false };
    await commit(lendBadge(LATER, badge, { person: wearer, headsOf: () => [] }));
    const { problems } = await settleWaiting(store, MEETING, register.life);
    expect([...problems.values()]).toEqual(['lent-later']);
    expect(await arrivals(person)).toEqual([]);
  });

  it('that could not be written down waits for the next time', async () => {
    await keep(CODE);
    const person = await hearOf();
    await commit(badgeFor(person));
    register.failure = { ok: false, reason: 'disk-full', detail: 'no space' };
    const failed = await settleWaiting(store, MEETING, register.life);
    expect([failed.settled.length, failed.problems.size]).toEqual([0, 0]);
    expect(await stateOf()).toEqual(['waiting']);
    register.failure = null;
    await settleWaiting(store, MEETING, register.life);
    expect(await arrivals(person)).toEqual(AT_SCAN);
  });
});
