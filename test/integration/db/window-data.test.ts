import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WindowData, type WindowHost } from '@renderer/app/window-data';
import { ProjectionDatabase, type DatabaseRef } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { BridgeError } from '@shared/contract/failure';
import { defaultSettings } from '@shared/contract/settings';
import { draft, type DecisionContext } from '@shared/operation/draft';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';

type State = 'none' | 'locked' | 'open';

const context: DecisionContext = { newId: () => uuid(), now: '2026-11-22T08:00:00.000Z' };
const UNPROTECTED: DatabaseRef = { name: 'rostrum', key: null };
const PROTECTED: DatabaseRef = { name: 'rostrum-key', key: new Uint8Array(32).fill(9) };

/** The host with one profile and any number of windows. */
class Host {
  state: State = 'none';
  database = UNPROTECTED;
  operator = uuid();
  readonly register = new MemoryRegister(uuid(), () => Date.UTC(2026, 10, 22));
  readonly storage = new MemoryStorage();
  readonly changed = new Set<(state: State) => void>();
  readonly locked = new Set<() => void>();
  readonly reconnected = new Set<() => void>();
  away = false;

  change(state: State, database = this.database): void {
    this.state = state;
    this.database = database;
    for (const listener of this.changed) listener(state);
  }

  /** As a call that is refused: the transport tells before whoever called hears it. */
  refuse(): BridgeError {
    for (const listener of this.locked) listener();
    return new BridgeError('locked', 'register.commit');
  }

  link(): WindowHost {
    const reached = <T>(answer: () => T): Promise<T> =>
      this.away ? Promise.reject(new BridgeError('lost', 'test')) : Promise.resolve(answer());
    const on =
      <L>(listeners: Set<L>) =>
      (listener: L) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      };
    return {
      status: () => reached(() => ({ state: this.state })),
      page: () => reached(() => structuredClone(this.database)),
      settings: () =>
        reached(() => defaultSettings({ operatorId: this.operator, locale: 'en-GB' })),
      onChanged: on(this.changed),
      onLocked: on(this.locked),
      onReconnected: on(this.reconnected),
    };
  }
}

let host: Host;
const stores: Store[] = [];
const forget = vi.fn();
const silence = vi.fn();

function newWindow(): WindowData {
  const open = ({ name, key }: DatabaseRef): Store => {
    const db = new ProjectionDatabase(name, key);
    const store = new Store(
      db,
      host.register,
      host.storage,
      (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
      () => Date.now(),
    );
    stores.push(store);
    return store;
  };
  return new WindowData({ host: host.link(), open, forget, silence });
}

async function started(): Promise<WindowData> {
  const made = newWindow();
  await made.start();
  return made;
}

const storeOf = (data: WindowData): Store => {
  const store = data.current()?.store ?? null;
  if (store === null) throw new Error('the window is locked');
  return store;
};
const isReady = (data: WindowData) =>
  expect.poll(() => data.current()?.store?.projectionState().kind).toBe('ready');

beforeEach(() => {
  host = new Host();
  forget.mockReset();
  silence.mockReset();
});

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

function recorded(family: string) {
  const id = uuid();
  return [
    draft(context, {
      type: 'person.recorded',
      subjects: [id],
      body: { id, set: { synthetic: true } },
      personal: { set: { family } },
    }),
  ];
}

describe('a window', () => {
  it('has no data and no store while the desk is locked', async () => {
    host.change('locked', PROTECTED);
    const data = await started();
    expect(data.current()?.store).toBeNull();
    expect(stores).toHaveLength(0);
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('opens when the desk is unlocked, for whoever unlocked it', async () => {
    host.change('locked', PROTECTED);
    const data = await started();
    const before = data.current();
    host.operator = uuid();
    host.change('open');
    await isReady(data);
    expect(data.current()?.settings.operator.id).toBe(host.operator);
    expect(data.current()?.opening).not.toBe(before?.opening);
    expect(storeOf(data).db.ref).toEqual(PROTECTED);
  });

  it('drops everything at once when it is locked, and finds it again', async () => {
    host.change('open', PROTECTED);
    const data = await started();
    await isReady(data);
    const store = storeOf(data);
    await store.commit(recorded('Testova'));
    await store.collections.load('people', null);
    store.drafts.type('text', 'being typed');
    host.change('locked');
    // Not a moment later: nobody sees the page any more.
    expect(data.current()?.store).toBeNull();
    expect(forget).toHaveBeenCalledOnce();
    expect(silence).toHaveBeenLastCalledWith(true);
    expect(store.collections.snapshot('people', null).state).toBe('loading');
    host.change('open');
    await isReady(data);
    expect(storeOf(data)).not.toBe(store);
    expect(await storeOf(data).drafts.read('text')).toBe('being typed');
    expect(await storeOf(data).list('people')).toMatchObject([{ family: 'Testova' }]);
    expect(silence).toHaveBeenLastCalledWith(false);
    expect(store.db.isOpen()).toBe(false);
  });

  it('is locked when a call is refused because the desk is', async () => {
    host.change('open', PROTECTED);
    const data = await started();
    await isReady(data);
    host.state = 'locked';
    vi.spyOn(host.register, 'commit').mockImplementation(() => Promise.reject(host.refuse()));
    expect(await storeOf(data).commit(recorded('Refused'))).toMatchObject({ ok: false });
    expect(silence).toHaveBeenCalledWith(true);
    await expect.poll(() => data.current()?.store).toBeNull();
  });

  it('stays as it is when the host only says again how things are', async () => {
    host.change('open', PROTECTED);
    const data = await started();
    await isReady(data);
    const before = data.current();
    host.change('open');
    for (const listener of host.reconnected) listener();
    await storeOf(data).commit(recorded('Testova'));
    expect(data.current()).toBe(before);
    expect(stores).toHaveLength(1);
  });

  it('goes on with the same pages in another database when protection is switched on', async () => {
    const windows = [await started(), await started()];
    for (const data of windows) await isReady(data);
    const [data, second] = windows as [WindowData, WindowData];
    await storeOf(data).commit(recorded('Testova'));
    storeOf(second).drafts.type('text', 'in the other window');
    const opening = data.current()?.opening;
    host.change('open', PROTECTED);
    for (const one of windows) {
      await expect.poll(() => one.current()?.store?.db.name).toBe(PROTECTED.name);
      await isReady(one);
      expect(await storeOf(one).list('people')).toMatchObject([{ family: 'Testova' }]);
    }
    expect(data.current()?.opening).toBe(opening);
    expect(await Dexie.getDatabaseNames()).toEqual([PROTECTED.name]);
    await expect.poll(() => storeOf(data).drafts.read('text')).toBe('in the other window');
  });

  it('keeps what it knew while the host is away, and asks when it is back', async () => {
    host.change('open', PROTECTED);
    const data = await started();
    await isReady(data);
    host.away = true;
    host.change('open');
    host.state = 'locked';
    host.away = false;
    for (const listener of host.reconnected) listener();
    await expect.poll(() => data.current()?.store).toBeNull();
  });

  it('says so when the host does not answer at all', async () => {
    host.away = true;
    await expect(newWindow().start()).rejects.toThrow('lost');
  });
});
