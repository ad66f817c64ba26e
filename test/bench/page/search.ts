import { DeskDirectory } from '@renderer/features/desk/directory';
import type { ProjectionDatabase } from '@renderer/db/database';
import type { Person } from '@shared/domain/person/types';
import { foldName } from '@shared/matching/fold';
import { enoughToSearch } from '@shared/matching/query';
import type { RecordTable } from '@shared/domain/record';
import type { RecordRow } from '@shared/projections/row';
import { view, type Views } from '@shared/projections/views';
import { ownDatabase } from './own-database';
import type { SearchRequest, SearchTimes } from './api';

/** As many as the desk shows. */
const SHOWN = 8;
const AMONG = 3;

/** The desk's index over the people that are here, beside one scan over keys folded beforehand. */
export async function search({ meeting, queries }: SearchRequest): Promise<SearchTimes> {
  const db = await ownDatabase();
  const people = await live(db, 'people');
  const parties = await live(db, 'parties');
  const nominations = (await live(db, 'nominations')).filter((one) => one.meeting === meeting);
  db.close();
  const start = performance.now();
  const directory = new DeskDirectory().update({ people, nominations, parties });
  directory.work(() => true);
  const build = performance.now() - start;
  const keys = people.map(foldedKeys);
  const byId = new Map(people.map((person) => [person.id, person]));
  const times = { index: [] as number[], scan: [] as number[], among: 0, exactly: 0 };
  for (const { text, person } of queries) {
    for (let end = 1; end <= text.length; end += 1) {
      const typed = text.slice(0, end);
      if (!enoughToSearch(typed)) continue;
      const before = performance.now();
      directory.index.search(typed, SHOWN);
      const between = performance.now();
      scan(keys, foldName(typed));
      times.index.push(between - before);
      times.scan.push(performance.now() - between);
    }
    const first = directory.index.search(text, AMONG);
    const meant = byId.get(person);
    if (first.some(({ id }) => id === person)) times.exactly += 1;
    if (meant && first.some(({ id }) => sameName(byId.get(id), meant))) times.among += 1;
  }
  return { people: people.length, build, ...times };
}

async function live<T extends RecordTable>(db: ProjectionDatabase, table: T): Promise<Views[T][]> {
  const rows = (await db.rows(table).toArray()) as RecordRow[];
  return rows.filter((row) => row.live === 1).map((row) => view(table, row));
}

const foldedKeys = ({ family, given, full, native, institution, emails }: Person): string =>
  foldName([family, given, full, native, institution, ...emails].join(' '));

/** The simplest search there is: every key looked through once. */
function scan(keys: readonly string[], text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < keys.length; at += 1) if (keys[at]?.includes(text)) found.push(at);
  return found;
}

function sameName(one: Person | undefined, other: Person): boolean {
  return one?.family === other.family && one.given === other.given;
}
