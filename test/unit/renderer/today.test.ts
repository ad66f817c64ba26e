import { afterEach, describe, expect, it, vi } from 'vitest';
import { localDay, today } from '@renderer/ui/today';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Nights and evenings at which UTC writes another day than the wall calendar does. */
const MOMENTS = [
  { zone: 'Europe/Vienna', at: '2026-07-01T22:30:00Z', day: '2026-07-02', utc: '2026-07-01' },
  { zone: 'Asia/Tashkent', at: '2026-12-31T19:30:00Z', day: '2027-01-01', utc: '2026-12-31' },
  { zone: 'America/New_York', at: '2026-03-01T03:00:00Z', day: '2026-02-28', utc: '2026-03-01' },
  { zone: 'UTC', at: '2026-03-09T00:00:00Z', day: '2026-03-09', utc: '2026-03-09' },
];

describe('the day where the desk stands', () => {
  it.each(MOMENTS)('is $day in $zone at $at', ({ zone, at, day, utc }) => {
    vi.stubEnv('TZ', zone);
    vi.useFakeTimers({ now: new Date(at), toFake: ['Date'] });
    expect(new Date().toISOString().slice(0, 10)).toBe(utc);
    expect(localDay(new Date(at))).toBe(day);
    expect(today()).toBe(day);
  });
});
