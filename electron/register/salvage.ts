import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { unlocks, type Cipher } from './cipher';
import { failureOf, UnavailableError } from './failures';
import type { ReplicaKey } from './keys';
import { Meta, type MetaKey } from './meta';
import { readRow, SELECT_OPERATIONS, type Row, type StoredOperation } from './row';
import { keysIn } from './signing';
import { Statements } from './statements';
import type { CommitRecord } from './store';

const PAGE = 256;
/** Ordinals without a readable operation after which nothing more is expected. */
const PATIENCE = 4096;

export interface Salvaged {
  /** The lives that the damaged register had; empty when it does not say. */
  readonly lives: readonly string[];
  /** Who was forgotten there; null when it does not say. */
  readonly forgotten: readonly string[] | null;
  /** Whether no file of it has values of these people any more: see forgetting.ts. */
  readonly finished: boolean;
  /** Public keys that it knew; none when they cannot be read. */
  readonly keys: readonly ReplicaKey[];
  /** Operations that are exactly what was written, by their hashes; lazily read. */
  readonly operations: Iterable<StoredOperation>;
  /** The commit whose last operation has the ordinal `n` in the damaged register. */
  commitAt(n: number): CommitRecord | null;
  close(): void;
}

const NOTHING: Salvaged = {
  ...{ lives: [], forgotten: null, finished: false, keys: [], operations: [] },
  commitAt: () => null,
  close: () => undefined,
};

/**
 * Takes out of a damaged database what is provably whole. The file itself is not changed.
 *
 * @throws UnavailableError when it was sealed with another key, so that what cannot be opened is not
 * mistaken for damaged
 */
export function salvage(path: string, cipher: Cipher): Salvaged {
  const db = openDamaged(path);
  if (db === null) return NOTHING;
  const meta = new Meta(new Statements(db));
  const lock = valueOf(meta, 'lock');
  if (lock !== null && !unlocks(cipher, lock)) {
    db.close();
    throw new UnavailableError('the damaged register was sealed with another key');
  }
  const reader = readerOf(db, cipher);
  return {
    lives: valueOf(meta, 'lives') ?? [],
    forgotten: columnOf(db, 'SELECT person FROM forgotten'),
    finished: valueOf(meta, 'erasing') === false,
    keys: keysOf(db, meta, cipher),
    operations: reader === null ? [] : readAll(reader),
    commitAt: (n) => reader?.commitAt(n) ?? null,
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

const valueOf = <Key extends MetaKey>(meta: Meta, key: Key) => attempt(() => meta.get(key));

/** The texts of a query's first column; null when it cannot be read to the end. */
function columnOf(db: DatabaseSync, sql: string): string[] | null {
  const rows = attempt(
    () => db.prepare(sql, { returnArrays: true }).all() as unknown as unknown[][],
  );
  return rows?.map(([value]) => String(value)) ?? null;
}

function keysOf(db: DatabaseSync, meta: Meta, cipher: Cipher): ReplicaKey[] {
  const own = attempt(() => keysIn(meta.get('signing'), cipher)) ?? {};
  const sql = 'SELECT id, key FROM replicas WHERE key IS NOT NULL';
  const rows = attempt(() => db.prepare(sql, { returnArrays: true }).all()) ?? [];
  const others = (rows as unknown as [string, Uint8Array][])
    .filter(([replica]) => !Object.hasOwn(own, replica))
    .map(([replica, key]) => {
      return { replica, key: Buffer.from(key).toString('base64'), signed: null };
    });
  const lives = Object.entries(own).map(([replica, { key, ...signed }]) => {
    return { replica, key, signed };
  });
  return [...lives, ...others];
}

interface Reader {
  page(after: number): StoredOperation[] | null;
  one(n: number): StoredOperation | null;
  commitAt(n: number): CommitRecord | null;
}

type CommitRow = [replica: number, first: number, last: number, signature: Uint8Array | null];

function readerOf(db: DatabaseSync, cipher: Cipher): Reader | null {
  return attempt(() => {
    const options = { returnArrays: true };
    const page = db.prepare(`${SELECT_OPERATIONS} WHERE o.n > ? ORDER BY o.n LIMIT ?`, options);
    const one = db.prepare(`${SELECT_OPERATIONS} WHERE o.n = ?`, options);
    const commit = db.prepare(
      'SELECT replica, first, last, signature FROM commits WHERE n = ?',
      options,
    );
    const replicas = db.prepare('SELECT k, id FROM replicas', options).all() as unknown;
    const replicaOf = new Map(replicas as [number, string][]);
    const read = (statement: StatementSync, ...values: number[]) =>
      (statement.all(...values) as unknown as Row[]).map((row) =>
        readRow(row, replicaOf.get(row[2]), cipher),
      );
    return {
      page: (after) => attempt(() => read(page, after, PAGE)),
      one: (n) => attempt(() => read(one, n)[0] ?? null),
      commitAt: (n) =>
        attempt(() => {
          const row = commit.get(n) as unknown as CommitRow | undefined;
          const replica = replicaOf.get(row?.[0] ?? -1);
          if (row === undefined || replica === undefined) return null;
          const [, first, last, signature] = row;
          const text = signature === null ? null : Buffer.from(signature).toString('base64');
          return { replica, first, last, signature: text };
        }),
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
