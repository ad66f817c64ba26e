import { ProjectionDatabase, type DatabaseRef } from '@renderer/db/database';
import { KeptWorld } from '@renderer/db/read-world';
import type { Row } from '@shared/projections/row';
import { onlineResult, type OnlineResult } from '@shared/statistics/virtual/online-result';

export interface OnlineResultInput {
  readonly database: DatabaseRef;
  readonly meeting: string;
  /** Rows that changed since the last question; `null`: read everything afresh. */
  readonly changed: readonly Row[] | null;
}

/** What this worker keeps between questions. */
interface Kept {
  readonly of: string;
  readonly db: ProjectionDatabase;
  readonly world: KeptWorld;
}
let kept: Kept | null = null;

/** Who was online at a meeting. `null`: no such meeting. */
export async function onlineResultJob(input: OnlineResultInput): Promise<OnlineResult | null> {
  const { database, meeting, changed } = input;
  const of = JSON.stringify([database.name, meeting]);
  if (kept?.of !== of || changed === null) {
    kept?.db.close();
    kept = null;
    const db = new ProjectionDatabase(database.name, database.key);
    const world = new KeptWorld(db, { kind: 'meeting', meeting });
    await world.read();
    kept = { of, db, world };
  } else if (changed.length > 0) {
    await kept.world.change(changed);
  }
  const found = kept.world.world()?.meetings.find((one) => one.meeting.id === meeting);
  return found === undefined ? null : onlineResult(found);
}
