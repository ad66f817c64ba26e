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

/** Agreed by the experts, whatever the policy body has done with it since. */
export function isAgreed(state: RecommendationState): boolean {
  return state !== 'draft' && state !== 'under-discussion';
}
