import { scheduleOf } from '@shared/domain/meeting/rules';
import { latestFirst } from '@shared/domain/implementation/rules';
import type { Implementation } from '@shared/domain/implementation/types';
import type { Meeting } from '@shared/domain/meeting/types';
import { concerns, isAgreed } from '@shared/domain/recommendation/rules';
import type { Recommendation } from '@shared/domain/recommendation/types';

/** A recommendation that concerns a party, and what the party reported about it. */
export interface Concerning {
  readonly recommendation: Recommendation;
  readonly meeting: Meeting;
  /** It names the party; else it is addressed to all. */
  readonly named: boolean;
  /** The latest year first. */
  readonly reports: readonly Implementation[];
}

/**
 * What the experts agreed on that is addressed to a party or to all, the latest meeting first.
 * Something on which the party reported stays, also when it was addressed to others since.
 */
export function concerning(
  party: string,
  all: {
    readonly recommendations: readonly Recommendation[];
    readonly meetings: readonly Meeting[];
    readonly implementations: readonly Implementation[];
  },
): Concerning[] {
  const meetings = new Map(all.meetings.map((meeting) => [meeting.id, meeting]));
  const own = Map.groupBy(
    all.implementations.filter((one) => one.party === party),
    ({ recommendation }) => recommendation,
  );
  return all.recommendations
    .flatMap((recommendation): Concerning[] => {
      const meeting = meetings.get(recommendation.meeting);
      const reports = latestFirst(own.get(recommendation.id) ?? []);
      const meant = isAgreed(recommendation.state) && concerns(recommendation, party);
      if (meeting === undefined || (!meant && reports.length === 0)) return [];
      const named = recommendation.parties.includes(party);
      return [{ recommendation, meeting, named, reports }];
    })
    .sort(
      (a, b) =>
        startOf(b.meeting).localeCompare(startOf(a.meeting)) ||
        a.meeting.id.localeCompare(b.meeting.id) ||
        (a.recommendation.number ?? 0) - (b.recommendation.number ?? 0),
    );
}

function startOf(meeting: Meeting): string {
  return scheduleOf(meeting).start ?? '9999';
}
