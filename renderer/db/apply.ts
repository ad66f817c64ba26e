import type { Operation, Stamped } from '@shared/operation/operation';
import { PROJECTION_VERSION, project, rowKeys, type RowStore } from '@shared/projections/project';
import type { Row, Table } from '@shared/projections/row';
import { TABLES, type Following, type Progress, type ProjectionDatabase } from './database';

/**
 * Operations that are folded in one go. Folding one and writing its row keeps the window busy for
 * some twenty microseconds: an import of 40,000 operations in one go would hold everything else up.
 */
const AT_ONCE = 500;

/** From so many ids on it is worth asking first which of them can be there at all. */
const MANY = 50;

const keyOf = (table: Table, id: string): string => `${table} ${id}`;

/** Rows of one act, read before they are folded and written after, some at a time. */
class Batch implements RowStore {
  private readonly rows = new Map<string, Row>();
  private changed = new Map<string, Row>();
  /** Beyond these ids nothing is kept, by table: as asked, and as what was added since. */
  private readonly lastIds = new Map<Table, string | null>();

  constructor(private readonly db: ProjectionDatabase) {}

  get(table: Table, id: string): Row | undefined {
    return this.rows.get(keyOf(table, id));
  }

  put(row: Row): void {
    const key = keyOf(row.table, row.id);
    this.rows.set(key, row);
    this.changed.set(key, row);
  }

  /** All rows that were read or changed, as they are now. */
  result(): Row[] {
    return [...this.rows.values()];
  }

  /**
   * Asks what can be there of these ids. Ids are in the order of time: what an import has just made
   * comes after everything that is kept, and reading 40,000 rows that are not there costs as much as
   * writing them.
   */
  async expect(ids: ReadonlyMap<Table, ReadonlySet<string>>): Promise<void> {
    for (const [table, { size }] of ids) {
      if (size >= MANY) this.lastIds.set(table, await this.db.rows(table).lastId());
    }
  }

  /** Reads what is kept of these rows and is not here yet. */
  async read(ids: ReadonlyMap<Table, ReadonlySet<string>>): Promise<void> {
    for (const [table, some] of ids) {
      const wanted = [...some].filter((id) => !this.rows.has(keyOf(table, id)));
      const possible = wanted.filter((id) => !this.isBeyond(table, id));
      if (possible.length === 0) continue;
      for (const row of await this.db.rows(table).bulkGet(possible)) {
        if (row) this.rows.set(keyOf(table, row.id), row);
      }
    }
  }

  /** Writes what was changed since the last time. */
  async write(): Promise<void> {
    const rows = [...this.changed.values()];
    this.changed = new Map();
    await Promise.all([...Map.groupBy(rows, ({ table }) => table)].map(this.writeTable));
  }

  private readonly writeTable = async ([table, rows]: [Table, Row[]]): Promise<void> => {
    const kept = this.db.rows(table);
    if (!this.lastIds.has(table)) return kept.bulkPut(rows);
    const { fresh = [], known = [] } = Object.groupBy(rows, ({ id }) =>
      this.isBeyond(table, id) ? 'fresh' : 'known',
    );
    fresh.sort((one, other) => (one.id < other.id ? -1 : 1));
    const last = fresh.at(-1);
    if (last !== undefined) this.lastIds.set(table, last.id);
    if (known.length > 0) await kept.bulkPut(known);
    if (fresh.length > 0) await kept.append(fresh);
  };

  private isBeyond(table: Table, id: string): boolean {
    const last = this.lastIds.get(table);
    return last === null || (last !== undefined && id > last);
  }
}

/** Ids by table that the operations concern. */
function keysByTable(operations: readonly Operation[]): Map<Table, Set<string>> {
  const byTable = new Map<Table, Set<string>>();
  for (const operation of operations) {
    for (const { table, id } of rowKeys(operation)) {
      let ids = byTable.get(table);
      if (ids === undefined) byTable.set(table, (ids = new Set()));
      ids.add(id);
    }
  }
  return byTable;
}

export type Applied =
  | { readonly kind: 'applied'; readonly rows: Row[]; readonly cursor: number }
  /** The database follows something else, or another version wrote it. */
  | { readonly kind: 'stale' }
  /** Operations between the cursor and the batch are missing. */
  | { readonly kind: 'gap'; readonly cursor: number };

/** Whether rows were made from this, by this version. */
export function isOf(progress: Progress | undefined, following: Following): progress is Progress {
  return (
    progress?.life === following.life &&
    progress.epoch === following.epoch &&
    progress.made === following.made &&
    progress.version === PROJECTION_VERSION
  );
}

/**
 * Projects a run of consecutive operations in one transaction. Another window may have been
 * faster: what is behind the cursor is not folded again, its rows are only read. Returns the rows
 * as they are now.
 */
export async function applyToDatabase(
  db: ProjectionDatabase,
  following: Following,
  stamped: readonly Stamped[],
): Promise<Applied> {
  const first = stamped[0]?.n ?? 0;
  const last = stamped.at(-1)?.n ?? 0;
  const ids = keysByTable(holding(stamped));
  return db.change([...ids.keys()], async (): Promise<Applied> => {
    const progress = await db.meta.get('progress');
    if (!isOf(progress, following)) return { kind: 'stale' };
    const { cursor } = progress;
    if (first > cursor + 1) return { kind: 'gap', cursor };
    const batch = new Batch(db);
    await batch.expect(ids);
    for (let start = 0; start < stamped.length; start += AT_ONCE) {
      const some = stamped.slice(start, start + AT_ONCE);
      await batch.read(keysByTable(holding(some)));
      for (const operation of holding(some.filter(({ n }) => n > cursor))) {
        project(operation, batch);
      }
      await batch.write();
    }
    if (last > cursor) await db.meta.put({ ...progress, cursor: last });
    return { kind: 'applied', rows: batch.result(), cursor: Math.max(cursor, last) };
  });
}

/** Empties every projection and starts to follow the register from its beginning. */
export async function startOver(db: ProjectionDatabase, following: Following): Promise<void> {
  await db.change(TABLES, async () => {
    for (const table of TABLES) await db.rows(table).clear();
    await db.meta.put(progressOf(following, 0));
  });
}

/** What stands in the database when it has followed so far. */
export function progressOf({ life, epoch, made }: Following, cursor: number): Progress {
  return { key: 'progress', life, epoch, made, cursor, version: PROJECTION_VERSION };
}

/** The operations that count: those that their actor was not permitted change nothing. */
export function holding(stamped: readonly Stamped[]): Operation[] {
  return stamped.flatMap((one) => (one.void === true ? [] : one.operation));
}
