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
}

/**
 * Rows in memory, read from the database once and kept level by the projector. Screens subscribe
 * to a group (a table, or a meeting's part of it) and get a new snapshot when something in it
 * changed: typing and scanning never wait for a database.
 */
export class Collections {
  private readonly groups = new Map<string, Group>();

  constructor(private readonly db: ProjectionDatabase) {}

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
      if (this.reading.has(group)) this.pending(group).push(row);
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

  /** Reads every group again that somebody has asked for. */
  reload(): void {
    for (const group of this.groups.values()) this.read(group);
  }

  private readonly reading = new Set<Group>();
  private readonly waiting = new Map<Group, Row[]>();

  /** Rows that changed while their group was being read. */
  private pending(group: Group): Row[] {
    let rows = this.waiting.get(group);
    if (rows === undefined) this.waiting.set(group, (rows = []));
    return rows;
  }

  private group(table: Table, meeting: string | null): Group {
    const key = keyOf(table, BY_MEETING.has(table) ? meeting : null);
    let group = this.groups.get(key);
    if (group === undefined) {
      const part = BY_MEETING.has(table) ? meeting : null;
      group = { snapshot: LOADING, table, meeting: part, listeners: new Set() };
      this.groups.set(key, group);
      this.read(group);
    }
    return group;
  }

  private read(group: Group): void {
    this.reading.add(group);
    const table = this.db.rows(group.table);
    const rows =
      group.meeting === null
        ? table.toArray()
        : table.where('meeting').equals(group.meeting).toArray();
    rows.then(
      (found) => {
        const later = this.waiting.get(group) ?? [];
        const value = LayeredMap.of([...found, ...later].map((row) => [row.id, row] as const));
        this.waiting.delete(group);
        this.reading.delete(group);
        publish(group, { state: 'ready', value });
      },
      (error: unknown) => {
        this.reading.delete(group);
        const message = error instanceof Error ? error.message : String(error);
        publish(group, { state: 'failed', message });
      },
    );
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
