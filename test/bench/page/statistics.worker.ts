import '@shared/contract/without-eval';
import { ProjectionDatabase } from '@renderer/db/database';
import { KeptWorld } from '@renderer/db/read-world';
import { LiveStatistics } from '@renderer/workers/jobs/statistics-live';
import type { AttendanceRow, EventEntry } from '@shared/projections/row';
import type { Statistics } from '@shared/statistics/result';
import { statisticsOf } from '@shared/statistics/statistics';
import type { Scope } from '@shared/statistics/scope';
import type { World } from '@shared/statistics/world';
import type { StatisticsRequest, StatisticsTimes } from './api';

const RUNS = 7;
const CHECK_INS = 40;

self.addEventListener('message', (event: MessageEvent<StatisticsRequest>) => {
  measure(event.data).then(
    (times) => self.postMessage(times),
    (error: unknown) => self.postMessage(error),
  );
});

/** The same code as in the program's own worker (renderer/workers/jobs/statistics.ts), timed. */
async function measure({ programme, year }: StatisticsRequest): Promise<StatisticsTimes> {
  const scope: Scope = { kind: 'year', year };
  const db = new ProjectionDatabase();
  const start = performance.now();
  const kept = new KeptWorld(db, { kind: 'year', programme, year });
  await kept.read();
  const live = new LiveStatistics();
  count(live, kept, scope);
  const disk = performance.now() - start;

  const memory = times(RUNS, () => count(new LiveStatistics(), kept, scope));
  const loop = times(RUNS, () => plainLoop(worldOf(kept)));

  const rows = (await db.rows('attendance').first(CHECK_INS)) as AttendanceRow[];
  db.close();
  const afterOne: number[] = [];
  for (const [at, row] of rows.entries()) {
    const once = performance.now();
    await kept.change([oneMore(row, at)]);
    count(live, kept, scope);
    afterOne.push(performance.now() - once);
  }
  const followed = count(live, kept, scope);
  const recount = statisticsOf(worldOf(kept), scope);
  return {
    ...{ disk, memory, afterOne, loop },
    equal: JSON.stringify(plain(followed)) === JSON.stringify(plain(recount)),
    attended: {
      ours: recount.figures.participations.value,
      loop: plainLoop(worldOf(kept)).participations,
    },
  };
}

function times(runs: number, work: () => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function worldOf(kept: KeptWorld): World {
  const world = kept.world();
  if (world === null) throw new Error('there is no such programme');
  return world;
}

function count(live: LiveStatistics, kept: KeptWorld, scope: Scope): Statistics {
  live.update(worldOf(kept));
  const statistics = live.statistics(scope);
  if (statistics === null) throw new Error('nothing was counted');
  return statistics;
}

/** One more arrival, at the reception. */
function oneMore(row: AttendanceRow, at: number): AttendanceRow {
  const arrival: EventEntry = [`bench-${at}`, 0, 0, Date.now(), 'bench', 'search'];
  return { ...row, e: { ...row.e, reception: [...(row.e['reception'] ?? []), arrival] } };
}

/** What anybody would write first: who and which parties were there, once through everything. */
function plainLoop(world: World): { participations: number; persons: number; parties: number } {
  const persons = new Set<string>();
  const parties = new Set<string>();
  let participations = 0;
  for (const { nominations, attendance, logins } of world.meetings) {
    const here = new Set<string>();
    for (const { person, events } of attendance) if (events.length > 0) here.add(person);
    for (const { link } of logins) {
      if (link?.kind === 'persons') for (const person of link.persons) here.add(person);
    }
    for (const { person, party } of nominations) if (here.has(person)) parties.add(party);
    for (const person of here) persons.add(person);
    participations += here.size;
  }
  return { participations, persons: persons.size, parties: parties.size };
}

/** Maps as lists, so that two results can be compared as text. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, member]) => [key, plain(member)]);
}
