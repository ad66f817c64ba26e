import Dexie from 'dexie';
import { readXlsx } from 'hucre/xlsx';
import { progressOf } from '@renderer/db/apply';
import { ProjectionDatabase, TABLES, type Row } from '@renderer/db/database';
import { ownDatabase } from './own-database';
import type { BareAdd, BareCheckInRequest, BareImport } from './api';

/** Baselines: the same rows through the same library, and nothing of the program around them. */

/** A database of the program's tables under another name, empty. */
async function bareDatabase(): Promise<ProjectionDatabase> {
  await Dexie.delete('bare');
  return new ProjectionDatabase('bare');
}

/** Real rows of the attendance table; one of them is written again and again. */
export async function bareCheckIns({ times, rows }: BareCheckInRequest): Promise<number[]> {
  const source = await ownDatabase();
  const some = await source.rows('attendance').first(rows);
  source.close();
  const db = await bareDatabase();
  await db.rows('attendance').bulkPut(some);
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const row = some[(time * 7919) % some.length];
    if (row === undefined) break;
    const progress = progressOf({ life: '', epoch: 0, made: '' }, time);
    const start = performance.now();
    await db.change(['attendance'], async () => {
      await db.rows('attendance').put(row);
      await db.meta.put(progress);
    });
    taken.push(performance.now() - start);
  }
  await db.delete();
  return taken;
}

/** Every projected row that is here, added to empty tables. */
export async function bareAdd(): Promise<BareAdd> {
  const source = await ownDatabase();
  const all = new Map<(typeof TABLES)[number], Row[]>();
  for (const table of TABLES) all.set(table, await source.rows(table).toArray());
  source.close();
  const db = await bareDatabase();
  await db.open();
  let rows = 0;
  const start = performance.now();
  for (const [table, some] of all) {
    await db.table(table).bulkAdd(some);
    rows += some.length;
  }
  const adding = performance.now() - start;
  await db.delete();
  return { rows, adding };
}

/** The file parsed by the library that our codec uses, and its rows added as they are. */
export async function bareImport(workbook: string): Promise<BareImport> {
  const bytes = Uint8Array.from(atob(workbook), (letter) => letter.charCodeAt(0));
  const db = new Dexie('bare-import');
  db.version(1).stores({ rows: '++id' });
  await db.open();
  const start = performance.now();
  const { sheets } = await readXlsx(bytes);
  const rows = (sheets[0]?.rows ?? []).map((cells) => ({ cells }));
  const parsed = performance.now();
  await db.table('rows').bulkAdd(rows);
  const added = performance.now();
  await db.delete();
  return { rows: rows.length, parsing: parsed - start, adding: added - parsed };
}
