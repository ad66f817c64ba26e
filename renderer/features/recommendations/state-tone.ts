import type { RecommendationState } from '@shared/domain/recommendation/types';
import type { Tone } from '../../ui/tones';

const TONES: Record<RecommendationState, Tone> = {
  draft: 'neutral',
  'under-discussion': 'accent',
  agreed: 'good',
  submitted: 'accent',
  endorsed: 'good',
  'not-endorsed': 'bad',
  'referred-back': 'warning',
};

/** How a state is coloured; its word always stands beside. */
export function stateTone(state: RecommendationState): Tone {
  return TONES[state];
}
