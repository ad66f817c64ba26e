import Dexie, { type Collection, type Table as DexieTable } from 'dexie';
import type { Row, Table } from '@shared/projections/row';
import { Unsealable, type Seal } from './seal';

/** Many rows that came at once, as one value. */
export interface StoredPack {
  /** The first and the last id that it was made of: see `keyOf`. */
  readonly key: string;
  readonly meeting?: string;
  /** How many of its records are live, so that they are counted without reading them. */
  readonly live: number;
  /** In the order of their ids; the one or the other. */
  readonly rows?: readonly Row[];
  readonly c?: Uint8Array;
}

/** The index that a table with meetings has beside the key. */
export const PACKS_BY_MEETING = '[meeting+live]';

/** Rows of one pack: one more costs as much as a fiftieth of a row that is kept by itself. */
const FULL = 64;
/** Fewer are not worth a pack. */
const FEWEST = 16;
/** Characters of an id; others are not packed. */
const ID = 36;
/** Packs that are opened in one go: about a thousand rows. */
const AT_ONCE = 16;

const keyOf = (first: string, last: string): string => `${first} ${last}`;
const firstOf = (key: string): string => key.slice(0, ID);
const lastOf = (key: string): string => key.slice(ID + 1);

/** The key of the pack that may have a row; `keys` in order. The spans of packs do not overlap. */
function packFor(keys: readonly string[], id: string): string | null {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstOf(keys[middle] ?? '') <= id) low = middle + 1;
    else high = middle;
  }
  const key = keys[low - 1];
  return key !== undefined && id <= lastOf(key) ? key : null;
}

const meetingOf = (row: Row): string | null => (row.table === 'versions' ? null : row.meeting);
const isLive = (row: Row): boolean => 'live' in row && row.live === 1;

/**
 * What IndexedDB takes for a row is the same however little the row holds: some forty microseconds,
 * two seconds for a list of 20,000 nominations. Rows that an import brings are therefore kept in packs
 * of consecutive ids, and changed there. A row is in a pack or by itself, never both.
 */
export class Packs {
  constructor(
    private readonly name: Table,
    readonly stored: DexieTable<StoredPack, string>,
    /** Null without protection. */
    private readonly seal: Seal | null,
  ) {}

  /**
   * Keeps rows in packs whose ids, in order, lie beyond all that is kept. Returns those that have to
   * be kept by themselves.
   */
  async append(rows: readonly Row[]): Promise<Row[]> {
    const left: Row[] = [];
    const packs: StoredPack[] = [];
    for (const run of runsOf(rows)) {
      if (run.length < FEWEST) left.push(...run);
      else packs.push(this.close(keyOf(run[0]?.id ?? '', run.at(-1)?.id ?? ''), run));
    }
    if (packs.length > 0) await this.stored.bulkPut(packs);
    return left;
  }

  /** Those of the rows with these ids that are in packs. */
  async find(ids: readonly string[]): Promise<Map<string, Row>> {
    const wanted = new Set(ids);
    const found = new Map<string, Row>();
    for (const { rows } of await this.packsOf(ids)) {
      for (const row of rows) if (wanted.has(row.id)) found.set(row.id, row);
    }
    return found;
  }

  /** Changes rows that are in packs; returns the others. */
  async change(rows: readonly Row[]): Promise<Row[]> {
    const changed = new Map(rows.map((row) => [row.id, row]));
    const packs = await this.packsOf([...changed.keys()]);
    const written: StoredPack[] = [];
    for (const { key, meeting, rows: before } of packs) {
      const after = before.flatMap((row) => {
        const now = changed.get(row.id);
        if (now === undefined) return row;
        // One that belongs to another meeting now is kept by itself.
        if (meetingOf(now) !== meeting) return [];
        changed.delete(row.id);
        return now;
      });
      written.push(this.close(key, after, meeting));
    }
    if (written.length > 0) await this.stored.bulkPut(written);
    return [...changed.values()];
  }

  /** The greatest id that a pack may have; `null` when there is none. */
  async lastId(): Promise<string | null> {
    const [key] = await this.stored.orderBy(':id').reverse().limit(1).primaryKeys();
    return key === undefined ? null : lastOf(key);
  }

  /** All rows, or those of a meeting, read and still to be opened, some at a time. */
  async slices(meeting: string | null): Promise<(() => Row[])[]> {
    const packs = await this.wanted(meeting).toArray();
    const slices: (() => Row[])[] = [];
    for (let at = 0; at < packs.length; at += AT_ONCE) {
      slices.push(() => packs.slice(at, at + AT_ONCE).flatMap((pack) => [...this.open(pack)]));
    }
    return slices;
  }

  /** Whether there are more than are opened in one go. */
  async areMany(meeting: string | null): Promise<boolean> {
    return (await this.wanted(meeting).count()) > AT_ONCE;
  }

  /** How many live records of a meeting there are, by the index alone. */
  async countLive(meeting: string): Promise<number> {
    const keys = await this.wanted(meeting).keys();
    return keys.reduce<number>((sum, key) => sum + Number((key as unknown[])[1]), 0);
  }

  clear(): Promise<void> {
    return this.stored.clear();
  }

  /** The packs in which rows with these ids may be, opened. */
  private async packsOf(ids: readonly string[]) {
    const keys = await this.stored.toCollection().primaryKeys();
    if (keys.length === 0) return [];
    const wanted = new Set(ids.flatMap((id) => packFor(keys, id) ?? []));
    const packs = wanted.size === 0 ? [] : await this.stored.bulkGet([...wanted]);
    return packs.flatMap((pack) =>
      pack === undefined
        ? []
        : { key: pack.key, meeting: pack.meeting ?? null, rows: this.open(pack) },
    );
  }

  private wanted(meeting: string | null): Collection<StoredPack, string> {
    const { stored } = this;
    if (meeting === null) return stored.toCollection();
    return stored.where(PACKS_BY_MEETING).between([meeting, Dexie.minKey], [meeting, Dexie.maxKey]);
  }

  private close(key: string, rows: readonly Row[], meeting = meetingOfAll(rows)): StoredPack {
    const head = {
      key,
      live: rows.filter(isLive).length,
      ...(meeting === null ? {} : { meeting }),
    };
    if (this.seal === null) return { ...head, rows };
    return { ...head, c: this.seal.close(`${this.name} ${key}`, rows) };
  }

  private open({ key, rows, c }: StoredPack): readonly Row[] {
    const place = `${this.name} ${key}`;
    if (this.seal === null) {
      if (rows === undefined) throw new Unsealable(place);
      return rows;
    }
    if (c === undefined) throw new Unsealable(place);
    const opened = this.seal.open(place, c) as Row[];
    if (!opened.every(({ table }) => table === this.name)) throw new Unsealable(place);
    return opened;
  }
}

const meetingOfAll = (rows: readonly Row[]): string | null => {
  const [first] = rows;
  return first === undefined ? null : meetingOf(first);
};

/** Runs of rows for one pack each: of one meeting, and none longer than a pack. */
function* runsOf(rows: readonly Row[]): Generator<Row[]> {
  let run: Row[] = [];
  for (const row of rows) {
    const [first] = run;
    const fits = first !== undefined && meetingOf(first) === meetingOf(row) && run.length < FULL;
    const packable = row.id.length === ID;
    if (!fits || !packable) {
      if (run.length > 0) yield run;
      run = [];
    }
    if (packable) run.push(row);
    else yield [row];
  }
  if (run.length > 0) yield run;
}
