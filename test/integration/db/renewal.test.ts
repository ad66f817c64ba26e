import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { forgetPeople } from '@shared/domain/person/decide';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import type { RecordRow } from '@shared/projections/row';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';

const context: DecisionContext = { newId: () => uuid(), now: '2026-11-22T08:00:00.000Z' };
const KEY = new Uint8Array(32).fill(7);
const NAME = 'rostrum-renewal';
const open: Store[] = [];

function openStore(
  register: MemoryRegister,
  storage: MemoryStorage,
  key: Uint8Array | null = KEY,
  name = NAME,
): Store {
  const db = new ProjectionDatabase(name, key);
  const store = new Store(
    db,
    register,
    storage,
    (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
    () => Date.now(),
  );
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

function newRegister(): MemoryRegister {
  let wall = Date.UTC(2026, 10, 22);
  return new MemoryRegister(uuid(), () => (wall += 1));
}

function person(family: string): { id: string; drafts: Draft[] } {
  const id = uuid();
  const recorded = draft(context, {
    type: 'person.recorded',
    subjects: [id],
    body: { id, set: { synthetic: true } },
    personal: { set: { family, gender: 'female' } },
  });
  return { id, drafts: [recorded] };
}

function forgetting(id: string): Draft[] {
  const decision = forgetPeople(context, [{ id, gender: 'female', forgotten: false }], 'request');
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts;
}

const families = async (store: Store) =>
  (await store.list('people')).map(({ family }) => family).sort();

/** What is in the database, whatever a window still shows. */
const keptFamilies = async (store: Store) =>
  ((await store.db.rows('people').toArray()) as RecordRow[]).map(({ p }) => p['family']).sort();

describe('a register of another epoch', () => {
  it('voids everything: storage is cleared and what is left is projected again', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const store = openStore(register, storage);
    await store.start();
    const gone = person('Gone');
    await store.commit([...gone.drafts, ...person('Stays').drafts]);
    expect(storage.cleared).toBe(0);
    await store.commit(forgetting(gone.id));
    await expect.poll(() => storage.cleared).toBe(1);
    await expect.poll(() => families(store)).toEqual(['', 'Stays']);
    expect(await keptFamilies(store)).toEqual(['Stays', undefined]);
    expect((await store.list('people')).find(({ id }) => id === gone.id)).toMatchObject({
      ...{ forgotten: true, forgottenFor: 'request', gender: 'female' },
    });
    expect(store.projectionState()).toEqual({ kind: 'ready' });
  });

  it('is noticed by a window that was closed meanwhile', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const before = openStore(register, storage);
    await before.start();
    const gone = person('Gone');
    await before.commit(gone.drafts);
    await before.close();
    await register.commit(forgetting(gone.id));
    const after = openStore(register, storage);
    await after.start();
    expect(storage.cleared).toBe(1);
    expect(await families(after)).toEqual(['']);
  });

  it('is done by one of several windows, and the others read again', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const stores = [openStore(register, storage), openStore(register, storage)];
    for (const store of stores) await store.start();
    const heard = vi.fn<(all: boolean) => void>();
    stores[1]!.follow((rows) => heard(rows === null));
    const gone = person('Gone');
    await stores[0]!.commit([...gone.drafts, ...person('Stays').drafts]);
    await expect.poll(() => families(stores[1]!)).toEqual(['Gone', 'Stays']);
    await stores[0]!.commit(forgetting(gone.id));
    for (const store of stores) await expect.poll(() => families(store)).toEqual(['', 'Stays']);
    expect(storage.cleared).toBe(1);
    expect(heard).toHaveBeenCalledWith(true);
    const later = person('Later');
    await stores[1]!.commit(later.drafts);
    await expect.poll(() => families(stores[0]!)).toEqual(['', 'Later', 'Stays']);
  });

  it('keeps what is being typed', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const store = openStore(register, storage);
    await store.start();
    await store.db.drafts.put({ key: 'written', value: 'a moment ago', at: 5 });
    store.drafts.type('unwritten', 'just now');
    register.epoch += 1;
    register.reconnect();
    await expect.poll(() => storage.cleared).toBe(1);
    await expect
      .poll(async () => (await store.db.drafts.toArray()).map(({ value }) => value))
      .toEqual(['just now', 'a moment ago']);
    expect(storage.texts).toEqual([]);
  });

  it('loses no text when the window dies while its database is gone', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const dying = openStore(register, storage);
    await dying.start();
    await dying.db.drafts.put({ key: 'text', value: 'typed', at: 5 });
    register.epoch += 1;
    vi.spyOn(storage, 'drop').mockImplementationOnce(() => Promise.reject(new Error('died')));
    vi.spyOn(dying.db.drafts, 'takeOver').mockImplementationOnce(() =>
      Promise.reject(new Error('died')),
    );
    register.reconnect();
    await expect.poll(() => dying.projectionState().kind).toBe('failed');
    expect(await dying.db.drafts.get('text')).toBeNull();
    await dying.close();
    const next = openStore(register, storage);
    await next.start();
    expect(await next.db.drafts.get('text')).toMatchObject({ value: 'typed', at: 5 });
  });

  it('writes back a text that the host has, unless a later one is here', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const before = openStore(register, storage);
    await before.start();
    await before.db.drafts.put({ key: 'later', value: 'later', at: 9 });
    await before.close();
    storage.texts = [
      { key: 'later', value: 'earlier', at: 3 },
      { key: 'lost', value: 'found', at: 4 },
    ];
    const after = openStore(register, storage);
    await after.start();
    expect(await after.drafts.read('later')).toBe('later');
    expect(await after.drafts.read('lost')).toBe('found');
    expect(storage.texts).toEqual([]);
  });
});

