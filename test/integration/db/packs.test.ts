import 'fake-indexeddb/auto';
import Dexie, { liveQuery } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyToDatabase, startOver } from '@renderer/db/apply';
import { ProjectionDatabase, type Following, type Row } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Unsealable } from '@renderer/db/seal';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import type { RecordRow } from '@shared/projections/row';
import { MemoryRegister } from '../../support/memory-register';
import { seededIds } from '../../support/seeded';

const KEY = new Uint8Array(32).map((_, at) => at);
const open: ProjectionDatabase[] = [];
let names = 0;

afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

function opened(key: Uint8Array | null): ProjectionDatabase {
  const db = new ProjectionDatabase(`packs-${String((names += 1))}`, key);
  open.push(db);
  return db;
}

const newId = seededIds(71);
const MEETINGS = [newId(), newId(), newId()] as const;

const nomination = (id: string, meeting: string | null, live: 0 | 1, note: string): RecordRow => ({
  ...{ id, table: 'nominations', meeting, born: true, live },
  ...{ ops: [], v: { note }, p: {}, h: {} },
});

const sorted = (rows: Iterable<Row>): Row[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** How many rows are kept by themselves, and how many packs there are. */
const kept = async (db: ProjectionDatabase) => ({
  alone: await db.table('nominations').count(),
  packs: await db.table('nominations-packs').count(),
});

describe.each([
  ['without protection', null],
  ['with a key', KEY],
])('a table whose rows come in thousands, %s', { timeout: 30_000 }, (_, key) => {
  const many = (count: number, meeting: string = MEETINGS[0]): RecordRow[] =>
    Array.from({ length: count }, (_row, at) => nomination(newId(), meeting, 1, String(at)));

  it('keeps them in packs, and each can be read and changed there', async () => {
    const db = opened(key);
    const table = db.rows('nominations');
    const rows = many(1000);
    await table.append(rows);
    expect(await kept(db)).toEqual({ alone: 0, packs: 16 });
    expect(await table.toArray()).toEqual(rows);
    expect(await table.lastId()).toBe(rows.at(-1)?.id);
    const [first, middle] = [rows[0]!, rows[500]!];
    expect(await table.get(middle.id)).toEqual(middle);
    await table.put({ ...middle, live: 0, v: { note: 'changed' } });
    expect(await table.bulkGet([first.id, newId(), middle.id])).toEqual([
      first,
      undefined,
      { ...middle, live: 0, v: { note: 'changed' } },
    ]);
    expect(await kept(db)).toEqual({ alone: 0, packs: 16 });
    expect(await table.countLive(MEETINGS[0])).toBe(999);
    expect(await table.countLive(MEETINGS[1])).toBe(0);
    expect(await table.first(2)).toEqual(rows.slice(0, 2));
    await table.clear();
    expect(await table.toArray()).toEqual([]);
    expect(await table.lastId()).toBeNull();
  });

  it('keeps few rows by themselves, and one that goes to another meeting', async () => {
    const db = opened(key);
    const table = db.rows('nominations');
    const few = many(15);
    const rows = many(20);
    await table.append([...few, ...rows.map((row) => ({ ...row, meeting: MEETINGS[1] }))]);
    expect(await kept(db)).toEqual({ alone: 15, packs: 1 });
    const moved = { ...rows[3]!, meeting: MEETINGS[2] };
    await table.put(moved);
    expect(await kept(db)).toEqual({ alone: 16, packs: 1 });
    expect(await table.get(moved.id)).toEqual(moved);
    expect(await table.ofMeeting(MEETINGS[2])).toEqual([moved]);
    expect(await table.ofMeeting(MEETINGS[1])).toHaveLength(19);
    await table.put({ ...moved, live: 0 });
    expect(await table.countLive(MEETINGS[2])).toBe(0);
    expect(await table.toArray()).toHaveLength(35);
  });

  it('tells whoever counts when a record in a pack is removed', async () => {
    const table = opened(key).rows('nominations');
    const rows = many(100);
    const counts: number[] = [];
    const counting = liveQuery(() => table.countLive(MEETINGS[0])).subscribe((one) => {
      counts.push(one);
    });
    await table.append(rows);
    await vi.waitFor(() => expect(counts.at(-1)).toBe(100));
    await table.put({ ...rows[40]!, live: 0 });
    await vi.waitFor(() => expect(counts.at(-1)).toBe(99));
    counting.unsubscribe();
  });

  it('is what a plain map would be, whatever is added and changed', async () => {
    const sizes = fc.record({
      kind: fc.constantFrom('append', 'put' as const),
      count: fc.integer({ min: 1, max: 150 }),
      meeting: fc.nat({ max: 2 }),
      live: fc.constantFrom(0, 1 as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sizes, { minLength: 1, maxLength: 8 }), async (steps) => {
        const table = opened(key).rows('nominations');
        const model = new Map<string, RecordRow>();
        // Between those that are appended others are made, which come later from another desk.
        const later: string[] = [];
        for (const { kind, count, meeting, live, share } of steps) {
          const known = [...model.keys()];
          const rows: RecordRow[] = [];
          for (let at = 0; at < count; at += 1) {
            if (kind === 'append') {
              later.push(newId());
              rows.push(
                nomination(newId(), MEETINGS[at % 50 === 0 ? meeting : 0] ?? null, live, 'added'),
              );
              continue;
            }
            const id = at % 3 === 0 ? later.pop() : known[Math.floor(share * known.length) + at];
            if (id === undefined) continue;
            rows.push(nomination(id, MEETINGS[meeting] ?? null, live, `put ${String(at)}`));
          }
          if (kind === 'append') await table.append(rows);
          else await table.bulkPut(rows);
          for (const row of rows) model.set(row.id, row);
        }
        const all = sorted(model.values()) as RecordRow[];
        expect(await table.toArray()).toEqual(all);
        expect(await table.bulkGet(all.map(({ id }) => id))).toEqual(all);
        const last = await table.lastId();
        expect(all.every(({ id }) => last !== null && id <= last)).toBe(true);
        for (const meeting of MEETINGS) {
          const own = all.filter((row) => row.meeting === meeting);
          expect(await table.ofMeeting(meeting)).toEqual(own);
          expect(await table.countLive(meeting)).toBe(own.filter(({ live }) => live === 1).length);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('packs that are kept with a key', () => {
  it('say nothing to whoever reads the files, and cannot be exchanged', async () => {
    const db = opened(KEY);
    const rows = Array.from({ length: 40 }, () => nomination(newId(), MEETINGS[0], 1, 'Testova'));
    await db.rows('nominations').append(rows.slice(0, 20));
    await db.rows('nominations').append(rows.slice(20));
    const packs = (await db.table('nominations-packs').toArray()) as {
      key: string;
      c: Uint8Array;
    }[];
    expect(packs).toHaveLength(2);
    const text = new TextDecoder('latin1');
    for (const { c } of packs) expect(text.decode(c)).not.toContain('Testova');
    await db.table('nominations-packs').put({ ...packs[0], c: packs[1]?.c });
    await expect(db.rows('nominations').get(rows[0]!.id)).rejects.toThrow(Unsealable);
  });

  it('are not taken for protected when they lie readable', async () => {
    const plain = opened(null);
    const rows = Array.from({ length: 20 }, () => nomination(newId(), MEETINGS[0], 1, 'x'));
    await plain.rows('nominations').append(rows);
    const db = new ProjectionDatabase(plain.name, KEY);
    open.push(db);
    await expect(db.rows('nominations').toArray()).rejects.toThrow(Unsealable);
  });
});

describe('a large act', { timeout: 30_000 }, () => {
  const context: DecisionContext = { newId, now: '2023-06-13T08:52:00.000Z' };
  const recorded = (id: string, type: string, family: string): Draft =>
    draft(context, {
      ...{ type, subjects: [id], body: { id, set: { synthetic: true } } },
      personal: { set: { family } },
    });

  it('comes to the rows of a rebuild, read again or folded on', async () => {
    const register = new MemoryRegister(newId(), () => 1_686_646_320_000);
    const db = opened(null);
    const following: Following = { life: register.life, epoch: 0, made: newId() };
    await startOver(db, following);
    const people = Array.from({ length: 1200 }, () => newId());
    const acts = [
      people.slice(0, 3).map((id) => recorded(id, 'person.recorded', 'Before')),
      // Some are changed in the act that brings them, some in a later one, in any order of ids.
      [
        ...people.slice(3).map((id) => recorded(id, 'person.recorded', 'Testova')),
        ...people.slice(0, 700).map((id) => recorded(id, 'person.changed', 'Changed')),
      ],
      people.toReversed().map((id) => recorded(id, 'person.changed', 'Again')),
    ];
    for (const drafts of acts) {
      const answer = await register.commit(drafts);
      if (!answer.ok) throw new Error(answer.reason);
      const applied = await applyToDatabase(db, following, answer.operations);
      if (applied.kind !== 'applied') throw new Error(applied.kind);
      const ids = new Set(applied.rows.map(({ id }) => id));
      expect(ids.size).toBe(new Set(drafts.map(({ body }) => body['id'])).size);
      for (const row of applied.rows) expect(await db.rows('people').get(row.id)).toEqual(row);
    }
    // Those of the first act, and what was left when packs were full.
    expect(await db.table('people').count()).toBeLessThan(3 + 2 * 16);
    const anew = opened(null);
    await rebuild(
      anew,
      following,
      (after) => register.read(after, 500),
      () => undefined,
    );
    expect(await db.rows('people').toArray()).toEqual(await anew.rows('people').toArray());
    expect(await anew.table('people-packs').count()).toBeGreaterThan(15);
  });
});

describe('operations that come while another window makes everything anew', () => {
  it('are not folded into what it has begun', async () => {
    const register = new MemoryRegister(newId(), () => 1_686_646_320_000);
    const db = opened(null);
    const mine: Following = { life: register.life, epoch: 0, made: newId() };
    await startOver(db, mine);
    const id = newId();
    const context: DecisionContext = { newId, now: '2023-06-13T08:52:00.000Z' };
    const body = { id, set: { synthetic: true } };
    const made = draft(context, { type: 'person.recorded', subjects: [id], body });
    const answer = await register.commit([made]);
    if (!answer.ok) throw new Error(answer.reason);
    const theirs = { ...mine, made: newId() };
    await startOver(db, theirs);
    expect(await applyToDatabase(db, mine, answer.operations)).toEqual({ kind: 'stale' });
    expect(await db.rows('people').toArray()).toEqual([]);
    expect(await db.meta.get('progress')).toMatchObject({ made: theirs.made, cursor: 0 });
  });
});

describe('a database of the version before packs', () => {
  it('keeps its rows as they are, and what comes then goes into packs', async () => {
    const name = 'packs-before';
    const before = new Dexie(name);
    before.version(3).stores({ nominations: 'id, meeting, [meeting+live]' });
    const old = Array.from({ length: 5 }, () => nomination(newId(), MEETINGS[0], 1, 'old'));
    await before.table('nominations').bulkAdd(old);
    before.close();
    const db = new ProjectionDatabase(name);
    open.push(db);
    const rows = Array.from({ length: 64 }, () => nomination(newId(), MEETINGS[0], 1, 'new'));
    await db.rows('nominations').append(rows);
    expect(await kept(db)).toEqual({ alone: 5, packs: 1 });
    expect(await db.rows('nominations').ofMeeting(MEETINGS[0])).toEqual([...old, ...rows]);
    expect(await db.rows('nominations').countLive(MEETINGS[0])).toBe(69);
  });
});
