import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptWorld } from '@renderer/db/read-world';
import { LiveStatistics } from '@renderer/workers/jobs/statistics-live';
import type { Attendance } from '@shared/domain/attendance/types';
import type { Scope } from '@shared/statistics/scope';
import { statisticsOf } from '@shared/statistics/statistics';
import type { MeetingWorld, World } from '@shared/statistics/world';
import { meetingId, MEETINGS, programmeId, sampleDatabase } from './sample-database';

async function sampleWorld(): Promise<World> {
  const db = await sampleDatabase();
  const kept = new KeptWorld(db, { kind: 'year', programme: programmeId(), year: 2023 });
  await kept.read();
  const world = kept.world();
  db.close();
  if (world === null) throw new Error('the sample has a programme');
  return world;
}

/** The world with one meeting changed; everything else stays the same object. */
function withMeeting(
  world: World,
  id: string,
  change: (meeting: MeetingWorld) => Partial<MeetingWorld>,
): World {
  const meetings = world.meetings.map((one) =>
    one.meeting.id === id ? { ...one, ...change(one) } : one,
  );
  return { ...world, meetings };
}

const nth = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** What can happen while a statistics page is open, by number. */
const happenings: ((world: World, meeting: string, at: number) => World)[] = [
  // Somebody's presence is taken back.
  (world, meeting, at) =>
    withMeeting(world, meeting, ({ attendance }) => ({
      attendance: attendance.filter((_, index) => index !== at % Math.max(1, attendance.length)),
    })),
  // Somebody who was nominated arrives at reception.
  (world, meeting, at) =>
    withMeeting(world, meeting, ({ attendance, nominations }) => {
      if (nominations.length === 0) return {};
      const { person } = nth(nominations, at);
      const known = attendance.find((one) => one.person === person);
      const arrival: Attendance['events'][number] = {
        id: `event-${at}`,
        kind: 'arrived',
        scope: 'reception',
        modality: at % 2 === 0 ? 'in-person' : 'virtual',
        when: '2023-09-12T07:00:00.000Z',
        replica: '00000000',
        source: 'search',
      };
      const now: Attendance = { meeting, person, events: [...(known?.events ?? []), arrival] };
      return { attendance: [...attendance.filter((one) => one !== known), now] };
    }),
  // A login is linked to somebody else, or to nobody.
  (world, meeting, at) =>
    withMeeting(world, meeting, ({ logins, nominations }) => {
      if (logins.length === 0 || nominations.length === 0) return {};
      const wanted = at % logins.length;
      const { person } = nth(nominations, at * 7);
      return {
        logins: logins.map((login, index) =>
          index !== wanted
            ? login
            : {
                ...login,
                link:
                  at % 3 === 0 ? null : { kind: 'persons', persons: [person], by: 'hand' as const },
              },
        ),
      };
    }),
  // A nomination is withdrawn.
  (world, meeting, at) =>
    withMeeting(world, meeting, ({ nominations }) => ({
      nominations: nominations.map((one, index) =>
        index === at % nominations.length ? { ...one, state: 'withdrawn' as const } : one,
      ),
    })),
  // A report is taken back.
  (world, meeting) => withMeeting(world, meeting, ({ reports }) => ({ reports: reports.slice(1) })),
  // A report turns out to be corrected by another one.
  (world, meeting, at) =>
    withMeeting(world, meeting, ({ reports }) => {
      const corrected = reports[at % Math.max(1, reports.length)]?.id ?? null;
      return { reports: reports.map((one) => ({ ...one, replaces: corrected })) };
    }),
  // Somebody declares their gender.
  (world, _meeting, at) => {
    const [id, facts] = nth([...world.people], at);
    const gender = facts.gender === 'female' ? 'not-declared' : 'female';
    return { ...world, people: new Map(world.people).set(id, { ...facts, gender }) };
  },
  // A recommendation is sent back to the experts.
  (world, meeting, at) =>
    withMeeting(world, meeting, ({ recommendations }) => ({
      recommendations: recommendations.map((one, index) =>
        index === at % recommendations.length ? { ...one, state: 'referred-back' as const } : one,
      ),
    })),
  // The meeting is cancelled, or is not after all.
  (world, meeting) =>
    withMeeting(world, meeting, ({ meeting: before }) => ({
      meeting: { ...before, state: before.state === 'cancelled' ? 'closed' : 'cancelled' },
    })),
  // A party's status is put right.
  (world, _meeting, at) => ({
    ...world,
    parties: world.parties.map((party, index) =>
      index === at % world.parties.length
        ? { ...party, statuses: [{ status: 'observer', from: null, to: null }] }
        : party,
    ),
  }),
  // A record of the meeting is removed altogether.
  (world, meeting, at) =>
    at % 5 === 0
      ? { ...world, meetings: world.meetings.filter((one) => one.meeting.id !== meeting) }
      : world,
];

const scopes: readonly Scope[] = [
  { kind: 'year', year: 2023 },
  { kind: 'meeting', meeting: meetingId('A') },
  { kind: 'meetings', meetings: [meetingId('A'), meetingId('C')] },
  { kind: 'day', meeting: meetingId('B'), date: '2023-06-13' },
];

describe('live statistics', () => {
  it('equal a recount after anything that can happen, in any order', async () => {
    const sample = await sampleWorld();
    const happening = fc.record({
      what: fc.nat(happenings.length - 1),
      meeting: fc.constantFrom(...MEETINGS.map(meetingId)),
      at: fc.nat(500),
    });
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...scopes),
        (happened, scope) => {
          const live = new LiveStatistics();
          let world = sample;
          live.update(world);
          live.statistics(scope);
          for (const { what, meeting, at } of happened) {
            world = happenings[what]!(world, meeting, at);
            live.update(world);
            expect(live.statistics(scope)).toEqual(statisticsOf(world, scope));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answer for one scope and then another', async () => {
    const live = new LiveStatistics();
    const world = await sampleWorld();
    live.update(world);
    for (const scope of scopes) expect(live.statistics(scope)).toEqual(statisticsOf(world, scope));
  });

  it('know who is behind a figure', async () => {
    const live = new LiveStatistics();
    live.update(await sampleWorld());
    const scope = { kind: 'year', year: 2023 } as const;
    const behind = live.behind(scope, { kind: 'figure', figure: 'participations' });
    expect(behind).toHaveLength(507);
    expect(new Set(behind.map(({ person }) => person)).size).toBe(501);
  });

  it('have nothing before they know a world', () => {
    const live = new LiveStatistics();
    expect(live.statistics({ kind: 'year', year: 2023 })).toBeNull();
    expect(live.behind(scopes[0]!, { kind: 'figure', figure: 'attended' })).toEqual([]);
  });
});
