import type { Meeting } from '@shared/domain/meeting/types';
import type { Modality } from '@shared/domain/nomination/types';

/** How somebody attends when nobody has said: virtually where the meeting is virtual. */
export function planned({ planned: plan, announced, actual }: Meeting): Modality {
  return (actual ?? announced ?? plan).format === 'virtual' ? 'virtual' : 'in-person';
}
