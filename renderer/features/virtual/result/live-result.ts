import type { Row, Table } from '@shared/projections/row';
import type { OnlineResult } from '@shared/statistics/virtual/online-result';
import { LOADING, type Loadable } from '../../../db/collections';
import type { DatabaseRef } from '../../../db/database';
import type { Follower } from '../../../db/store';
import type { KeptWorker } from '../../../workers/kept-worker';

/** Tables from whose rows the result is made; people only for who is one human being. */
const OF_INTEREST: ReadonlySet<Table> = new Set<Table>([
  ...(['meetings', 'sessions', 'logins', 'reports', 'people'] as const),
]);

/** Changes are gathered for so long: a report is decided on faster than it is counted. */
const GATHER_MS = 300;

export interface ResultSource {
  readonly database: DatabaseRef;
  readonly meeting: string;
  /** Attendance at the desks is followed as well; who only asks for the reports needs none of it. */
  readonly attendance: boolean;
  /** Starts a worker that stays. */
  readonly open: () => Pick<KeptWorker, 'run' | 'end'>;
  readonly follow: (follower: Follower) => () => void;
}

/** Who was online at a meeting, worked out in a worker that is told what changes. */
export class LiveResult {
  private worker: Pick<KeptWorker, 'run' | 'end'> | null = null;
  private changed: Row[] | null = null;
  private asking = false;
  private stale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: Loadable<OnlineResult | null> = LOADING;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly source: ResultSource) {}

  snapshot = (): Loadable<OnlineResult | null> => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads, and follows what changes until the returned function is called. */
  start(): () => void {
    this.worker = this.source.open();
    this.changed = null;
    const stop = this.source.follow((rows) => {
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

  private isWanted({ table }: Row): boolean {
    return OF_INTEREST.has(table) || (this.source.attendance && table === 'attendance');
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.work();
    }, GATHER_MS);
  }

  private async work(): Promise<void> {
    if (this.asking) {
      this.stale = true;
      return;
    }
    const { worker, changed } = this;
    if (worker === null) return;
    const { database, meeting } = this.source;
    this.asking = true;
    // What changes while the worker reads is told to it next.
    this.changed = [];
    try {
      const value = await worker.run('onlineResult', { database, meeting, changed });
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

  private show(shown: Loadable<OnlineResult | null>): void {
    this.shown = shown;
    for (const listener of [...this.listeners]) listener();
  }
}
