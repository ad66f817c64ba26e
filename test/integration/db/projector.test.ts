import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { arrive, retract } from '@shared/domain/attendance/decide';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import type { Row } from '@shared/projections/row';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';

const context: DecisionContext = { newId: () => uuid(), now: '2023-06-13T08:52:00.000Z' };
const MEETING = '01890000-0000-7000-8000-000000000001';
const open: Store[] = [];

function openStore(name: string, register: MemoryRegister): Store {
  const db = new ProjectionDatabase(name);
  const store = new Store(
    db,
    register,
    new MemoryStorage(),
    (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
    () => 1_686_646_320_000,
  );
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

function newRegister(life: string = uuid()): MemoryRegister {
  let wall = 1_686_646_320_000;
  return new MemoryRegister(life, () => (wall += 1));
}

function person(family: string): { id: string; drafts: Draft[] } {
  const id = uuid();
  const drafts = [
    draft(context, {
      type: 'person.recorded',
      subjects: [id],
      body: { id, set: { synthetic: true } },
      personal: { set: { family, given: 'Test' } },
    }),
  ];
  return { id, drafts };
}

function arrivals(id: string, scope = 'reception'): Draft[] {
  const decision = arrive(
    context,
    { meeting: MEETING, person: id, scopes: [scope], modality: 'in-person', source: 'search' },
    undefined,
  );
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts;
}

async function rowsOf(store: Store, table: Row['table']): Promise<Row[]> {
  return store.db.rows(table).toArray();
}

describe('projector', () => {
  it('acknowledges an act when the register has it and the database has projected it', async () => {
    const register = newRegister();
    const store = openStore(uuid(), register);
    await store.start();
    const { id, drafts } = person('Testova');
    const answer = await store.commit(drafts);
    expect(answer.ok).toBe(true);
    expect(register.operations).toHaveLength(1);
    expect(await store.list('people')).toMatchObject([{ id, family: 'Testova', given: 'Test' }]);
    expect(await rowsOf(store, 'people')).toHaveLength(1);
    expect(store.activityState()).toMatchObject({ waiting: 0, failure: null });
  });

  it('keeps nothing and says why when the register refuses', async () => {
    const register = newRegister();
    const store = openStore(uuid(), register);
    await store.start();
    register.failure = { ok: false, reason: 'disk-full', detail: 'no space' };
    const answer = await store.commit(person('Testova').drafts);
    expect(answer).toEqual({ ok: false, reason: 'disk-full', detail: 'no space' });
    expect(await store.list('people')).toEqual([]);
    expect(store.activityState().failure?.reason).toBe('disk-full');
  });

  it('reads of many records those that can be there, and no others', async () => {
    const store = openStore(uuid(), newRegister());
    await store.start();
    const known = Array.from({ length: 60 }, (_, at) => person(`Known ${at}`));
    await store.commit(known.flatMap(({ drafts }) => drafts));
    const read = vi.spyOn(store.db.rows('people'), 'bulkGet');
    const fresh = Array.from({ length: 1200 }, (_, at) => person(`Fresh ${at}`));
    const renamed = known.map(({ id }) =>
      draft(context, {
        type: 'person.changed',
        subjects: [id],
        body: { id, set: {} },
        personal: { set: { given: 'Renamed' } },
      }),
    );
    await store.commit(fresh.flatMap(({ drafts }) => drafts));
    expect(read.mock.calls.flatMap(([ids]) => ids)).toEqual([]);
    // Among new ones, records that are there keep what was said of them before.
    await store.commit([...person('Last').drafts, ...renamed]);
    expect(read.mock.calls.flatMap(([ids]) => ids)).toEqual(known.map(({ id }) => id));
    const people = await store.list('people');
    expect(people).toHaveLength(1261);
    expect(people.filter(({ given }) => given === 'Renamed').map(({ family }) => family)).toEqual(
      known.map((_, at) => `Known ${at}`),
    );
  });

  it('shows in one window what another one did', async () => {
    const register = newRegister();
    const name = uuid();
    const first = openStore(name, register);
    const second = openStore(name, register);
    await first.start();
    await second.start();
    await second.collections.load('attendance', MEETING);
    const { id } = person('Testova');
    await first.commit(arrivals(id));
    await second.commit(arrivals(id, 'day:2023-06-13'));
    const rows = await second.collections.load('attendance', MEETING);
    expect(Object.keys((rows.get(`${MEETING}:${id}`) as { e: object }).e).sort()).toEqual([
      'day:2023-06-13',
      'reception',
    ]);
  });

  it('projects again after the database was deleted', async () => {
    const register = newRegister();
    const name = uuid();
    const before = openStore(name, register);
    await before.start();
    const { id, drafts } = person('Testova');
    await before.commit([...drafts, ...arrivals(id)]);
    const rows = await rowsOf(before, 'attendance');
    await before.db.delete();
    const after = openStore(name, register);
    await after.start();
    expect(await rowsOf(after, 'attendance')).toEqual(rows);
    expect(after.projectionState()).toEqual({ kind: 'ready' });
  });

  it('projects again when the register has another life, whatever the ordinals say', async () => {
    const name = uuid();
    const old = openStore(name, newRegister());
    await old.start();
    await old.commit([...person('Former').drafts, ...person('Former').drafts]);
    await old.close();
    const restored = newRegister();
    const { drafts } = person('Restored');
    await restored.commit(drafts);
    const store = openStore(name, restored);
    await store.start();
    expect((await store.list('people')).map((one) => one.family)).toEqual(['Restored']);
  });

  it('catches up with operations that came while it was closed', async () => {
    const register = newRegister();
    const name = uuid();
    const before = openStore(name, register);
    await before.start();
    await before.commit(person('First').drafts);
    await before.close();
    await register.commit(person('Second').drafts);
    const after = openStore(name, register);
    await after.start();
    expect((await after.list('people')).map((one) => one.family).sort()).toEqual([
      'First',
      'Second',
    ]);
  });

  it('starts over when the register was repaired while it was open', async () => {
    const register = newRegister();
    const store = openStore(uuid(), register);
    await store.start();
    await store.commit(person('Kept').drafts);
    await store.commit(person('Lost').drafts);
    register.repair(uuid(), 1);
    await expect
      .poll(async () => (await store.list('people')).map((one) => one.family))
      .toEqual(['Kept']);
  });

  it('catches up when the host is there again', async () => {
    const register = newRegister();
    const store = openStore(uuid(), register);
    await store.start();
    await store.collections.load('people', null);
    await register.commitUnheard(person('Meanwhile').drafts);
    register.reconnect();
    await expect
      .poll(async () => (await store.list('people')).map((one) => one.family))
      .toEqual(['Meanwhile']);
  });

  it('takes an arrival back by a compensating operation', async () => {
    const register = newRegister();
    const store = openStore(uuid(), register);
    await store.start();
    const { id } = person('Testova');
    const answer = await store.commit(arrivals(id));
    if (!answer.ok) throw new Error(answer.reason);
    const undo = retract(
      context,
      MEETING,
      id,
      answer.operations.map(({ operation }) => operation.id),
      null,
    );
    if (!undo.ok) throw new Error(undo.reason);
    await store.commit(undo.drafts);
    const rows = await store.collections.load('attendance', MEETING);
    expect((rows.get(`${MEETING}:${id}`) as { e: object }).e).toEqual({});
    expect(register.operations).toHaveLength(2);
  });

  it('says that the database is unusable instead of staying silent', async () => {
    const store = openStore(uuid(), newRegister());
    vi.spyOn(store.db, 'open').mockRejectedValue(
      Object.assign(new Error('Internal error opening backing store'), { name: 'UnknownError' }),
    );
    await store.start();
    expect(store.projectionState().kind).toBe('failed');
  });
});
