import type { Row, Table } from '@shared/projections/row';
import { BY_MEETING, type ProjectionDatabase } from './database';
import { LayeredMap } from './layered-map';

/** *Loading*, *failed* and *ready* are three states; an empty list is never "not yet". */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly value: T };

export const LOADING = { state: 'loading' } as const;

/** Rows of one table, or of one meeting in one table, as they are now. */
export type Rows = LayeredMap<string, Row>;

interface Group {
  snapshot: Loadable<Rows>;
  readonly table: Table;
  readonly meeting: string | null;
  readonly listeners: Set<() => void>;
  /** `wanted`: it has to be read, or read again. */
  state: 'wanted' | 'reading' | 'read';
  /** Rows that changed while it was being read. */
  later: Row[];
  /** Reading it failed, and somebody looks into it. */
  examined: boolean;
}

/**
 * Rows in memory, read from the database once and kept level by the projector. Screens subscribe
 * to a group (a table, or a meeting's part of it) and get a new snapshot when something in it
 * changed: typing and scanning never wait for a database. Tables that do not stand yet are not read.
 */
export class Collections {
  private readonly groups = new Map<string, Group>();
  private readable: ReadonlySet<Table> = new Set();

  constructor(
    private readonly db: ProjectionDatabase,
    /** Looks into a reading that failed; resolves when it is worth another try. */
    private readonly examine: (error: unknown) => Promise<void>,
  ) {}

  /** Snapshot of a group; asking for it for the first time reads it. */
  snapshot(table: Table, meeting: string | null): Loadable<Rows> {
    return this.group(table, meeting).snapshot;
  }

  subscribe(table: Table, meeting: string | null, listener: () => void): () => void {
    const group = this.group(table, meeting);
    group.listeners.add(listener);
    return () => group.listeners.delete(listener);
  }

  /** The rows of a group, read if need be: for work that is not on a screen. */
  async load(table: Table, meeting: string | null): Promise<Rows> {
    const group = this.group(table, meeting);
    while (group.snapshot.state === 'loading') {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(table, meeting, () => {
          stop();
          resolve();
        });
      });
    }
    if (group.snapshot.state === 'failed') throw new Error(group.snapshot.message);
    return group.snapshot.value;
  }

  /** Takes over changed rows, in as few new snapshots as possible. */
  take(rows: readonly Row[]): void {
    const changed = new Map<Group, [string, Row][]>();
    for (const row of rows) {
      const group = this.groups.get(keyOf(row.table, meetingOf(row)));
      if (group === undefined) continue;
      if (group.state === 'reading') group.later.push(row);
      if (group.snapshot.state !== 'ready') continue;
      const some = changed.get(group);
      if (some === undefined) changed.set(group, [[row.id, row]]);
      else some.push([row.id, row]);
    }
    for (const [group, entries] of changed) {
      if (group.snapshot.state !== 'ready') continue;
      publish(group, { state: 'ready', value: group.snapshot.value.change(entries) });
    }
  }

  /** Whatever was read is void; it is shown until it can be read again. */
  hold(): void {
    this.readable = new Set();
    for (const group of this.groups.values()) group.state = 'wanted';
  }

  /** These tables stand: what somebody has asked for of them is read. */
  allow(tables: readonly Table[]): void {
    this.readable = new Set(tables);
    for (const group of this.groups.values()) if (group.state === 'wanted') this.read(group);
  }

  /** Forgets everything. */
  clear(): void {
    this.hold();
    this.groups.clear();
  }

  private group(table: Table, meeting: string | null): Group {
    const part = BY_MEETING.has(table) ? meeting : null;
    const key = keyOf(table, part);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = {
        ...{ snapshot: LOADING, table, meeting: part, listeners: new Set() },
        ...{ state: 'wanted', later: [], examined: false },
      };
      this.groups.set(key, group);
      this.read(group);
    }
    return group;
  }

  private read(group: Group): void {
    if (!this.readable.has(group.table)) return;
    group.state = 'reading';
    group.later = [];
    const { later } = group;
    const table = this.db.rows(group.table);
    const rows = group.meeting === null ? table.toArray() : table.ofMeeting(group.meeting);
    // Voided while it was being read, or being read once more: another reading brings the rows.
    const isVoid = () => group.state !== 'reading' || group.later !== later;
    rows.then(
      (found) => {
        if (isVoid()) return;
        const value = LayeredMap.of([...found, ...later].map((row) => [row.id, row] as const));
        group.state = 'read';
        group.later = [];
        group.examined = false;
        publish(group, { state: 'ready', value });
      },
      (error: unknown) => {
        if (!isVoid()) this.fail(group, error);
      },
    );
  }

  /** Tries once more when somebody has looked into it. */
  private fail(group: Group, error: unknown): void {
    group.state = 'wanted';
    const giveUp = (reason: unknown) => {
      const message = reason instanceof Error ? reason.message : String(reason);
      group.examined = false;
      publish(group, { state: 'failed', message });
    };
    if (group.examined) {
      giveUp(error);
      return;
    }
    group.examined = true;
    this.examine(error).then(() => {
      if (group.state === 'wanted') this.read(group);
    }, giveUp);
  }
}

function publish(group: Group, snapshot: Loadable<Rows>): void {
  group.snapshot = snapshot;
  for (const listener of [...group.listeners]) listener();
}

function keyOf(table: Table, meeting: string | null): string {
  return meeting === null ? table : `${table} ${meeting}`;
}

function meetingOf(row: Row): string | null {
  if (!BY_MEETING.has(row.table) || row.table === 'versions') return null;
  return row.meeting;
}