describe('operations that were not permitted', () => {
  it('change nothing, before and after it turns out', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const store = openStore(register, storage);
    await store.start();
    const answer = await store.commit(person('Permitted').drafts);
    const wrong = await store.commit(person('Void').drafts);
    if (!answer.ok || !wrong.ok) throw new Error('refused');
    register.makeVoid(wrong.operations[0]!.operation.id);
    await expect.poll(() => families(store)).toEqual(['Permitted']);
    // Those that come void in the first place are passed over, and counted as seen.
    await register.commitUnheard(person('Also void').drafts);
    const last = register.operations.at(-1)!;
    register.operations[register.operations.length - 1] = { ...last, void: true };
    await store.commit(person('Next').drafts);
    await expect.poll(() => families(store)).toEqual(['Next', 'Permitted']);
    expect((await store.db.meta.get('progress'))?.cursor).toBe(4);
  });

  it.each(['forgotten', 'not-permitted'] as const)('are refused as %s', async (reason) => {
    const register = newRegister();
    const store = openStore(register, new MemoryStorage());
    await store.start();
    register.failure = { ok: false, reason, detail: '' };
    expect(await store.commit(person('Refused').drafts)).toMatchObject({ ok: false, reason });
    expect(store.activityState().failure?.reason).toBe(reason);
    expect(await families(store)).toEqual([]);
  });
});

describe('a database that cannot be read', () => {
  const damage = async (db: ProjectionDatabase, id: string) => {
    const stored = (await db.table('people').get(id)) as { c: Uint8Array };
    const c = stored.c.slice();
    c[30] = (c[30] ?? 0) ^ 1;
    await db.table('people').put({ id, c });
  };

  it('is made anew when a row of it turns out to be damaged', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const before = openStore(register, storage);
    await before.start();
    const { id, drafts } = person('Damaged');
    await before.commit(drafts);
    await damage(before.db, id);
    await before.close();
    const store = openStore(register, storage);
    await store.start();
    expect(await families(store)).toEqual(['Damaged']);
    expect(storage.cleared).toBe(1);
    await expect.poll(() => store.projectionState()).toEqual({ kind: 'ready' });
  });

  it('is made anew when an operation concerns the damaged row', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const store = openStore(register, storage);
    await store.start();
    const { id, drafts } = person('Damaged');
    await store.commit(drafts);
    await damage(store.db, id);
    const changed = draft(context, {
      type: 'person.changed',
      subjects: [id],
      body: { id, set: {} },
      personal: { set: { given: 'Mended' } },
    });
    expect((await store.commit([changed])).ok).toBe(true);
    expect(await store.list('people')).toMatchObject([{ family: 'Damaged', given: 'Mended' }]);
    expect(storage.cleared).toBe(1);
  });

  it('is not made anew again and again', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const store = openStore(register, storage);
    await store.start();
    const { id, drafts } = person('Damaged');
    await store.commit(drafts);
    const read = () => store.db.rows('people').get(id);
    await damage(store.db, id);
    await store.examine(await read().catch((error: unknown) => error));
    expect(await read()).toMatchObject({ p: { family: 'Damaged' } });
    await damage(store.db, id);
    const again = store.examine(await read().catch((error: unknown) => error));
    await expect(again).rejects.toThrow('cannot be read');
    expect(storage.cleared).toBe(1);
    expect(store.projectionState().kind).toBe('failed');
  });

  it('is made anew when it was kept with another key', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const before = openStore(register, storage);
    await before.start();
    await before.commit(person('Testova').drafts);
    await before.close();
    const store = openStore(
      register,
      storage,
      KEY.map((byte) => byte + 1),
    );
    await store.start();
    expect(await families(store)).toEqual(['Testova']);
    expect(storage.cleared).toBe(1);
  });

  it('is cleared once when it does not open, and projected again', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    await register.commit(person('Testova').drafts);
    const store = openStore(register, storage);
    const failing = Object.assign(new Error('Internal error opening backing store'), {
      name: 'UnknownError',
    });
    vi.spyOn(store.db, 'open').mockRejectedValueOnce(failing);
    await store.start();
    expect(await families(store)).toEqual(['Testova']);
    expect(storage.cleared).toBe(1);
  });
});

describe('a desk that is protected from now on', () => {
  it('takes over what was being typed and leaves no file of before', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    const before = openStore(register, storage, null, 'rostrum');
    await before.start();
    await before.commit(person('Testova').drafts);
    before.drafts.type('text', 'being typed');
    await before.close();
    const store = openStore(register, storage);
    await store.start();
    expect(await store.drafts.read('text')).toBe('being typed');
    expect(await families(store)).toEqual(['Testova']);
    expect(await Dexie.getDatabaseNames()).toEqual([NAME]);
    expect(storage.cleared).toBe(1);
  });

  it('does so for several windows once', async () => {
    const register = newRegister();
    const storage = new MemoryStorage();
    await openStore(register, storage, null, 'rostrum').start();
    await open.pop()?.close();
    const stores = [openStore(register, storage), openStore(register, storage)];
    await Promise.all(stores.map((store) => store.start()));
    expect(await Dexie.getDatabaseNames()).toEqual([NAME]);
    expect(storage.cleared).toBe(1);
  });
});
