import { describe, expect, it } from 'vitest';
import type { Interval } from '@shared/domain/attendance/intervals';
import { onlineResult } from '@shared/statistics/virtual/online-result';
import { Scale, sessionsOf, windowsOf, zoomOf } from '@renderer/features/virtual/result/zoom';
import { login, meeting, meetingWorld, session } from '../statistics/build-world';

const DAY1 = '2023-06-13';
const DAY2 = '2023-06-14';
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`);
const own = { sessions: [session('s1', DAY1), session('s2', DAY1, 14), session('s3', DAY2)] };
const logins = [login(['p'], `${DAY1}T09:00:00Z`, [0, 60])];
const result = onlineResult(meetingWorld(meeting('m', DAY1), { ...own, logins }));
const look = (query: string) => {
  const zoom = zoomOf(new URLSearchParams(query), result.sittings);
  return { zoom, sessions: sessionsOf(zoom, result.sittings) };
};

describe('what the online result is looked at for', () => {
  it.each([
    ['', 'meeting', [0, 1, 2]],
    [`day=${DAY1}`, 'day', [0, 1]],
    ['session=s3', 'session', [2]],
    // Neither is at this meeting: its address was mended by hand, or a session was taken back.
    ['session=s9', 'meeting', [0, 1, 2]],
    ['day=2024-01-01', 'meeting', [0, 1, 2]],
  ])('"%s" is the %s', (query, kind, sessions) => {
    const found = look(query);
    expect(found.zoom.kind).toBe(kind);
    expect(found.sessions).toEqual(sessions);
  });

  it('shows ten minutes before the first session of a day and after the last', () => {
    expect(windowsOf(result, [0, 1, 2])).toEqual([
      [at(DAY1, '08:50'), at(DAY1, '17:10')],
      [at(DAY2, '08:50'), at(DAY2, '12:10')],
    ]);
  });

  it('shows all the time anybody was online where there are no sessions', () => {
    const none = onlineResult(meetingWorld(meeting('m', DAY1), { logins }));
    expect(windowsOf(none, [])).toEqual([[at(DAY1, '09:00'), at(DAY1, '10:00')]]);
  });
});

describe('the scale of the timeline', () => {
  const hour: Interval = [at(DAY1, '09:00'), at(DAY1, '10:00')];

  it('places times within one window in its parts', () => {
    const [placed] = new Scale([hour]).place([at(DAY1, '09:15'), at(DAY1, '09:45')]);
    expect(placed?.from).toBeCloseTo(0.25);
    expect(placed?.width).toBeCloseTo(0.5);
  });

  it('cuts what lies outside, and drops what lies outside altogether', () => {
    const scale = new Scale([hour]);
    const [half] = scale.place([at(DAY1, '08:00'), at(DAY1, '09:30')]);
    expect(half?.from).toBe(0);
    expect(half?.width).toBeCloseTo(0.5);
    expect(scale.place([at(DAY1, '10:00'), at(DAY1, '11:00')])).toEqual([]);
  });

  it('puts days side by side, each as wide as it is long', () => {
    const two: Interval = [at(DAY2, '09:00'), at(DAY2, '11:00')];
    const scale = new Scale([hour, two]);
    const [first] = scale.place(hour);
    const [second] = scale.place(two);
    expect(first?.from).toBe(0);
    expect(second?.width).toBeCloseTo(2 * (first?.width ?? 0));
    expect((second?.from ?? 0) + (second?.width ?? 0)).toBeCloseTo(1);
  });
});
