import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';

type Value = string | number | Uint8Array | null;

/** Prepared statements of one database, by their text; rows are lists of columns. */
export class Statements {
  readonly #prepared = new Map<string, StatementSync>();

  constructor(private readonly db: DatabaseSync) {}

  /** `rowid` of the row that was inserted last; `changes`: how many rows were changed. */
  run(sql: string, ...values: Value[]): { rowid: number; changes: number } {
    const { lastInsertRowid, changes } = this.#statement(sql).run(...values);
    return { rowid: Number(lastInsertRowid), changes: Number(changes) };
  }

  /** The first row. */
  get(sql: string, ...values: Value[]): SQLOutputValue[] | undefined {
    return this.#statement(sql).get(...values) as unknown as SQLOutputValue[] | undefined;
  }

  all(sql: string, ...values: Value[]): SQLOutputValue[][] {
    return this.#statement(sql).all(...values) as unknown as SQLOutputValue[][];
  }

  /** Rows one after another; nothing else may be done with the database meanwhile. */
  rows(sql: string, ...values: Value[]): Iterable<SQLOutputValue[]> {
    return this.#statement(sql).iterate(...values) as unknown as Iterable<SQLOutputValue[]>;
  }

  /** Runs `work` in one transaction: all of it is on disk when this returns, or nothing is. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Empties the write-ahead log into the database, so that it keeps nothing that was deleted. */
  checkpoint(): void {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#prepared.clear();
    this.db.close();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql, { returnArrays: true });
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
