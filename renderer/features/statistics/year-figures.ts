import type { Row, Table } from '@shared/projections/row';
import type { Behind, Selection } from '@shared/statistics/behind';
import type { Statistics } from '@shared/statistics/result';
import type { Scope } from '@shared/statistics/scope';
import { LOADING, type Loadable } from '../../db/collections';
import type { DatabaseRef } from '../../db/database';
import type { Follower } from '../../db/store';
import type { KeptWorker } from '../../workers/kept-worker';

/** Tables in whose rows figures have no interest. */
const INDIFFERENT: ReadonlySet<Table> = new Set<Table>([
  ...(['imports', 'aliases', 'agenda', 'operators', 'desks', 'versions'] as const),
]);

/** Changes are gathered for so long: a desk checks in faster than anybody reads a year's figures. */
const GATHER_MS = 400;

export interface YearSource {
  readonly database: DatabaseRef;
  readonly programme: string;
  readonly year: number;
  /** Starts a worker that stays. */
  readonly open: () => Pick<KeptWorker, 'run' | 'end'>;
  readonly follow: (follower: Follower) => () => void;
}

/**
 * Figures of a year, counted in a worker that keeps the year in memory: told what changed, it
 * counts that again and nothing else.
 */
export class YearFigures {
  private worker: Pick<KeptWorker, 'run' | 'end'> | null = null;
  private changed: Row[] | null = null;
  private scope: Scope | null = null;
  private asking = false;
  private stale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: Loadable<Statistics | null> = LOADING;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly source: YearSource) {}

  snapshot = (): Loadable<Statistics | null> => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads, and follows what changes until the returned function is called. */
  start(): () => void {
    this.worker = this.source.open();
    this.changed = null;
    const stop = this.source.follow((rows) => {
      if (rows === null) this.changed = null;
      else this.changed?.push(...rows.filter(({ table }) => !INDIFFERENT.has(table)));
      if (rows === null || (this.changed?.length ?? 0) > 0) this.soon();
    });
    void this.count();
    return () => {
      stop();
      clearTimeout(this.timer);
      this.timer = undefined;
      this.worker?.end();
      this.worker = null;
    };
  }

  /** Counts another scope; until then the figures of the last one stay. */
  ask(scope: Scope): void {
    this.scope = scope;
    void this.count();
  }

  /** Reads everything afresh, after it failed. */
  retry(): void {
    this.changed = null;
    this.show(LOADING);
    void this.count();
  }

  async behind(selection: Selection): Promise<readonly Behind[]> {
    const { worker, scope } = this;
    if (worker === null || scope === null) return [];
    return worker.run('peopleBehind', { scope, selection });
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.count();
    }, GATHER_MS);
  }

  private async count(): Promise<void> {
    if (this.asking) {
      this.stale = true;
      return;
    }
    const { worker, scope, changed } = this;
    if (worker === null || scope === null) return;
    const { database, programme, year } = this.source;
    this.asking = true;
    // What changes while the worker reads is told to it next.
    this.changed = [];
    try {
      const input = { database, programme, year, scope, changed };
      const value = await worker.run('countYear', input);
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
    if (again) void this.count();
  }

  private show(shown: Loadable<Statistics | null>): void {
    this.shown = shown;
    for (const listener of [...this.listeners]) listener();
  }
}
