import type { Row, Table } from '@shared/projections/row';
import type { Behind, Selection } from '@shared/statistics/behind';
import type { Statistics } from '@shared/statistics/result';
import type { Scope } from '@shared/statistics/scope';
import type { DatabaseRef } from '../../db/database';
import { FollowedWork, type FollowedSource, type StayingWorker } from '../../workers/followed-work';

/** Tables in whose rows figures have no interest. */
const INDIFFERENT: ReadonlySet<Table> = new Set<Table>([
  ...(['imports', 'aliases', 'agenda', 'operators', 'desks', 'versions'] as const),
  ...(['badges', 'prints', 'scans', 'distinctions', 'implementations'] as const),
]);

/** A desk checks in faster than anybody reads a year's figures. */
const GATHER_MS = 400;

export interface YearSource extends FollowedSource {
  readonly database: DatabaseRef;
  readonly programme: string;
  readonly year: number;
}

/**
 * Figures of a year, counted in a worker that keeps the year in memory: told what changed, it
 * counts that again and nothing else.
 */
export class YearFigures extends FollowedWork<Statistics | null> {
  private scope: Scope | null = null;

  constructor(private readonly source: YearSource) {
    super(source, GATHER_MS);
  }

  /** Counts another scope; until then the figures of the last one stay. */
  count(scope: Scope): void {
    this.scope = scope;
    void this.work();
  }

  async behind(selection: Selection): Promise<readonly Behind[]> {
    const { worker, scope } = this;
    if (worker === null || scope === null) return [];
    return worker.run('peopleBehind', { scope, selection });
  }

  protected isWanted({ table }: Row): boolean {
    return !INDIFFERENT.has(table);
  }

  protected ask(
    worker: StayingWorker,
    changed: readonly Row[] | null,
  ): Promise<Statistics | null> | null {
    const { source, scope } = this;
    if (scope === null) return null;
    const { database, programme, year } = source;
    return worker.run('countYear', { database, programme, year, scope, changed });
  }
}
