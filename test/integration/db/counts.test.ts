import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { ProjectionDatabase } from '@renderer/db/database';
import type { RecordRow } from '@shared/projections/row';
import { meetingId, sampleDatabase } from '../statistics-page/sample-database';

const KEY = new Uint8Array(32).map((_, at) => at);
const open: ProjectionDatabase[] = [];

afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

describe.each([
  ['without protection', null],
  ['with a key', KEY],
])('records are counted by their meeting, %s', { timeout: 30_000 }, (_, key) => {
  it('as many as are live', async () => {
    const db = key === null ? await sampleDatabase() : await sampleDatabase(key);
    open.push(db);
    for (const table of ['nominations', 'sessions'] as const) {
      const rows = (await db.rows(table).ofMeeting(meetingId('A'))) as RecordRow[];
      const live = rows.filter((row) => row.live === 1).length;
      expect(live).toBeGreaterThan(table === 'nominations' ? 100 : 2);
      expect(await db.rows(table).countLive(meetingId('A'))).toBe(live);
      expect(await db.rows(table).countLive(randomUUID())).toBe(0);
    }
  });

  it('and one that was removed is counted no more', async () => {
    const db = new ProjectionDatabase(`counts-${randomUUID()}`, key);
    open.push(db);
    const meeting = randomUUID();
    const row = (live: 0 | 1): RecordRow => ({
      ...{ id: randomUUID(), table: 'nominations', meeting, born: true, live },
      ...{ ops: [], v: {}, p: {}, h: {} },
    });
    const [first, second] = [row(1), row(1)];
    await db.rows('nominations').bulkPut([first, second, row(0)]);
    expect(await db.rows('nominations').countLive(meeting)).toBe(2);
    await db.rows('nominations').put({ ...second, live: 0 });
    expect(await db.rows('nominations').countLive(meeting)).toBe(1);
  });
});
