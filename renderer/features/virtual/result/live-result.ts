import type { Row, Table } from '@shared/projections/row';
import type { OnlineResult } from '@shared/statistics/virtual/online-result';
import type { DatabaseRef } from '../../../db/database';
import {
  FollowedWork,
  type FollowedSource,
  type StayingWorker,
} from '../../../workers/followed-work';

/** Tables from whose rows the result is made; people only for who is one human being. */
const OF_INTEREST: ReadonlySet<Table> = new Set<Table>([
  ...(['meetings', 'sessions', 'logins', 'reports', 'people'] as const),
]);

/** A report is decided on faster than it is counted. */
const GATHER_MS = 300;

export interface ResultSource extends FollowedSource {
  readonly database: DatabaseRef;
  readonly meeting: string;
  /** Attendance at the desks is followed as well; who only asks for the reports needs none of it. */
  readonly attendance: boolean;
}

/** Who was online at a meeting, worked out in a worker that is told what changes. */
export class LiveResult extends FollowedWork<OnlineResult | null> {
  constructor(private readonly source: ResultSource) {
    super(source, GATHER_MS);
  }

  protected isWanted({ table }: Row): boolean {
    return OF_INTEREST.has(table) || (this.source.attendance && table === 'attendance');
  }

  protected ask(
    worker: StayingWorker,
    changed: readonly Row[] | null,
  ): Promise<OnlineResult | null> {
    const { database, meeting } = this.source;
    return worker.run('onlineResult', { database, meeting, changed });
  }
}
