import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestMeeting } from '@shared/statistics/digest';
import {
  onlineAt,
  onlineResult,
  type OnlinePerson,
} from '@shared/statistics/virtual/online-result';
import { earlyBy, firstAndLast, lateBy } from '@shared/statistics/virtual/drop-offs';
import type { MeetingWorld } from '@shared/statistics/world';
import { event, login, meeting, meetingWorld, nomination, session } from '../build-world';
import { randomWorld } from '../random-world';

const DAY = '2023-06-13';
const NINE = `${DAY}T09:00:00Z`;
const minute = (n: number) => Date.parse(NINE) + n * 60_000;

function people(world: MeetingWorld): Map<string, OnlinePerson> {
  const result = onlineResult(world);
  return new Map(result.persons.map((id, index) => [id, onlineAt(result, index)]));
}

describe('the online result of a meeting', () => {
  const world = meetingWorld(meeting('m', DAY), {
    sessions: [session('s1', DAY), session('s2', DAY, 14, 1 / 3)],
    logins: [
      // Two devices at once, and back again later: 0–30 and 40–45, nothing twice.
      login(['a'], NINE, [0, 20], [10, 30]),
      login(['a'], NINE, [15, 25], [40, 45]),
      login(['room-1', 'room-2'], NINE, [-30, 180]),
      login(['short'], NINE, [100, 108]),
      login([], NINE, [0, 180]),
      { ...login([], NINE, [0, 180]), link: { kind: 'nobody', why: 'interpreter' } },
    ],
    attendance: [
      { meeting: 'm', person: 'room-1', events: [event('session:s1')] },
      { meeting: 'm', person: 'only-room', events: [event('session:s1')] },
      {
        meeting: 'm',
        person: 'called',
        events: [
          event('session:s1', { modality: 'virtual', source: 'roll-call' }),
          event('session:s2', { modality: 'virtual', source: 'roll-call' }),
        ],
      },
    ],
  });
  const found = people(world);
  const sessions = (id: string) =>
    found.get(id)?.sessions.map(({ minutes, attending }) => [minutes, attending]);

  it('has a row for everybody who was online, and for nobody else', () => {
    expect([...found.keys()].sort()).toEqual(['a', 'called', 'room-1', 'room-2', 'short']);
    expect(onlineResult(world).undecided).toBe(1);
    expect(onlineResult(world).roomOnly).toEqual(['only-room']);
  });

  it('unites the times of all logins of a person', () => {
    expect(found.get('a')?.stays).toEqual([
      [minute(0), minute(30)],
      [minute(40), minute(45)],
    ]);
    expect(sessions('a')?.[0]).toEqual([35, 'virtual']);
  });

  it('counts time within a session only, and shows all of it', () => {
    expect(found.get('room-2')?.stays).toEqual([[minute(-30), minute(180)]]);
    expect(sessions('room-2')?.[0]).toEqual([180, 'virtual']);
  });

  it('says who was in the room as well', () => {
    expect(sessions('room-1')?.[0]).toEqual([180, 'both']);
    expect(found.get('room-1')?.attending).toBe('both');
  });

  it('shows a walk-in who was declined, and counts them as present nowhere', () => {
    const declined = nomination('a', 'P', { state: 'declined', walkIn: true });
    const row = people({ ...world, nominations: [declined] }).get('a');
    expect(row?.stays).toHaveLength(2);
    expect(row?.attending).toBeNull();
    expect(row?.sessions[0]).toMatchObject({ minutes: 35, attending: null });
  });

  it('keeps minutes that were too few', () => {
    expect(sessions('short')?.[0]).toEqual([8, null]);
    expect(found.get('short')?.attending).toBeNull();
  });

  it('lets the roll-call stand where no report covers the session, and only there', () => {
    expect(sessions('called')).toEqual([
      [0, null],
      [0, 'virtual'],
    ]);
  });

  it('counts viewers once each: persons, and logins that nobody has decided on', () => {
    const [first] = onlineResult(world).sittings;
    // At 10:40 (minute 100): two in the room's login, the short one, one unknown login.
    expect(first?.concurrent.counts[100]).toBe(4);
    expect(first?.concurrent.counts[15]).toBe(4);
    expect(first?.concurrent.counts[35]).toBe(3);
  });

  it('has the presence that all figures have', () => {
    fc.assert(
      fc.property(randomWorld, ({ meetings }) => {
        for (const one of meetings) {
          const digest = digestMeeting(one);
          for (const [person, row] of people(one)) {
            const known = digest.participants.get(person)?.presence;
            if (known === undefined) {
              expect(row.attending).toBeNull();
              continue;
            }
            expect(row.attending).toBe(known.modality);
            for (const { sitting, minutes } of row.sessions) {
              expect(minutes).toBe(known.sessions.get(sitting.id)?.virtualMinutes ?? 0);
            }
          }
        }
      }),
    );
  });
});

describe('who came late and who left early', () => {
  const within = [minute(0), minute(180)] as const;
  it.each([
    ['in time until the end', [[-5, 181]], 0, 0],
    ['within five minutes', [[5, 175]], 0, 0],
    ['late', [[6, 180]], 6, 0],
    ['early', [[0, 174]], 0, 6],
    [
      'gone and back',
      [
        [0, 20],
        [170, 190],
      ],
      0,
      0,
    ],
    ['both', [[60, 100]], 60, 80],
  ])('%s', (_, stays, late, early) => {
    const times = stays.map(([from, to]) => [minute(from!), minute(to!)] as const);
    const found = firstAndLast(times, within)!;
    expect(lateBy(found, within)).toBe(late * 60_000);
    expect(earlyBy(found, within)).toBe(early * 60_000);
  });

  it('is nobody who was not online in the session', () => {
    expect(firstAndLast([[minute(-60), minute(0)]], within)).toBeNull();
  });
});
