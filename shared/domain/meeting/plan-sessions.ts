import { TZDate } from '@date-fns/tz';
import type { SessionFields } from './types';

const DAY_MS = 86_400_000;

/** A daily sitting in wall-clock time of the meeting's place: `09:30` to `12:30`. */
export interface Sitting {
  readonly from: string;
  readonly to: string;
}

export interface SessionPlan {
  /** First and last day, ISO dates. */
  readonly start: string;
  readonly end: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly sittings: readonly Sitting[];
  /** Names a session: both numbers count from 1. */
  readonly name: (day: number, sitting: number) => string;
}

/** More days than any meeting has: a slip in the year must not plan a thousand sessions. */
export const MAX_DAYS = 31;

/**
 * The instant (ISO, UTC) of a wall-clock time at a place. A time that the spring change skips is
 * read as the same time after it (02:30 becomes 03:30); of one that the autumn change repeats, the
 * first is meant.
 */
export function instantAt(date: string, time: string, timeZone: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  // Of the offsets around that time, an earlier instant means the first of two equal wall clocks.
  const readings = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - offsetAt(near, timeZone));
  const exact = readings.filter((at) => at + offsetAt(at, timeZone) === wall);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...readings)).toISOString();
}

/** Milliseconds that a place is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  return -new TZDate(instant, timeZone).getTimezoneOffset() * 60_000;
}

/** Date and wall-clock time of an instant at a place: `2023-09-12`, `09:30`. */
export function wallClock(instant: string, timeZone: string): { date: string; time: string } {
  const there = new TZDate(Date.parse(instant), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`,
    time: `${two(there.getHours())}:${two(there.getMinutes())}`,
  };
}

/** Whole calendar days from `from` to `to` (ISO dates); negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The ISO date `days` later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Sessions for every day from start to end, at most 31 days; none when the days are reversed. */
export function planSessions(plan: SessionPlan): SessionFields[] {
  const days = Math.min(daysBetween(plan.start, plan.end) + 1, MAX_DAYS);
  const sessions: SessionFields[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = dayAfter(plan.start, day);
    plan.sittings.forEach(({ from, to }, index) => {
      sessions.push({
        name: plan.name(day + 1, index + 1),
        date,
        start: instantAt(date, from, plan.timeZone),
        end: instantAt(date, to, plan.timeZone),
      });
    });
  }
  return sessions;
}

/** The same sessions `days` later, at the same hours of the place whatever its clocks did since. */
export function moveSessions<S extends SessionFields>(
  sessions: readonly S[],
  days: number,
  timeZone: string,
): S[] {
  const moved = (instant: string) => {
    const there = wallClock(instant, timeZone);
    return instantAt(dayAfter(there.date, days), there.time, timeZone);
  };
  return sessions.map((session) => ({
    ...session,
    date: dayAfter(session.date, days),
    start: moved(session.start),
    end: moved(session.end),
  }));
}
