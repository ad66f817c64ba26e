import { isAgreed } from '../../domain/recommendation/rules';
import type { RecommendationFacts } from '../world';

/** A recommendation with the meeting at which it was drawn up. */
export interface Recommended {
  readonly meeting: string;
  readonly year: number | null;
  readonly facts: RecommendationFacts;
}

export interface RecommendationCount {
  readonly part: string;
  readonly agreed: number;
  /** Of those agreed. */
  readonly endorsed: number;
}

export interface RecommendationFigures {
  /** Agreed by the meetings of the scope, whatever the policy body decided afterwards. */
  readonly agreed: number;
  /** Of those agreed, the ones that were endorsed. */
  readonly endorsed: number;
  /** Endorsed *at* the meetings of the scope, wherever they were agreed. */
  readonly endorsedHere: number;
  readonly byMeeting: readonly RecommendationCount[];
  readonly byPillar: readonly RecommendationCount[];
  readonly byYear: readonly RecommendationCount[];
}

function countBy(
  agreed: readonly Recommended[],
  part: (one: Recommended) => string,
): RecommendationCount[] {
  const counts = new Map<string, { agreed: number; endorsed: number }>();
  for (const one of agreed) {
    const count = counts.get(part(one)) ?? { agreed: 0, endorsed: 0 };
    count.agreed += 1;
    if (one.facts.state === 'endorsed') count.endorsed += 1;
    counts.set(part(one), count);
  }
  return [...counts]
    .map(([name, count]) => ({ part: name, ...count }))
    .sort((a, b) => (a.part < b.part ? -1 : 1));
}

/** Figures of the meetings in `scope` among all recommendations of the programme. */
export function recommendationFigures(
  all: readonly Recommended[],
  scope: ReadonlySet<string>,
): RecommendationFigures {
  const agreed = all.filter((one) => scope.has(one.meeting) && isAgreed(one.facts.state));
  const endorsed = all.filter((one) => one.facts.state === 'endorsed');
  return {
    agreed: agreed.length,
    endorsed: endorsed.filter((one) => scope.has(one.meeting)).length,
    endorsedHere: endorsed.filter(({ facts }) => facts.endorsedAt && scope.has(facts.endorsedAt))
      .length,
    byMeeting: countBy(agreed, (one) => one.meeting),
    byPillar: countBy(agreed, (one) => one.facts.pillar ?? 'none'),
    byYear: countBy(agreed, (one) => (one.year === null ? 'none' : String(one.year))),
  };
}
