import type { Row } from '@shared/projections/row';
import { LOADING, type Loadable } from '../db/collections';
import type { Follower } from '../db/store';
import type { KeptWorker } from './kept-worker';

export type StayingWorker = Pick<KeptWorker, 'run' | 'end'>;

export interface FollowedSource {
  /** Starts a worker that stays. */
  readonly open: () => StayingWorker;
  readonly follow: (follower: Follower) => () => void;
}

/**
 * Something that is worked out in a worker which keeps what it has read: told what changed, it works
 * that out again and nothing else. While it is at work what changes is gathered for the next time.
 */
export abstract class FollowedWork<Value> {
  protected worker: StayingWorker | null = null;
  private changed: Row[] | null = null;
  private asking = false;
  private stale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: Loadable<Value> = LOADING;
  private readonly listeners = new Set<() => void>();

  /** `gatherMs`: changes are gathered for so long before they are told. */
  constructor(
    private readonly followed: FollowedSource,
    private readonly gatherMs: number,
  ) {}

  /** Whether a row has anything to do with the result. */
  protected abstract isWanted(row: Row): boolean;

  /** Has the worker work; `changed` null: it reads everything. `null`: nobody has asked yet. */
  protected abstract ask(
    worker: StayingWorker,
    changed: readonly Row[] | null,
  ): Promise<Value> | null;

  snapshot = (): Loadable<Value> => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads, and follows what changes until the returned function is called. */
  start(): () => void {
    this.worker = this.followed.open();
    this.changed = null;
    const stop = this.followed.follow((rows) => {
      const wanted = rows?.filter((row) => this.isWanted(row)) ?? null;
      if (wanted === null) this.changed = null;
      else this.changed?.push(...wanted);
      if (wanted === null || wanted.length > 0) this.soon();
    });
    void this.work();
    return () => {
      stop();
      clearTimeout(this.timer);
      this.timer = undefined;
      this.worker?.end();
      this.worker = null;
    };
  }

  /** Reads everything afresh, after it failed. */
  retry = (): void => {
    this.changed = null;
    this.show(LOADING);
    void this.work();
  };

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.work();
    }, this.gatherMs);
  }

  protected async work(): Promise<void> {
    if (this.asking) {
      this.stale = true;
      return;
    }
    const { worker, changed } = this;
    const asked = worker === null ? null : this.ask(worker, changed);
    if (asked === null) return;
    this.asking = true;
    // What changes while the worker reads is told to it next.
    this.changed = [];
    try {
      const value = await asked;
      if (worker === this.worker) this.show({ state: 'ready', value });
    } catch (error) {
      if (worker === this.worker) {
        this.changed = null;
        const message = error instanceof Error ? error.message : String(error);
        this.show({ state: 'failed', message });
      }
    }
    this.asking = false;
    const again = this.stale || worker !== this.worker;
    this.stale = false;
    if (again) void this.work();
  }

  private show(shown: Loadable<Value>): void {
    this.shown = shown;
    for (const listener of [...this.listeners]) listener();
  }
}
