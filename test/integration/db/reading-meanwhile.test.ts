import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { draft } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';

function somebody(): Draft {
  return draft(
    { newId: () => uuid(), now: '2023-06-13T08:52:00.000Z' },
    {
      type: 'person.recorded',
      body: { id: uuid(), set: { synthetic: true } },
      personal: { set: { family: 'Testova', given: 'Test' } },
    },
  );
}

/** A screen that is opened while operations arrive: neither takes the other's transaction away. */
it.each([1, 100])(
  'a table is read for the first time while %d people are projected',
  async (count) => {
    let wall = 1_686_646_320_000;
    const register = new MemoryRegister(uuid(), () => (wall += 1));
    const db = new ProjectionDatabase(uuid());
    const store = new Store(
      db,
      register,
      new MemoryStorage(),
      (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
      () => wall,
    );
    await store.start();
    for (let round = 1; round <= 5; round += 1) {
      // Told by the register: the window reads and projects by itself, and nobody waits for it here.
      await register.commit(Array.from({ length: count }, somebody));
      const [people, parties] = await Promise.all([store.list('people'), store.list('parties')]);
      expect(parties).toEqual([]);
      expect(people.length).toBeLessThanOrEqual(round * count);
      await expect.poll(async () => (await store.list('people')).length).toBe(round * count);
      expect(store.projectionState().kind).toBe('ready');
      store.collections.hold();
      store.collections.allow(['people', 'parties']);
    }
    await store.close();
  },
);
