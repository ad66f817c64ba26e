import { describe, expect, it } from 'vitest';
import type { RecordTable } from '@shared/domain/record';
import { attendanceView } from '@shared/projections/attendance';
import type { MemoryRows } from '@shared/projections/project';
import type { AttendanceRow, RecordRow } from '@shared/projections/row';
import { view, type Views } from '@shared/projections/views';
import { worldOf } from '@shared/statistics/assemble';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import { count, rowsOf } from '../domain/sample/figures';
import { sample, TITLES, type MeetingKey } from '../domain/sample/sample';

function worldFrom(rows: MemoryRows): World {
  const all = <T extends RecordTable>(table: T): Views[T][] =>
    ([...(rows.tables.get(table)?.values() ?? [])] as RecordRow[])
      .filter((row) => row.live === 1)
      .map((row) => view(table, row));
  return worldOf({
    programme: all('programmes')[0]!,
    parties: all('parties'),
    people: all('people'),
    meetings: all('meetings'),
    sessions: all('sessions'),
    nominations: all('nominations'),
    attendance: ([...(rows.tables.get('attendance')?.values() ?? [])] as AttendanceRow[]).map(
      attendanceView,
    ),
    reports: all('reports'),
    logins: all('logins'),
    recommendations: all('recommendations'),
  });
}

/** The sample through operations, projections and statistics; `figures.ts` counts it by itself. */
describe.each([2023, 7])('the sample year with seed %i', (seed) => {
  const rows = rowsOf(sample(seed));
  const world = worldFrom(rows);
  const idOf = (key: MeetingKey) =>
    world.meetings.find(({ meeting }) => meeting.title.includes(TITLES[key]))!.meeting.id;

  it.each([
    ['A', 35, 10, 165, 4],
    ['B', 34, 10, 145, 10],
    ['C', 24, 5, 88, 8],
    ['P', 32, 9, 109, 0],
  ] as const)('%s: countries, organizations, attended, agreed', (key, ...expected) => {
    const statistics = statisticsOf(world, { kind: 'meeting', meeting: idOf(key) });
    const { figures, modality, recommendations } = statistics;
    expect([
      figures.countries.value,
      figures.organizations.value,
      figures.attended.value,
      recommendations?.agreed,
    ]).toEqual(expected);
    const counted = count(rows, idOf(key));
    expect([modality.inPersonOnly, modality.virtualOnly, modality.both]).toEqual([
      counted.inPersonOnly,
      counted.virtualOnly,
      counted.both,
    ]);
    expect(figures.unexpected.value).toBe(0);
    expect(statistics.synthetic).toBe(true);
  });

  it.each([
    ['experts', ['A', 'B', 'C'], [45, 13, 398, 395]],
    ['year', null, [48, 14, 507, 501]],
  ] as const)('%s: unions, participations and persons', (_name, keys, expected) => {
    const { figures, recommendations } = statisticsOf(
      world,
      keys === null
        ? { kind: 'year', year: 2023 }
        : { kind: 'meetings', meetings: keys.map((key) => idOf(key)) },
    );
    expect([
      figures.countries.value,
      figures.organizations.value,
      figures.participations.value,
      figures.distinctPersons.value,
    ]).toEqual(expected);
    expect(recommendations).toMatchObject({ agreed: 22, endorsed: 22 });
  });

  it('those who were not reconfirmed for Ankara are shown apart', () => {
    const { figures } = statisticsOf(world, { kind: 'meeting', meeting: idOf('A') });
    expect(figures.unreconfirmed.value).toBe(14);
    expect(figures.nominated.value).toBe(figures.attended.value + figures.noShows.value);
  });
});
