import { yearOf } from '../domain/meeting/rules';
import type { Meeting } from '../domain/meeting/types';
import { assertNever } from '../operation/assert';
import type { Attending, Presence } from '../domain/attendance/presence';
import { attendingIn } from '../domain/attendance/presence';

/** What a figure is about. */
export type Scope =
  | { readonly kind: 'session'; readonly meeting: string; readonly session: string }
  | { readonly kind: 'day'; readonly meeting: string; readonly date: string }
  | { readonly kind: 'meeting'; readonly meeting: string }
  | { readonly kind: 'meetings'; readonly meetings: readonly string[] }
  | { readonly kind: 'year'; readonly year: number };

/** Whether a meeting lies in a scope. A meeting without any date is in no year. */
export function isInScope(scope: Scope, meeting: Meeting): boolean {
  switch (scope.kind) {
    case 'session':
    case 'day':
    case 'meeting':
      return meeting.id === scope.meeting;
    case 'meetings':
      return scope.meetings.includes(meeting.id);
    case 'year':
      return yearOf(meeting) === scope.year;
    default:
      return assertNever(scope);
  }
}

/** How somebody attended within a scope, `null` when they did not. */
export function attendingWithin(scope: Scope, presence: Presence): Attending | null {
  if (scope.kind === 'session') return attendingIn(presence.sessions.get(scope.session));
  if (scope.kind === 'day') return presence.days.get(scope.date) ?? null;
  return presence.modality;
}

/** Part of a meeting: what concerns meetings as a whole has no figure here. */
export function isPartOfMeeting(scope: Scope): boolean {
  return scope.kind === 'session' || scope.kind === 'day';
}
