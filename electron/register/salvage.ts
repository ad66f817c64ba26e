import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Cipher } from './cipher';
import { failureOf } from './failures';
import { Meta } from './meta';
import { readRow, SELECT_OPERATIONS, type Row, type StoredOperation } from './row';
import { Statements } from './statements';

const PAGE = 256;
/** Ordinals without a readable operation after which nothing more is expected. */
const PATIENCE = 4096;

export interface Salvaged {
  /** The lives that the damaged register had; empty when it does not say. */
  readonly lives: readonly string[];
  /** Operations that are exactly what was written, by their hashes; lazily read. */
  readonly operations: Iterable<StoredOperation>;
  close(): void;
}

/** Takes out of a damaged database what is provably whole. The file itself is not changed. */
export function salvage(path: string, cipher: Cipher): Salvaged {
  const db = openDamaged(path);
  if (db === null) return { lives: [], operations: [], close: () => undefined };
  const reader = readerOf(db, cipher);
  return {
    lives: attempt(() => new Meta(new Statements(db)).get('lives')) ?? [],
    operations: reader === null ? [] : readAll(reader),
    close: () => {
      db.close();
    },
  };
}

function openDamaged(path: string): DatabaseSync | null {
  if (!existsSync(path)) return null;
  return attempt(() => {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    if (attempt(() => db.prepare('SELECT 1 FROM sqlite_schema').all()) !== null) return db;
    db.close();
    return null;
  });
}

interface Reader {
  page(after: number): StoredOperation[] | null;
  one(n: number): StoredOperation | null;
}

function readerOf(db: DatabaseSync, cipher: Cipher): Reader | null {
  return attempt(() => {
    const options = { returnArrays: true };
    const page = db.prepare(`${SELECT_OPERATIONS} WHERE o.n > ? ORDER BY o.n LIMIT ?`, options);
    const one = db.prepare(`${SELECT_OPERATIONS} WHERE o.n = ?`, options);
    const replicas = db.prepare('SELECT k, id FROM replicas', options).all() as unknown;
    const replicaOf = new Map(replicas as [number, string][]);
    const read = (statement: StatementSync, ...values: number[]) =>
      (statement.all(...values) as unknown as Row[]).map((row) =>
        readRow(row, replicaOf.get(row[2]), cipher),
      );
    return {
      page: (after) => attempt(() => read(page, after, PAGE)),
      one: (n) => attempt(() => read(one, n)[0] ?? null),
    };
  });
}

/** Page by page, and one by one where a page cannot be read. */
function* readAll(reader: Reader): Generator<StoredOperation, void> {
  let after = 0;
  let missed = 0;
  while (missed < PATIENCE) {
    const page = reader.page(after);
    if (page?.length === 0) return;
    if (page !== null) {
      yield* page;
      after = page.at(-1)?.n ?? after;
      missed = 0;
      continue;
    }
    for (const end = after + PAGE; after < end; after += 1) {
      const stored = reader.one(after + 1);
      missed = stored === null ? missed + 1 : 0;
      if (stored !== null) yield stored;
    }
  }
}

/** What `work` gives, or null when the damage shows; a mistake of this program still throws. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (failureOf(error) === 'bug') throw error;
    return null;
  }
}
