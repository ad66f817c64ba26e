import { scheduleOf } from '../domain/meeting/rules';
import type { Meeting } from '../domain/meeting/types';
import { isNamed } from '../domain/nomination/rules';
import type { NominationFacts } from './world';

/**
 * Tells which accepted nominations of a meeting still wait to be reconfirmed after a postponement.
 *
 * While the meeting is postponed all of them do. Afterwards those do that were received before it
 * was postponed, at the latest by the first day of the dates that were given up (a postponement may
 * be recorded long after it). A meeting that was never postponed but merely moved keeps its
 * nominations, unless somebody was asked (one has reconfirmed). Without a date of receipt a
 * nomination is taken to be for the new dates. No party is asked about a walk-in whom none named.
 */
export function awaitsReconfirmation(
  meeting: Meeting,
  nominations: readonly NominationFacts[],
): (nomination: NominationFacts) => boolean {
  const accepted = (one: NominationFacts) => one.state === 'accepted' && isNamed(one);
  if (meeting.state === 'postponed') return accepted;
  const [former] = [dateBefore(meeting), meeting.postponedOn]
    .filter((date) => date !== null)
    .sort();
  const asked =
    meeting.postponedOn !== null ||
    nominations.some((nomination) => nomination.state === 'reconfirmed');
  if (former === undefined || !asked) return () => false;
  return (one) =>
    accepted(one) && one.receivedOn !== null && one.receivedOn.slice(0, former.length) <= former;
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
