import type { NominationState } from '@shared/domain/nomination/types';
import type { Tone } from '../../ui/tones';

const TONES: Record<NominationState, Tone> = {
  received: 'warning',
  accepted: 'good',
  reconfirmed: 'good',
  declined: 'neutral',
  replaced: 'neutral',
  withdrawn: 'neutral',
};

/** Green: expected at the desk; amber: somebody has to decide; grey: not coming. */
export function stateTone(state: NominationState): Tone {
  return TONES[state];
}
