import type { Collection, Table as DexieTable } from 'dexie';
import type { Row, Table } from '@shared/projections/row';
import { Unsealable, type Seal } from './seal';

/** A row whose content is enciphered; what is indexed stays in the clear, and is random. */
interface SealedRow {
  readonly id: string;
  readonly meeting?: string;
  readonly record?: string;
  /** Born and not removed, as in the row: so that records are counted without opening them. */
  readonly live?: 0 | 1;
  /** The row. */
  readonly c: Uint8Array;
}

export type StoredRow = Row | SealedRow;

/** Rows that are deciphered in one go: some ten milliseconds. */
const AT_ONCE = 1000;

/**
 * Tables that may have so many rows that it is worth asking how many. The others are read at once: one
 * question more would stand behind whatever else was asked for meanwhile.
 */
const LARGE: ReadonlySet<Table> = new Set<Table>(['people', 'nominations', 'logins', 'versions']);

/** Reads the rows of a table, or of a meeting in it, on another thread. */
export type ReadElsewhere = (table: Table, meeting: string | null) => Promise<Row[]>;

/** A table as everybody else sees it: rows go in and come out, enciphered in between or not. */
export class RowTable {
  private readonly seal: Seal | null;
  private readonly elsewhere: ReadElsewhere | null;

  /**
   * `seal`: null without protection. `elsewhere`: where more rows are deciphered than can be done in
   * passing; null: here.
   */
  constructor(
    private readonly name: Table,
    private readonly stored: DexieTable<StoredRow, string>,
    seal: Seal | null,
    elsewhere: ReadElsewhere | null = null,
  ) {
    this.elsewhere = LARGE.has(name) ? elsewhere : null;
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
    return this.all(null);
  }

  /** The last id in order; `null` when there is no row. Sealed or not, nothing is opened. */
  lastId(): Promise<string | null> {
    return this.stored
      .orderBy(':id')
      .reverse()
      .limit(1)
      .primaryKeys()
      .then(([id]) => id ?? null);
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
    return this.all(meeting);
  }

  /** All rows, or those of a meeting, some at a time: outside a transaction. */
  async *inSlices(meeting: string | null): AsyncGenerator<Row[]> {
    const found = await this.wanted(meeting).toArray();
    for (let at = 0; at < found.length; at += AT_ONCE) {
      yield found.slice(at, at + AT_ONCE).map((stored) => this.open(stored));
    }
  }

  /** How many live records of a meeting there are, by the index alone. */
  countLive(meeting: string): Promise<number> {
    return this.stored.where('[meeting+live]').equals([meeting, 1]).count();
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

  private async all(meeting: string | null): Promise<Row[]> {
    const { seal, elsewhere } = this;
    // As they lie there, in a transaction too.
    if (seal === null) return (await this.wanted(meeting).toArray()).map((row) => this.open(row));
    if (elsewhere !== null && (await this.wanted(meeting).count()) > AT_ONCE) {
      return elsewhere(this.name, meeting);
    }
    const rows: Row[] = [];
    for await (const some of this.inSlices(meeting)) {
      // In between the window answers whoever is typing.
      if (rows.length > 0) await new Promise((resolve) => setTimeout(resolve));
      rows.push(...some);
    }
    return rows;
  }

  private wanted(meeting: string | null): Collection<StoredRow, string> {
    const { stored } = this;
    return meeting === null ? stored.toCollection() : stored.where('meeting').equals(meeting);
  }

  private close(row: Row): StoredRow {
    if (this.seal === null) return row;
    const c = this.seal.close(`${this.name} ${row.id}`, row);
    if (row.table === 'versions') return { id: row.id, record: row.record, c };
    if (row.meeting === null) return { id: row.id, c };
    const { id, meeting } = row;
    return row.table === 'attendance' ? { id, meeting, c } : { id, meeting, live: row.live, c };
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
