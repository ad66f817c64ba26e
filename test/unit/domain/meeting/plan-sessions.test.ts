import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  daysBetween,
  instantAt,
  MAX_DAYS,
  moveSessions,
  planSessions,
  wallClock,
} from '@shared/domain/meeting/plan-sessions';

describe('an instant of a wall clock', () => {
  it.each([
    ['2023-06-13', '09:30', 'Europe/Sofia', '2023-06-13T06:30:00.000Z'],
    ['2023-12-11', '10:00', 'Europe/Vienna', '2023-12-11T09:00:00.000Z'],
    ['2023-09-12', '10:00', 'Europe/Istanbul', '2023-09-12T07:00:00.000Z'],
    ['2023-11-01', '09:00', 'Asia/Samarkand', '2023-11-01T04:00:00.000Z'],
    ['2024-02-28', '23:45', 'Asia/Kathmandu', '2024-02-28T18:00:00.000Z'],
    ['2024-01-01', '00:00', 'Pacific/Kiritimati', '2023-12-31T10:00:00.000Z'],
    ['2024-01-01', '00:00', 'UTC', '2024-01-01T00:00:00.000Z'],
  ])('%s %s in %s', (date, time, zone, instant) => {
    expect(instantAt(date, time, zone)).toBe(instant);
  });

  it('that the spring change skips is the same time after it', () => {
    // Vienna 2026-03-29: 02:00 CET becomes 03:00 CEST.
    expect(instantAt('2026-03-29', '02:30', 'Europe/Vienna')).toBe('2026-03-29T01:30:00.000Z');
    expect(wallClock('2026-03-29T01:30:00.000Z', 'Europe/Vienna').time).toBe('03:30');
  });

  it('that the autumn change repeats is the first of the two', () => {
    // Vienna 2026-10-25: 03:00 CEST becomes 02:00 CET.
    expect(instantAt('2026-10-25', '02:30', 'Europe/Vienna')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is right west of Greenwich, where the changes are on other days', () => {
    expect(instantAt('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(instantAt('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('comes back as the same wall clock everywhere, unless a change skipped it', () => {
    const zones = [
      'Europe/Vienna',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Tehran',
      'UTC',
    ];
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        minutes,
        fc.constantFrom(...zones),
        (day, minute, zone) => {
          const date = dayAfter('2020-01-01', day);
          const two = (value: number) => String(value).padStart(2, '0');
          const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
          const read = wallClock(instantAt(date, time, zone), zone);
          if (read.time !== time) {
            // Only a skipped hour (or half hour) may move, and only forwards.
            const moved = Date.parse(`${read.date}T${read.time}Z`) - Date.parse(`${date}T${time}Z`);
            expect([30, 60]).toContain(moved / 60_000);
          } else expect(read.date).toBe(date);
        },
      ),
    );
  });
});

describe('planned sessions', () => {
  const name = (day: number, sitting: number) => `${day}/${sitting}`;
  const sittings = [
    { from: '09:30', to: '12:30' },
    { from: '14:00', to: '17:00' },
  ];

  it('sit at the same hours before and after the clocks change', () => {
    const plan = { start: '2026-10-24', end: '2026-10-26', timeZone: 'Europe/Vienna' };
    const sessions = planSessions({ ...plan, sittings, name });
    expect(sessions).toHaveLength(6);
    expect(sessions.map((one) => one.name)).toEqual(['1/1', '1/2', '2/1', '2/2', '3/1', '3/2']);
    expect(sessions.map((one) => wallClock(one.start, 'Europe/Vienna').time)).toEqual([
      '09:30',
      '14:00',
      '09:30',
      '14:00',
      '09:30',
      '14:00',
    ]);
    expect(sessions[0]?.start).toBe('2026-10-24T07:30:00.000Z');
    expect(sessions[5]).toEqual({
      name: '3/2',
      date: '2026-10-26',
      start: '2026-10-26T13:00:00.000Z',
      end: '2026-10-26T16:00:00.000Z',
    });
  });

  // Zone, the day before the change, the first start and the last end in UTC.
  it.each([
    ['Europe/Vienna', '2026-03-28', '2026-03-28T08:30:00.000Z', '2026-03-29T15:00:00.000Z'],
    ['Europe/Vienna', '2026-10-24', '2026-10-24T07:30:00.000Z', '2026-10-25T16:00:00.000Z'],
    ['America/New_York', '2026-03-07', '2026-03-07T14:30:00.000Z', '2026-03-08T21:00:00.000Z'],
    ['America/New_York', '2026-10-31', '2026-10-31T13:30:00.000Z', '2026-11-01T22:00:00.000Z'],
  ])('keep their hours over the change in %s after %s', (timeZone, start, first, last) => {
    const end = dayAfter(start, 1);
    const sessions = planSessions({ start, end, timeZone, sittings, name });
    expect(sessions[0]?.start).toBe(first);
    expect(sessions[3]?.end).toBe(last);
    expect(sessions.map((one) => wallClock(one.start, timeZone))).toEqual([
      { date: start, time: '09:30' },
      { date: start, time: '14:00' },
      { date: end, time: '09:30' },
      { date: end, time: '14:00' },
    ]);
    // Each sits three hours, whatever the clocks did in the night.
    const hours = sessions.map((one) => (Date.parse(one.end) - Date.parse(one.start)) / 3_600_000);
    expect(hours).toEqual([3, 3, 3, 3]);
  });

  it('that sit while the clocks change have an hour less or more', () => {
    const night = [{ from: '01:00', to: '04:00' }];
    const lengths = ['2026-03-29', '2026-10-25'].map((day) => {
      const plan = { start: day, end: day, timeZone: 'Europe/Vienna', sittings: night, name };
      const [one] = planSessions(plan);
      return (Date.parse(one?.end ?? '') - Date.parse(one?.start ?? '')) / 3_600_000;
    });
    expect(lengths).toEqual([2, 4]);
  });

  it('are none for reversed days and few for a slip in the year', () => {
    const plan = { timeZone: 'UTC', sittings, name };
    expect(planSessions({ ...plan, start: '2026-10-25', end: '2026-10-24' })).toEqual([]);
    expect(planSessions({ ...plan, start: '2026-10-25', end: '2062-10-25' })).toHaveLength(
      2 * MAX_DAYS,
    );
  });

  it('move by whole days at the same hours of the place', () => {
    const winter = planSessions({
      start: '2023-02-07',
      end: '2023-02-08',
      timeZone: 'Europe/Vienna',
      sittings,
      name,
    });
    const days = daysBetween('2023-02-07', '2023-09-12');
    const summer = moveSessions(winter, days, 'Europe/Vienna');
    expect(summer.map((one) => one.date)).toEqual([
      '2023-09-12',
      '2023-09-12',
      '2023-09-13',
      '2023-09-13',
    ]);
    // An hour earlier in UTC, the same on the wall.
    expect(winter[0]?.start).toBe('2023-02-07T08:30:00.000Z');
    expect(summer[0]?.start).toBe('2023-09-12T07:30:00.000Z');
  });
});
