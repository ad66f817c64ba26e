import Dexie, { type Collection, type Table as DexieTable } from 'dexie';
import type { Row, Table } from '@shared/projections/row';
import type { Packs } from './packs';
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

/** Of rows with one id the last. */
const withoutOlder = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

const byId = (one: Row, other: Row): number => (one.id < other.id ? -1 : 1);

/**
 * A table as everybody else sees it: rows go in and come out, enciphered in between or not, by
 * themselves or in packs.
 */
export class RowTable {
  private readonly seal: Seal | null;
  private readonly elsewhere: ReadElsewhere | null;

  /**
   * `seal`: null without protection. `elsewhere`: where more rows are deciphered than can be done in
   * passing; null: here. `packs`: where many rows that come at once are kept; null: nowhere.
   */
  constructor(
    private readonly name: Table,
    private readonly stored: DexieTable<StoredRow, string>,
    seal: Seal | null,
    private readonly packs: Packs | null = null,
    elsewhere: ReadElsewhere | null = null,
  ) {
    this.elsewhere = LARGE.has(name) ? elsewhere : null;
    // Who was where when is said in random ids: a cipher would protect nothing.
    this.seal = name === 'attendance' ? null : seal;
  }

  /** @throws {Unsealable} as all that read */
  async get(id: string): Promise<Row | undefined> {
    return (await this.bulkGet([id]))[0];
  }

  /** In the order of the ids; `undefined` where there is no row. */
  async bulkGet(ids: readonly string[]): Promise<(Row | undefined)[]> {
    const found = (await this.packs?.find(ids)) ?? new Map<string, Row>();
    const others = found.size === 0 ? ids : ids.filter((id) => !found.has(id));
    const rows = others.length === 0 ? [] : await this.stored.bulkGet([...others]);
    for (const row of rows) if (row !== undefined) found.set(row.id, this.open(row));
    return ids.map((id) => found.get(id));
  }

  toArray(): Promise<Row[]> {
    return this.all(null);
  }

  /** No id that is kept comes after it; `null` when there is no row. Nothing is opened. */
  async lastId(): Promise<string | null> {
    const [last = null] = await this.stored.orderBy(':id').reverse().limit(1).primaryKeys();
    const packed = (await this.packs?.lastId()) ?? null;
    return last === null || (packed !== null && packed > last) ? packed : last;
  }

  /** The first rows in order of their ids. */
  async first(count: number): Promise<Row[]> {
    const packed = (await this.packs?.slices(null)) ?? [];
    const rows = (await this.stored.limit(count).toArray()).map((stored) => this.open(stored));
    const all = withoutOlder([...packed.flatMap((open) => open()), ...rows]);
    return all.sort(byId).slice(0, count);
  }

  /** The rows of a meeting, in a table that is read meeting by meeting. */
  ofMeeting(meeting: string): Promise<Row[]> {
    return this.all(meeting);
  }

  /** All rows, or those of a meeting, some at a time: outside a transaction. */
  async *inSlices(meeting: string | null): AsyncGenerator<Row[]> {
    for (const open of await this.slices(meeting)) yield open();
  }

  /** How many live records of a meeting there are, by the index alone. */
  async countLive(meeting: string): Promise<number> {
    const alone = await this.stored.where('[meeting+live]').equals([meeting, 1]).count();
    return alone + ((await this.packs?.countLive(meeting)) ?? 0);
  }

  async bulkPut(rows: readonly Row[]): Promise<void> {
    await this.together(async () => {
      const others = this.packs === null ? rows : await this.packs.change(rows);
      if (others.length > 0) await this.stored.bulkPut(others.map((row) => this.close(row)));
    });
  }

  /** Puts rows whose ids, in order, come after everything that is kept (see `lastId`). */
  async append(rows: readonly Row[]): Promise<void> {
    await this.together(async () => {
      const others = this.packs === null ? rows : await this.packs.append(rows);
      if (others.length > 0) await this.stored.bulkPut(others.map((row) => this.close(row)));
    });
  }

  put(row: Row): Promise<void> {
    return this.bulkPut([row]);
  }

  async clear(): Promise<void> {
    await this.stored.clear();
    await this.packs?.clear();
  }

  private async all(meeting: string | null): Promise<Row[]> {
    const { seal, elsewhere } = this;
    if (elsewhere !== null && seal !== null && (await this.areMany(meeting))) {
      return elsewhere(this.name, meeting);
    }
    const rows: Row[] = [];
    for (const open of await this.slices(meeting)) {
      // In between the window answers whoever is typing; what lies readable is read at once.
      if (seal !== null && rows.length > 0) await new Promise((resolve) => setTimeout(resolve));
      for (const row of open()) rows.push(row);
    }
    return this.packs === null ? rows : withoutOlder(rows).sort(byId);
  }

  private async areMany(meeting: string | null): Promise<boolean> {
    if ((await this.wanted(meeting).count()) > AT_ONCE) return true;
    return this.packs !== null && (await this.packs.areMany(meeting));
  }

  /**
   * What is kept, read and still to be opened: a thousand rows each. Packs come first: a row leaves a
   * pack for a place of its own and never the other way, so that none is missed; one that leaves
   * meanwhile is read twice, the newer one last. A transaction of its own around both would take the
   * one away in which something is being written at the same time.
   */
  private async slices(meeting: string | null): Promise<(() => Row[])[]> {
    const slices = [...((await this.packs?.slices(meeting)) ?? [])];
    const alone = await this.wanted(meeting).toArray();
    for (let at = 0; at < alone.length; at += AT_ONCE) {
      slices.push(() => alone.slice(at, at + AT_ONCE).map((stored) => this.open(stored)));
    }
    return slices;
  }

  /** Rows by themselves and packs are changed all or nothing. */
  private together<T>(work: () => Promise<T>): Promise<T> {
    // In a transaction it is one already; another one inside would hold up what goes on beside it.
    // `currentTransaction` is null outside, whatever its type says.
    const inside = Boolean(Dexie.currentTransaction);
    if (this.packs === null || inside) return work();
    return this.stored.db.transaction('rw', [this.stored, this.packs.stored], work);
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
