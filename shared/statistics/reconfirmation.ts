import { scheduleOf } from '../domain/meeting/rules';
import type { Meeting } from '../domain/meeting/types';
import type { NominationFacts } from './world';

/**
 * Tells which accepted nominations of a meeting still wait to be reconfirmed after a postponement.
 *
 * While the meeting is postponed all of them do. Once it has its new dates, those do that were
 * received by the first day of the dates before; but only where parties were asked at all (one has
 * reconfirmed): a meeting that was merely moved by a day keeps its nominations. Without a date of
 * receipt a nomination is taken to be for the new dates.
 */
export function awaitsReconfirmation(
  meeting: Meeting,
  nominations: readonly NominationFacts[],
): (nomination: NominationFacts) => boolean {
  if (meeting.state === 'postponed') return (nomination) => nomination.state === 'accepted';
  const former = dateBefore(meeting);
  const asked = nominations.some((nomination) => nomination.state === 'reconfirmed');
  if (former === null || !asked) return () => false;
  return ({ state, receivedOn }) =>
    state === 'accepted' && receivedOn !== null && receivedOn <= former;
}

/** The last start that was given up for a later one. */
function dateBefore(meeting: Meeting): string | null {
  const held = scheduleOf(meeting).start;
  if (held === null) return null;
  const earlier = [meeting.planned.start, meeting.announced?.start ?? null]
    .filter((start) => start !== null)
    .filter((start) => start < held)
    .sort();
  return earlier.at(-1) ?? null;
}
