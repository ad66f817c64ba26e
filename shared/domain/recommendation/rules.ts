import { assertNever } from '../../operation/assert';
import type { Recommendation, RecommendationState } from './types';

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

/**
 * Whether there is something to carry out: agreed, and neither referred back to the experts nor
 * turned down by the policy body.
 */
export function isInForce(state: RecommendationState): boolean {
  return isAgreed(state) && state !== 'referred-back' && state !== 'not-endorsed';
}

/** Whether it is addressed to a party; one that names none is addressed to all. */
export function concerns({ parties }: Pick<Recommendation, 'parties'>, party: string): boolean {
  return parties.length === 0 || parties.includes(party);
}

/** Whom it is addressed to belongs to what was agreed, and is settled with it. */
export function canReaddress(state: RecommendationState): boolean {
  return !isAgreed(state) || state === 'referred-back';
}
