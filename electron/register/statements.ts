import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';

type Value = string | number | Uint8Array | null;

/** Prepared statements of one database, by their text; rows are lists of columns. */
export class Statements {
  readonly #prepared = new Map<string, StatementSync>();

  constructor(private readonly db: DatabaseSync) {}

  run(sql: string, ...values: Value[]): { rowid: number } {
    return { rowid: Number(this.#statement(sql).run(...values).lastInsertRowid) };
  }

  /** The first row. */
  get(sql: string, ...values: Value[]): SQLOutputValue[] | undefined {
    return this.#statement(sql).get(...values) as unknown as SQLOutputValue[] | undefined;
  }

  all(sql: string, ...values: Value[]): SQLOutputValue[][] {
    return this.#statement(sql).all(...values) as unknown as SQLOutputValue[][];
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
