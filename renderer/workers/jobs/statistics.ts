import { ProjectionDatabase, type DatabaseRef } from '@renderer/db/database';
import { KeptWorld } from '@renderer/db/read-world';
import type { Row } from '@shared/projections/row';
import type { Behind, Selection } from '@shared/statistics/behind';
import type { Statistics } from '@shared/statistics/result';
import type { Scope } from '@shared/statistics/scope';
import { LiveStatistics } from './statistics-live';

export interface CountYearInput {
  readonly database: DatabaseRef;
  readonly programme: string;
  readonly year: number;
  readonly scope: Scope;
  /** Rows that changed since the last question; `null`: read everything afresh. */
  readonly changed: readonly Row[] | null;
}

/** What this worker keeps between questions. */
interface Kept {
  readonly of: string;
  readonly db: ProjectionDatabase;
  readonly world: KeptWorld;
  readonly live: LiveStatistics;
}
let kept: Kept | null = null;

/** Figures of a year, or of meetings in it. `null`: no such programme. */
export async function countYearJob(input: CountYearInput): Promise<Statistics | null> {
  const { database, programme, year, scope, changed } = input;
  const of = JSON.stringify([database.name, programme, year]);
  if (kept?.of !== of || changed === null) {
    kept?.db.close();
    kept = null;
    const db = new ProjectionDatabase(database.name, database.key);
    const world = new KeptWorld(db, { kind: 'year', programme, year });
    await world.read();
    kept = { of, db, world, live: new LiveStatistics() };
  } else if (changed.length > 0) {
    await kept.world.change(changed);
  }
  const world = kept.world.world();
  if (world === null) return null;
  kept.live.update(world);
  return kept.live.statistics(scope);
}

export interface PeopleBehindInput {
  readonly scope: Scope;
  readonly selection: Selection;
}

/** Who is behind a figure of the year that was counted last in this worker. */
export async function peopleBehindJob({ scope, selection }: PeopleBehindInput): Promise<Behind[]> {
  return kept?.live.behind(scope, selection) ?? [];
}
