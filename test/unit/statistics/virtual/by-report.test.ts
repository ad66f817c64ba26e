import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereabouts } from '@shared/domain/attendance/inside';
import { presenceOf } from '@shared/domain/attendance/presence';
import { presenceBasis } from '@shared/domain/attendance/presence-basis';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import {
  attendanceByReport,
  isSuperseded,
  onlineByReport,
} from '@shared/statistics/virtual/by-report';
import { evidenceLogins, timesByPerson } from '@shared/statistics/virtual/evidence';
import { onlineResult } from '@shared/statistics/virtual/online-result';
import { event, login, meeting, meetingWorld, session } from '../build-world';
import type { MeetingWorld } from '@shared/statistics/world';
import { randomWorld } from '../random-world';

const DAY = '2023-06-13';
const REPORT = [{ id: 'report', replaces: null, digest: '' }];
const SESSIONS = [session('s1', DAY), session('s2', DAY, 14)];
const own = meeting('m', DAY);

const byReport = (
  logins: ReturnType<typeof login>[],
  reports: MeetingWorld['reports'] = REPORT,
  sessions = SESSIONS,
) => onlineByReport(own.rules, onlineResult(meetingWorld(own, { sessions, reports, logins })));

const virtual = (scope: string, set: Partial<AttendanceEvent> = {}) =>
  event(scope, { modality: 'virtual', source: 'roll-call', ...set });

function where(
  events: AttendanceEvent[],
  logins: ReturnType<typeof login>[],
  reports: MeetingWorld['reports'] = REPORT,
) {
  const attendance = new Map<string, Attendance>(
    events.length > 0 ? [['p', { meeting: 'm', person: 'p', events }]] : [],
  );
  const online = byReport(logins, reports);
  return whereabouts(attendanceByReport('m', attendance, online).get('p'));
}

const long = login(['p'], `${DAY}T09:00:00Z`, [10, 60]);
const short = login(['p'], `${DAY}T09:00:00Z`, [10, 18]);
const other = login(['q'], `${DAY}T09:00:00Z`, [0, 60]);

describe('where somebody is, once a report is in', () => {
  it.each([
    ['online by the report alone', [], [long], 'online'],
    ['too short to be present', [], [short], 'missing'],
    ['called by hand, and the report knows better', [virtual('session:s1')], [other], 'missing'],
    ['called by hand in a session of no report', [virtual('session:s2')], [other], 'online'],
    ['in the room, with a laptop', [event('session:s1')], [long], 'here'],
    [
      'closed out by hand',
      [virtual('session:s1'), virtual('session:s1', { kind: 'left', source: 'close-out' })],
      [long],
      'online',
    ],
    [
      'written down afterwards',
      [virtual('session:s1', { source: 'correction' })],
      [other],
      'online',
    ],
    ['nobody linked yet', [virtual('session:s1')], [], 'online'],
  ])('%s', (_, events, logins, expected) => {
    expect(where(events, logins)).toBe(expected);
  });

  it('is not what a corrected report said', () => {
    const reports = [
      { id: 'report', replaces: null, digest: '' },
      { id: 'correction', replaces: 'report', digest: '' },
    ];
    const corrected = { ...short, report: 'correction' };
    expect(where([], [long, corrected], reports)).toBe('missing');
    expect(where([], [long, corrected], REPORT)).toBe('online');
  });

  it('is what was recorded, as the same map, while there is no report', () => {
    const attendance = new Map<string, Attendance>();
    expect(attendanceByReport('m', attendance, byReport([], []))).toBe(attendance);
  });

  it('rests on one uninterrupted stay at a meeting without sessions', () => {
    const stays = (...minutes: [number, number][]) =>
      byReport([login(['p'], `${DAY}T09:00:00Z`, ...minutes)], REPORT, [])?.arrivals.get('p');
    expect(stays([0, 8], [20, 28])).toBeUndefined();
    expect(stays([0, 8], [20, 30])?.[0]?.when).toBe('2023-06-13T09:20:00.000Z');
  });

  it('has the time of the first join in the session', () => {
    const online = byReport([login(['p'], `${DAY}T08:00:00Z`, [0, 200])]);
    expect(online?.arrivals.get('p')?.map(({ scope, when }) => [scope, when])).toEqual([
      ['session:s1', '2023-06-13T09:00:00.000Z'],
    ]);
  });
});

it('leaves out exactly those events that presence leaves out as well', () => {
  fc.assert(
    fc.property(randomWorld, ({ meetings }) => {
      for (const world of meetings) {
        const { meeting: one, sessions, reports, logins, attendance } = world;
        const online = onlineByReport(one.rules, onlineResult(world));
        if (online === null) continue;
        const evidence = evidenceLogins(reports, logins);
        const basis = presenceBasis(
          one,
          sessions,
          evidence.map(({ intervals }) => intervals),
        );
        const times = timesByPerson(evidence);
        for (const { person, events } of attendance) {
          const stands = events.filter((seen) => !isSuperseded(online.coverage, seen));
          const stays = times.get(person) ?? [];
          const was = presenceOf(basis, person, events, stays);
          const now = presenceOf(basis, person, stands, stays);
          // A badge that was fetched stays fetched; where somebody was is what the report says.
          expect({ ...now, registered: was.registered }).toEqual(was);
        }
      }
    }),
  );
});
