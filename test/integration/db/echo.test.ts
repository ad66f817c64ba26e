import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import type { RegisterLink } from '@renderer/db/projector';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { draft } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';

/** A register of which the test decides when a window hears of its commit: before the answer or after. */
function linkOf(register: MemoryRegister, order: 'before' | 'after') {
  const held: (() => void)[] = [];
  const link: RegisterLink = {
    status: () => register.status(),
    commit: (drafts) => register.commit(drafts),
    read: (after, limit) => register.read(after, limit),
    onReconnected: (listener) => register.onReconnected(listener),
    onCommitted: (listener) =>
      register.onCommitted((last, epoch) => {
        if (order === 'before') listener(last, epoch);
        else held.push(() => listener(last, epoch));
      }),
  };
  const tell = (): void => {
    for (const one of held.splice(0)) one();
  };
  return { link, tell };
}

function somebody(id: string): Draft[] {
  const made = draft(
    { newId: () => uuid(), now: '2023-06-13T08:52:00.000Z' },
    {
      type: 'person.recorded',
      subjects: [id],
      body: { id, set: { synthetic: true } },
      personal: { set: { family: 'Testova', given: 'Test' } },
    },
  );
  return [made];
}

describe('what the register tells of a window’s own commit', () => {
  it.each(['before', 'after'] as const)(
    'costs no reading when it comes %s the answer, and hides nobody else’s',
    async (order) => {
      let wall = 1_686_646_320_000;
      const register = new MemoryRegister(uuid(), () => (wall += 1));
      const { link, tell } = linkOf(register, order);
      const db = new ProjectionDatabase(uuid());
      const store = new Store(
        db,
        link,
        new MemoryStorage(),
        (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
        () => wall,
      );
      await store.start();
      const read = vi.spyOn(register, 'read');
      const status = vi.spyOn(register, 'status');

      // Work stands in one queue: what an event caused is done before the next commit is.
      const own = [uuid(), uuid(), uuid()];
      for (const id of own) {
        expect(await store.commit(somebody(id))).toMatchObject({ ok: true });
        tell();
      }
      expect([read.mock.calls.length, status.mock.calls.length]).toEqual([0, 0]);

      const other = uuid();
      const heard = new Promise<void>((resolve) => {
        store.follow((rows) => {
          if (rows?.some(({ id }) => id === other) === true) resolve();
        });
      });
      await register.commit(somebody(other));
      tell();
      await heard;
      const people = await store.list('people');
      expect(people.map(({ id }) => id).sort()).toEqual([...own, other].sort());
      await store.close();
    },
  );
});
