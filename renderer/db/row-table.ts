import type { Table as DexieTable } from 'dexie';
import type { Row, Table } from '@shared/projections/row';
import { Unsealable, type Seal } from './seal';

/** A row whose content is enciphered; what is indexed stays in the clear, and is random. */
interface SealedRow {
  readonly id: string;
  readonly meeting?: string;
  readonly record?: string;
  /** The row. */
  readonly c: Uint8Array;
}

export type StoredRow = Row | SealedRow;

/** Rows that are deciphered in one go: some ten milliseconds. */
const AT_ONCE = 1000;

/** A table as everybody else sees it: rows go in and come out, enciphered in between or not. */
export class RowTable {
  private readonly seal: Seal | null;

  /** `seal`: null without protection. */
  constructor(
    private readonly name: Table,
    private readonly stored: DexieTable<StoredRow, string>,
    seal: Seal | null,
  ) {
    // Who was where when is said in random ids: a cipher would protect nothing.
    this.seal = name === 'attendance' ? null : seal;
  }

  /** @throws {Unsealable} as all that read */
  get(id: string): Promise<Row | undefined> {
    return this.stored.get(id).then((found) => found && this.open(found));
  }

  /** In the order of the ids; `undefined` where there is no row. */
  bulkGet(ids: readonly string[]): Promise<(Row | undefined)[]> {
    return this.stored
      .bulkGet([...ids])
      .then((found) => found.map((stored) => stored && this.open(stored)));
  }

  toArray(): Promise<Row[]> {
    return this.stored.toArray().then((found) => this.openAll(found));
  }

  /** The first rows in order of their ids. */
  first(count: number): Promise<Row[]> {
    return this.stored
      .limit(count)
      .toArray()
      .then((found) => found.map((stored) => this.open(stored)));
  }

  /** The rows of a meeting, in a table that is read meeting by meeting. */
  ofMeeting(meeting: string): Promise<Row[]> {
    return this.stored
      .where('meeting')
      .equals(meeting)
      .toArray()
      .then((found) => this.openAll(found));
  }

  bulkPut(rows: readonly Row[]): Promise<unknown> {
    return this.stored.bulkPut(rows.map((row) => this.close(row)));
  }

  put(row: Row): Promise<unknown> {
    return this.stored.put(this.close(row));
  }

  count(): Promise<number> {
    return this.stored.count();
  }

  clear(): Promise<void> {
    return this.stored.clear();
  }

  /** Many rows, outside a transaction: between them the window answers whoever is typing. */
  private async openAll(found: readonly StoredRow[]): Promise<Row[]> {
    if (this.seal === null) return found.map((stored) => this.open(stored));
    const rows: Row[] = [];
    for (const [at, stored] of found.entries()) {
      if (at > 0 && at % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
      rows.push(this.open(stored));
    }
    return rows;
  }

  private close(row: Row): StoredRow {
    if (this.seal === null) return row;
    const c = this.seal.close(`${this.name} ${row.id}`, row);
    if (row.table === 'versions') return { id: row.id, record: row.record, c };
    return row.meeting === null ? { id: row.id, c } : { id: row.id, meeting: row.meeting, c };
  }

  private open(stored: StoredRow): Row {
    const place = `${this.name} ${stored.id}`;
    if (this.seal === null) {
      if ('c' in stored) throw new Unsealable(place);
      return stored;
    }
    if (!('c' in stored)) throw new Unsealable(place);
    const row = this.seal.open(place, stored.c) as Row;
    if (row.id !== stored.id || row.table !== this.name) throw new Unsealable(place);
    return row;
  }
}
