import type { Operation, Stamped } from '@shared/operation/operation';
import { PROJECTION_VERSION, project, rowKeys, type RowStore } from '@shared/projections/project';
import type { Row, Table } from '@shared/projections/row';
import { TABLES, type Following, type Progress, type ProjectionDatabase } from './database';

/**
 * Operations that are folded in one go. Reading and writing a row keeps the window busy for some
 * twenty microseconds: an import of 40,000 operations in one go would hold everything else up.
 */
const AT_ONCE = 500;

/** From so many ids on it is worth asking first which of them can be there at all. */
const MANY = 50;

/** Rows of one go, read before it is folded and written after. */
class Batch implements RowStore {
  private readonly rows = new Map<string, Row>();
  private readonly changed = new Map<string, Row>();

  get(table: Table, id: string): Row | undefined {
    return this.rows.get(`${table} ${id}`);
  }

  put(row: Row): void {
    const key = `${row.table} ${row.id}`;
    this.rows.set(key, row);
    this.changed.set(key, row);
  }

  /** A row as it was before. */
  load(row: Row): void {
    this.rows.set(`${row.table} ${row.id}`, row);
  }

  result(): Row[] {
    return [...this.changed.values()];
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
  const tables = [...keysByTable(holding(stamped)).keys()];
  return db.change(tables, async (): Promise<Applied> => {
    const progress = await db.meta.get('progress');
    if (!isOf(progress, following)) return { kind: 'stale' };
    const { cursor } = progress;
    if (first > cursor + 1) return { kind: 'gap', cursor };
    const rows = new Map<string, Row>();
    for (let start = 0; start < stamped.length; start += AT_ONCE) {
      const some = stamped.slice(start, start + AT_ONCE);
      const now = await fold(db, some, cursor);
      for (const row of now) rows.set(`${row.table} ${row.id}`, row);
    }
    if (last > cursor) await db.meta.put({ ...progress, cursor: last });
    return { kind: 'applied', rows: [...rows.values()], cursor: Math.max(cursor, last) };
  });
}

/** Folds what lies beyond the cursor; gives all rows that the operations concern, as they are now. */
async function fold(
  db: ProjectionDatabase,
  stamped: readonly Stamped[],
  cursor: number,
): Promise<Row[]> {
  const batch = new Batch();
  const before: Row[] = [];
  for (const [table, ids] of keysByTable(holding(stamped))) {
    const wanted = await possible(db, table, [...ids]);
    for (const row of await db.rows(table).bulkGet(wanted)) if (row) before.push(row);
  }
  for (const row of before) batch.load(row);
  for (const operation of holding(stamped.filter(({ n }) => n > cursor))) project(operation, batch);
  const changed = batch.result();
  for (const [table, some] of groupByTable(changed)) await db.rows(table).bulkPut(some);
  return [...before, ...changed];
}

/**
 * Those ids that a table may have. Ids are in the order of time: what an import has just made comes
 * after everything that is there, and reading 40,000 rows that are not there costs as much as
 * writing them.
 */
async function possible(
  db: ProjectionDatabase,
  table: Table,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length < MANY) return ids;
  const last = await db.rows(table).lastId();
  return last === null ? [] : ids.filter((id) => id <= last);
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

function groupByTable(rows: readonly Row[]): Map<Table, Row[]> {
  const groups = new Map<Table, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.table);
    if (group) group.push(row);
    else groups.set(row.table, [row]);
  }
  return groups;
}
