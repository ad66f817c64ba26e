import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import { startOver } from '@renderer/db/apply';
import { view } from '@shared/projections/views';
import type { RecordRow } from '@shared/projections/row';
import { rows, TITLES, meeting, type MeetingKey } from '../../unit/domain/sample/sample';

/** A database as the sample's projections fill it, under a name of its own, with a key or none. */
export async function sampleDatabase(key: Uint8Array | null = null): Promise<ProjectionDatabase> {
  const db = new ProjectionDatabase(uuid(), key);
  await startOver(db, { life: uuid(), epoch: 0, made: uuid() });
  for (const [table, own] of rows.tables) {
    await db.rows(table).bulkPut(structuredClone([...own.values()]));
  }
  return db;
}

export function meetingId(key: MeetingKey): string {
  return meeting(key)['id'] as string;
}

export const MEETINGS = Object.keys(TITLES) as MeetingKey[];

/** The sample's one programme. */
export function programmeId(): string {
  const [row] = rows.tables.get('programmes')?.values() ?? [];
  return view('programmes', row as RecordRow).id;
}
