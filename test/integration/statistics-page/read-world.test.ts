import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectionDatabase } from '@renderer/db/database';
import { KeptWorld, readPeople } from '@renderer/db/read-world';
import { LiveStatistics } from '@renderer/workers/jobs/statistics-live';
import type { AttendanceRow, RecordRow } from '@shared/projections/row';
import type { Scope } from '@shared/statistics/scope';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import { meetingId, programmeId, sampleDatabase } from './sample-database';

let db: ProjectionDatabase;

afterEach(() => {
  db.close();
});

async function year2023(): Promise<KeptWorld> {
  db = await sampleDatabase();
  const kept = new KeptWorld(db, { kind: 'year', programme: programmeId(), year: 2023 });
  await kept.read();
  return kept;
}

function worldOf(kept: KeptWorld): World {
  const world = kept.world();
  if (world === null) throw new Error('the sample has a programme');
  return world;
}

const figuresOf = (world: World, scope: Scope) => {
  const { figures, recommendations } = statisticsOf(world, scope);
  return {
    parties: [figures.countries.value, figures.organizations.value],
    participations: figures.participations.value,
    persons: figures.distinctPersons.value,
    agreed: recommendations?.agreed,
  };
};

describe('world read from the database', () => {
  it('gives the figures of 2023, meeting by meeting, of the experts and of the year', async () => {
    const world = worldOf(await year2023());
    const expert = (['A', 'B', 'C'] as const).map(meetingId);
    const meeting = (key: 'A' | 'B' | 'C' | 'P'): Scope => ({
      kind: 'meeting',
      meeting: meetingId(key),
    });
    expect(figuresOf(world, meeting('A'))).toMatchObject({ parties: [35, 10], agreed: 4 });
    expect(figuresOf(world, meeting('B'))).toMatchObject({ parties: [34, 10], agreed: 10 });
    expect(figuresOf(world, meeting('C'))).toMatchObject({ parties: [24, 5], agreed: 8 });
    expect(figuresOf(world, meeting('P'))).toMatchObject({ parties: [32, 9], agreed: 0 });
    expect(figuresOf(world, { kind: 'meetings', meetings: expert })).toEqual({
      parties: [45, 13],
      participations: 398,
      persons: 395,
      agreed: 22,
    });
    expect(figuresOf(world, { kind: 'year', year: 2023 })).toEqual({
      parties: [48, 14],
      participations: 507,
      persons: 501,
      agreed: 22,
    });
  });

  it('tells how many of how many meetings are read', async () => {
    db = await sampleDatabase();
    const heard: [number, number][] = [];
    const kept = new KeptWorld(db, { kind: 'year', programme: programmeId(), year: 2023 });
    await kept.read((done, total) => heard.push([done, total]));
    expect(heard).toEqual([1, 2, 3, 4].map((done) => [done, 4]));
  });

  it('reads one meeting alone, the others only with what they recommended', async () => {
    db = await sampleDatabase();
    const kept = new KeptWorld(db, { kind: 'meeting', meeting: meetingId('P') });
    await kept.read();
    const world = worldOf(kept);
    const scope = { kind: 'meeting', meeting: meetingId('P') } as const;
    expect(statisticsOf(world, scope).recommendations).toMatchObject({
      agreed: 0,
      endorsedHere: 22,
    });
    const others = world.meetings.filter(({ meeting }) => meeting.id !== meetingId('P'));
    expect(others.map(({ attendance }) => attendance.length)).toEqual(others.map(() => 0));
  });

  it('is nothing without a programme or for a meeting that is not there', async () => {
    db = await sampleDatabase();
    for (const wanted of [
      { kind: 'meeting', meeting: 'none' },
      { kind: 'year', programme: 'none', year: 2023 },
    ] as const) {
      const kept = new KeptWorld(db, wanted);
      await kept.read();
      expect(kept.world()).toBeNull();
    }
  });

  it('keeps what did not change, so that only the rest is counted again', async () => {
    const kept = await year2023();
    const before = worldOf(kept);
    const [row] = (await db.rows('attendance').ofMeeting(meetingId('A'))) as AttendanceRow[];
    await kept.change([{ ...row!, e: {} }]);
    const after = worldOf(kept);
    for (const [at, world] of after.meetings.entries()) {
      if (world.meeting.id === meetingId('A')) {
        expect(world.attendance).toHaveLength(before.meetings[at]!.attendance.length - 1);
      } else {
        expect(world).toBe(before.meetings[at]);
      }
    }
  });

  it('reads a meeting that a change of dates brings into the year', async () => {
    const kept = await year2023();
    const live = new LiveStatistics();
    live.update(worldOf(kept));
    const scope = { kind: 'year', year: 2023 } as const;
    const moved = (await db.rows('meetings').get(meetingId('A'))) as RecordRow;
    await kept.change([{ ...moved, v: { ...moved.v, ...schedules('2022-09-12') } }]);
    live.update(worldOf(kept));
    expect(live.statistics(scope)?.figures.participations.value).toBe(507 - 165);
    await kept.change([moved]);
    live.update(worldOf(kept));
    expect(live.statistics(scope)?.figures.participations.value).toBe(507);
    const other = new KeptWorld(db, { kind: 'year', programme: programmeId(), year: 2022 });
    await other.read();
    await other.change([{ ...moved, v: { ...moved.v, ...schedules('2022-09-12') } }]);
    const { figures } = statisticsOf(worldOf(other), { kind: 'year', year: 2022 });
    expect(figures.participations.value).toBe(165);
  });

  it('reads the names of people for a list', async () => {
    db = await sampleDatabase();
    const ids = (await db.rows('people').first(3)).map((row) => row.id);
    const people = await readPeople(db, [...ids, 'unknown']);
    expect([...people.keys()]).toEqual(ids);
    expect([...people.values()].every((person) => person.synthetic)).toBe(true);
  });
});

const schedules = (start: string) => ({
  actual: { format: 'virtual', start, end: start },
});
