import type { Draft } from '@shared/operation/operation';
import type { RecordTable } from '@shared/domain/record';
import { headIds } from '@shared/projections/record';
import { view, type Views } from '@shared/projections/views';
import type { RecordRow, Row } from '@shared/projections/row';
import { Collections } from './collections';
import type { ProjectionDatabase } from './database';
import {
  Projector,
  type CommitAnswer,
  type ProjectionState,
  type Rebuild,
  type RegisterLink,
} from './projector';

/** What the status line shows of the way from a key press to the register. */
export interface Activity {
  /** Acts on their way to the register. */
  readonly waiting: number;
  /** When the last act was acknowledged (ms since the epoch), `null` before the first. */
  readonly savedAt: number | null;
  readonly failure: Extract<CommitAnswer, { ok: false }> | null;
}

/** Rows as they are now; `null`: all were made again, and whatever was read before is void. */
export type Follower = (rows: readonly Row[] | null) => void;

/** Everything that screens need of the data: one per window. */
export class Store {
  readonly collections: Collections;
  private readonly projector: Projector;
  private projection: ProjectionState = { kind: 'starting' };
  private activity: Activity = { waiting: 0, savedAt: null, failure: null };
  private readonly listeners = new Set<() => void>();
  private readonly followers = new Set<Follower>();

  constructor(
    readonly db: ProjectionDatabase,
    register: RegisterLink,
    rebuild: Rebuild,
    private readonly now: () => number,
  ) {
    this.collections = new Collections(db);
    this.projector = new Projector({
      db,
      register,
      rebuild,
      exclusively: lockAmongWindows,
      onRows: (rows) => {
        this.collections.take(rows);
        this.lead(rows);
      },
      onStartedOver: () => {
        this.collections.reload();
        this.lead(null);
      },
      onState: (state) => {
        this.projection = state;
        this.tell();
      },
    });
  }

  async start(): Promise<void> {
    try {
      await this.projector.start();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.projection = { kind: 'failed', message };
      this.tell();
    }
  }

  close(): void {
    this.projector.close();
    this.db.close();
  }

  /**
   * Commits an act and resolves when it is acknowledged: on disk in the register and projected.
   * A failure is a value; what the user typed is still where it was typed.
   */
  async commit(drafts: Draft[]): Promise<CommitAnswer> {
    this.setActivity({ waiting: this.activity.waiting + 1 });
    const answer = await this.projector.commit(drafts).catch((error: unknown): CommitAnswer => ({
      ok: false,
      reason: 'unavailable',
      detail: error instanceof Error ? error.message : String(error),
    }));
    const waiting = this.activity.waiting - 1;
    if (answer.ok) this.setActivity({ waiting, savedAt: this.now(), failure: null });
    else this.setActivity({ waiting, failure: answer });
    return answer;
  }

  /** Ids of the operations that a change of these fields of a record replaces. */
  async heads(
    table: RecordTable,
    meeting: string | null,
    id: string,
    fields: readonly string[],
  ): Promise<string[]> {
    const row = (await this.collections.load(table, meeting)).get(id);
    return row === undefined ? [] : headIds(row as RecordRow, fields);
  }

  /** All live records of a table (or of a meeting in it), once, for work that is not on a screen. */
  async list<T extends RecordTable>(table: T, meeting: string | null = null): Promise<Views[T][]> {
    return liveViews(table, (await this.collections.load(table, meeting)).values());
  }

  projectionState = (): ProjectionState => this.projection;
  activityState = (): Activity => this.activity;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls back with every row that changes from now on, here or in another window. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  private lead(rows: readonly Row[] | null): void {
    for (const follower of [...this.followers]) follower(rows);
  }

  private setActivity(change: Partial<Activity>): void {
    this.activity = { ...this.activity, ...change };
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const views = new WeakMap<Row, unknown>();

/** A row's view; the same row gives the same object, so that lists can compare by identity. */
export function viewOf<T extends RecordTable>(table: T, row: Row): Views[T] {
  const known = views.get(row);
  if (known !== undefined) return known as Views[T];
  const made = view(table, row as RecordRow);
  views.set(row, made);
  return made;
}

export function liveViews<T extends RecordTable>(table: T, rows: Iterable<Row>): Views[T][] {
  const list: Views[T][] = [];
  for (const row of rows) if ((row as RecordRow).live === 1) list.push(viewOf(table, row));
  return list;
}

/** Alone among all windows of this origin, where the browser offers it. */
function lockAmongWindows<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  return navigator.locks.request('rostrum-projections', work);
}
