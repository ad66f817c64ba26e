import { v7 as uuidv7 } from 'uuid';
import type { Draft } from '@shared/operation/operation';
import type { RecordTable } from '@shared/domain/record';
import { headIds } from '@shared/projections/record';
import { view, type Views } from '@shared/projections/views';
import type { RecordRow, Row } from '@shared/projections/row';
import { Collections } from './collections';
import type { ProjectionDatabase } from './database';
import { Drafts } from './drafts';
import {
  Projector,
  type CommitAnswer,
  type ProjectionState,
  type Rebuild,
  type RegisterLink,
} from './projector';
import type { StorageLink } from './storage';
import { onDamage } from './trouble';

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
  readonly drafts: Drafts;
  private readonly projector: Projector;
  private projection: ProjectionState = { kind: 'starting' };
  private activity: Activity = { waiting: 0, savedAt: null, failure: null };
  private readonly listeners = new Set<() => void>();
  private readonly followers = new Set<Follower>();
  private heedsWorkers: () => void = () => undefined;

  constructor(
    readonly db: ProjectionDatabase,
    register: RegisterLink,
    storage: StorageLink,
    rebuild: Rebuild,
    private readonly now: () => number,
  ) {
    this.collections = new Collections(db, (error) => this.projector.examine(error));
    this.drafts = new Drafts(db.drafts, now);
    this.projector = new Projector({
      ...{ db, register, storage, rebuild },
      newId: () => uuidv7(),
      exclusively: lockAmongWindows,
      onRows: (rows) => {
        this.collections.take(rows);
        this.lead(rows);
      },
      onVoid: () => this.collections.hold(),
      onReadable: (tables) => this.collections.allow(tables),
      onStartedOver: () => {
        this.drafts.writeAll().catch(() => undefined);
        this.lead(null);
      },
      onState: (state) => {
        this.projection = state;
        this.tell();
      },
    });
  }

  async start(): Promise<void> {
    this.heedsWorkers = onDamage((error) => {
      this.examine(error).catch(() => undefined);
    });
    // What went wrong is the projector's state.
    await this.projector.start().catch(() => undefined);
  }

  /** Writes down what is being typed, and forgets everything: nothing of it stays in memory. */
  async close(): Promise<void> {
    this.heedsWorkers();
    this.projector.close();
    this.collections.clear();
    this.listeners.clear();
    this.followers.clear();
    await this.drafts.close().catch(() => undefined);
    this.db.close();
  }

  /** Something that was kept could not be read, here or in a worker: mends it if possible. */
  examine(error: unknown): Promise<void> {
    return this.projector.examine(error);
  }

  /**
   * Commits an act and resolves when it is acknowledged: on disk in the register and projected.
   * A failure is a value; what the user typed is still where it was typed.
   */
  async commit(drafts: Draft[]): Promise<CommitAnswer> {
    const before = this.activity.failure;
    this.setActivity({ waiting: this.activity.waiting + 1 });
    const answer = await this.projector.commit(drafts).catch((error: unknown): CommitAnswer => ({
      ok: false,
      reason: 'unavailable',
      detail: error instanceof Error ? error.message : String(error),
    }));
    const waiting = this.activity.waiting - 1;
    // What failed while this one was under way is still not saved.
    const failure = this.activity.failure === before ? null : this.activity.failure;
    if (answer.ok) this.setActivity({ waiting, savedAt: this.now(), failure });
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
