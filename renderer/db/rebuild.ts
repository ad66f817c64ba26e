import type { Stamped } from '@shared/operation/operation';
import { MemoryRows, project } from '@shared/projections/project';
import type { Table } from '@shared/projections/row';
import { holding, progressOf, startOver } from './apply';
import { TABLES, type Following, type ProjectionDatabase } from './database';

/** How a long projection is getting on; `phase` says what `done` of `total` counts. */
export interface RebuildProgress {
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
  /** Tables that stand complete already: they may be read while the rest is still written. */
  readonly complete: readonly Table[];
}

interface Page {
  readonly operations: readonly Stamped[];
  readonly last: number;
}

/** One page of the register, from the register's own ordinals. */
export type ReadPage = (after: number) => Promise<Page>;

/** Rows written in one transaction: small enough that others get their turn in between. */
const CHUNK = 4000;

/** What a desk needs first, in this order: with these it finds people and checks them in. */
const FIRST: readonly Table[] = [
  ...(['programmes', 'parties', 'meetings', 'sessions', 'operators', 'desks'] as const),
  ...(['people', 'nominations', 'attendance'] as const),
];

/**
 * Projects the whole register again: folded in memory, written in chunks, the cursor last, so
 * that an interruption leaves a database that is known to be unfinished.
 */
export async function rebuild(
  db: ProjectionDatabase,
  following: Following,
  readPage: ReadPage,
  onProgress: (progress: RebuildProgress) => void,
): Promise<number> {
  await startOver(db, following);
  const rows = new MemoryRows();
  let cursor = 0;
  let reading: Promise<Page> | null = readPage(cursor);
  while (reading !== null) {
    const { operations, last }: Page = await reading;
    cursor = operations.at(-1)?.n ?? cursor;
    // The register reads the next page while this one is folded.
    reading = operations.length > 0 && cursor < last ? readPage(cursor) : null;
    for (const operation of holding(operations)) project(operation, rows);
    onProgress({ phase: 'reading', done: cursor, total: last, complete: [] });
  }
  const order = [...FIRST, ...TABLES.filter((table) => !FIRST.includes(table))];
  let total = 0;
  for (const table of rows.tables.values()) total += table.size;
  let done = 0;
  const complete: Table[] = [];
  for (const table of order) {
    const all = [...(rows.tables.get(table)?.values() ?? [])];
    all.sort((one, other) => (one.id < other.id ? -1 : 1));
    for (let start = 0; start < all.length; start += CHUNK) {
      const chunk = all.slice(start, start + CHUNK);
      await db.rows(table).append(chunk);
      done += chunk.length;
      onProgress({ phase: 'writing', done, total, complete: [...complete] });
    }
    complete.push(table);
    rows.tables.delete(table);
  }
  onProgress({ phase: 'writing', done, total, complete });
  await db.meta.put(progressOf(following, cursor));
  return cursor;
}
