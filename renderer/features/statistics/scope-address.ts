import { yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Scope } from '@shared/statistics/scope';

/**
 * What the figures are about stands in the address, so that a page can be linked, reloaded and
 * gone back to: `/m/<meeting>/statistics?day=2023-09-12`, `/statistics?year=2023&meetings=expert`.
 */
export type Level = 'meeting' | 'day' | 'session' | 'year' | 'expert' | 'chosen';
export const LEVELS: readonly Level[] = ['meeting', 'day', 'session', 'year', 'expert', 'chosen'];

/** The scope that the address of a meeting's page names. */
export function meetingScope(meeting: string, query: URLSearchParams): Scope {
  const day = query.get('day');
  if (day !== null) return { kind: 'day', meeting, date: day };
  const session = query.get('session');
  if (session !== null) return { kind: 'session', meeting, session };
  return { kind: 'meeting', meeting };
}

/** The scope that the address of a year's page names, among the year's meetings. */
export function yearScope(
  year: number,
  query: URLSearchParams,
  meetings: readonly Meeting[],
  programme: Programme,
): Scope {
  const wanted = query.get('meetings');
  if (wanted === null) return { kind: 'year', year };
  if (wanted === 'expert') {
    return { kind: 'meetings', meetings: expertMeetings(meetings, programme) };
  }
  const known = new Set(meetings.map((meeting) => meeting.id));
  return { kind: 'meetings', meetings: wanted.split(',').filter((id) => known.has(id)) };
}

export function levelOf(scope: Scope, query: URLSearchParams): Level {
  if (scope.kind !== 'meetings') return scope.kind;
  return query.get('meetings') === 'expert' ? 'expert' : 'chosen';
}

/** Meetings of the bodies in which experts meet. */
export function expertMeetings(meetings: readonly Meeting[], programme: Programme): string[] {
  const experts = new Set(
    programme.bodies.filter((body) => body.kind === 'expert').map((body) => body.id),
  );
  return meetings.filter((meeting) => experts.has(meeting.body)).map((meeting) => meeting.id);
}

/** Years in which the programme meets, latest first. */
export function yearsOf(meetings: readonly Meeting[]): number[] {
  const years = new Set(meetings.map(yearOf).filter((year) => year !== null));
  return [...years].sort((a, b) => b - a);
}

/**
 * The year that one looks back on: the latest in which a meeting has closed, else the latest in
 * which any is held. `null` when no meeting has a date.
 */
export function yearToShow(meetings: readonly Meeting[]): number | null {
  const held = meetings.filter(({ state }) => state === 'closed' || state === 'archived');
  return yearsOf(held)[0] ?? yearsOf(meetings)[0] ?? null;
}
