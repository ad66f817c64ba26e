import { dayAfter, daysBetween, wallClock } from './plan-sessions';
import { scheduleOf } from './rules';
import { MEETING_DEFAULTS, type Meeting, type MeetingFields, type Session } from './types';

/** A session by its place in a meeting: wall-clock times on a day that counts from 0. */
export interface PatternSession {
  readonly name: string;
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/**
 * What a new meeting takes over from an earlier one: everything but what is its own (dates, state,
 * number, deadline). The format is kept as the plan.
 */
export function copyOf(from: Meeting): MeetingFields {
  const { programme, body, title, pillars, hosts, city, country, timeZone } = from;
  return {
    ...MEETING_DEFAULTS,
    ...{ programme, body, title, pillars, hosts, city, country, timeZone },
    planned: { format: scheduleOf(from).format, start: null, end: null },
    rules: from.rules,
    caps: from.caps,
    identityCheck: from.identityCheck,
    purpose: from.purpose,
    retentionMonths: from.retentionMonths,
  };
}

/** A meeting that goes on with what an earlier one began: it keeps the number. */
export function reconveningOf(from: Meeting): MeetingFields {
  return { ...copyOf(from), ordinal: from.ordinal, reconvenes: from.id };
}

/** When a meeting sits, apart from its days. */
export function patternOf(
  meeting: Pick<Meeting, 'planned' | 'announced' | 'actual' | 'timeZone'>,
  sessions: readonly Session[],
): PatternSession[] {
  const ordered = [...sessions].sort((a, b) => a.start.localeCompare(b.start));
  const first = ordered[0]?.date;
  if (first === undefined) return [];
  const { start } = scheduleOf(meeting);
  // A first day without a session is part of the pattern; one after the first session is none.
  const from = start?.length === 10 && start < first ? start : first;
  return ordered.map((session) => ({
    name: session.name,
    day: daysBetween(from, session.date),
    from: wallClock(session.start, meeting.timeZone).time,
    to: wallClock(session.end, meeting.timeZone).time,
  }));
}

/** The pattern's sessions on days from `start` (an ISO date) on, in wall-clock time. */
export function placePattern(
  pattern: readonly PatternSession[],
  start: string,
): { name: string; date: string; from: string; to: string }[] {
  return pattern.map(({ name, day, from, to }) => ({ name, date: dayAfter(start, day), from, to }));
}

/** How many days a pattern takes; at least one. */
export function daysOf(pattern: readonly PatternSession[]): number {
  return Math.max(0, ...pattern.map(({ day }) => day)) + 1;
}
