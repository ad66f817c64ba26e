import { assertNever } from '../../operation/assert';
import type { RecommendationState } from './types';

const MOVES: Record<RecommendationState, readonly RecommendationState[]> = {
  draft: ['under-discussion', 'agreed'],
  'under-discussion': ['agreed', 'draft'],
  agreed: ['submitted'],
  submitted: ['endorsed', 'not-endorsed', 'referred-back'],
  endorsed: [],
  'not-endorsed': [],
  'referred-back': ['under-discussion'],
};

/** States that a recommendation may move to (domain.md, *Life cycles*). */
export function recommendationMovesFrom(
  state: RecommendationState,
): readonly RecommendationState[] {
  return MOVES[state];
}

/** Once the experts have agreed, no decision of the policy body takes that back. */
export function isAgreed(state: RecommendationState): boolean {
  switch (state) {
    case 'draft':
    case 'under-discussion':
      return false;
    case 'agreed':
    case 'submitted':
    case 'endorsed':
    case 'not-endorsed':
    case 'referred-back':
      return true;
    default:
      return assertNever(state);
  }
}
