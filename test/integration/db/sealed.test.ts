import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { ProjectionDatabase, TABLES, type Row } from '@renderer/db/database';
import { KeptWorld } from '@renderer/db/read-world';
import { Unsealable } from '@renderer/db/seal';
import type { RecordRow } from '@shared/projections/row';
import { statisticsOf } from '@shared/statistics/statistics';
import { meetingId, programmeId, sampleDatabase } from '../statistics-page/sample-database';

const KEY = new Uint8Array(32).map((_, at) => at);
const OTHER_KEY = KEY.map((byte) => byte ^ 1);
const open: ProjectionDatabase[] = [];

function opened(db: ProjectionDatabase): ProjectionDatabase {
  open.push(db);
  return db;
}

afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

/** Everything that IndexedDB was given, as bytes and as text that a scan of the files would find. */
async function kept(db: ProjectionDatabase): Promise<string> {
  const decoder = new TextDecoder('latin1');
  const found: string[] = [];
  for (const table of db.tables) {
    for (const row of (await table.toArray()) as Record<string, unknown>[]) {
      found.push(
        JSON.stringify(row, (_name, value: unknown) =>
          ArrayBuffer.isView(value) ? decoder.decode(value) : value,
        ),
      );
    }
  }
  return found.join('\n');
}

const person: RecordRow = {
  id: uuid(),
  table: 'people',
  meeting: null,
  born: true,
  live: 1,
  ops: [[uuid(), '2023']],
  v: { synthetic: true },
  p: { family: 'Testova', emails: ['testova@example.org'] },
  h: { family: 0, emails: 0, synthetic: 0 },
};

describe('rows that are kept with a key', { timeout: 30_000 }, () => {
  it('come out as they went in, whole and meeting by meeting', async () => {
    const plain = opened(await sampleDatabase());
    const sealed = opened(await sampleDatabase(KEY));
    for (const table of TABLES) {
      expect(await sealed.rows(table).toArray()).toEqual(await plain.rows(table).toArray());
    }
    const ofMeeting = await plain.rows('nominations').ofMeeting(meetingId('A'));
    expect(await sealed.rows('nominations').ofMeeting(meetingId('A'))).toEqual(ofMeeting);
    expect(ofMeeting.length).toBeGreaterThan(100);
  });

  it('say nothing of their content to whoever reads the files', async () => {
    const plain = await kept(opened(await sampleDatabase()));
    const db = opened(await sampleDatabase(KEY));
    await db.drafts.put({ key: 'recommendation 1 en', value: 'A text being typed', at: 1 });
    const sealed = await kept(db);
    const people = (await db.rows('people').toArray()) as RecordRow[];
    const values = people
      .slice(0, 80)
      .flatMap(({ p }) => [p['family'], p['emails'], p['institution']].flat());
    const secrets = values.filter((one) => typeof one === 'string' && one.length > 3) as string[];
    expect(secrets.length).toBeGreaterThan(100);
    expect(
      secrets.filter((secret) => !plain.includes(JSON.stringify(secret).slice(1, -1))),
    ).toEqual([]);
    expect(secrets.filter((secret) => sealed.includes(secret))).toEqual([]);
    expect(sealed).not.toContain('A text being typed');
    // Who was where is said in random ids, and stays as it is.
    expect(sealed).toContain('"table":"attendance"');
  });

  it('give the same figures', async () => {
    const figures = async (key: Uint8Array | null) => {
      const world = new KeptWorld(opened(await sampleDatabase(key)), {
        ...{ kind: 'year', programme: programmeId(), year: 2023 },
      });
      await world.read();
      return statisticsOf(world.world()!, { kind: 'year', year: 2023 }).figures;
    };
    expect(await figures(KEY)).toEqual(await figures(null));
  });

  it.each([
    ['another key', OTHER_KEY],
    ['no key', null],
  ])('cannot be read with %s', async (_name, key) => {
    const db = opened(new ProjectionDatabase(uuid(), KEY));
    await db.rows('people').put(person);
    await db.drafts.put({ key: 'a', value: 'b', at: 1 });
    const foreign = opened(new ProjectionDatabase(db.name, key));
    await expect(foreign.rows('people').toArray()).rejects.toThrow(Unsealable);
    expect(await foreign.drafts.get('a')).toBeNull();
    expect(await foreign.drafts.toArray()).toEqual([]);
  });

  it('are not taken for protected when they lie readable', async () => {
    const plain = opened(new ProjectionDatabase(uuid()));
    await plain.rows('people').put(person);
    const db = opened(new ProjectionDatabase(plain.name, KEY));
    await expect(db.rows('people').get(person.id)).rejects.toThrow(Unsealable);
  });

  it('cannot be put where another row was, nor changed by a byte', async () => {
    const db = opened(new ProjectionDatabase(uuid(), KEY));
    const other: Row = { ...person, id: uuid() };
    await db.rows('people').bulkPut([person, other]);
    const stored = (await db.table('people').get(person.id)) as { c: Uint8Array };
    await db.table('people').put({ id: other.id, c: stored.c });
    await expect(db.rows('people').get(other.id)).rejects.toThrow(Unsealable);
    for (let at = 0; at < stored.c.length; at += 7) {
      const c = stored.c.slice();
      c[at] = (c[at] ?? 0) ^ 0x40;
      await db.table('people').put({ id: person.id, c });
      await expect(db.rows('people').get(person.id)).rejects.toThrow(Unsealable);
    }
  });

  it('are read elsewhere where they are many, and come some at a time', async () => {
    const asked: (readonly [string, string | null])[] = [];
    const name = uuid();
    const reader = opened(new ProjectionDatabase(name, KEY));
    const db = opened(
      new ProjectionDatabase(name, KEY, async (table, meeting) => {
        asked.push([table, meeting]);
        const rows: Row[] = [];
        for await (const some of reader.rows(table).inSlices(meeting)) {
          expect(some.length).toBeLessThanOrEqual(1000);
          rows.push(...some);
        }
        return rows;
      }),
    );
    const meeting = uuid();
    const named = (count: number): Row[] =>
      Array.from({ length: count }, () => ({ ...person, id: uuid() }));
    const people = named(2100);
    await db.rows('people').bulkPut(people);
    const nominations = named(1500).map((row): Row => ({
      ...(row as RecordRow),
      table: 'nominations',
      meeting,
    }));
    await db.rows('nominations').bulkPut(nominations);
    const parties = named(20).map((row): Row => ({ ...(row as RecordRow), table: 'parties' }));
    await db.rows('parties').bulkPut(parties);
    const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await db.rows('people').toArray()).toEqual(sorted(people));
    expect(await db.rows('nominations').ofMeeting(meeting)).toEqual(sorted(nominations));
    expect(await db.rows('nominations').ofMeeting(uuid())).toEqual([]);
    expect(await db.rows('parties').toArray()).toEqual(sorted(parties));
    expect(asked).toEqual([
      ['people', null],
      ['nominations', meeting],
    ]);
  });

  it('never use a nonce twice', async () => {
    const db = opened(new ProjectionDatabase(uuid(), KEY));
    const rows = Array.from({ length: 500 }, (): Row => ({ ...person, id: uuid() }));
    await db.rows('people').bulkPut(rows);
    await db.rows('people').put(person);
    const stored = (await db.table('people').toArray()) as { c: Uint8Array }[];
    expect(new Set(stored.map(({ c }) => c.subarray(0, 24).join())).size).toBe(501);
  });
});
