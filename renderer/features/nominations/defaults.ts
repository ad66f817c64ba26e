import type { Meeting } from '@shared/domain/meeting/types';
import type { Modality } from '@shared/domain/nomination/types';

/** How somebody attends when nobody has said: virtually where the meeting is virtual. */
export function planned({ planned: plan, announced, actual }: Meeting): Modality {
  return (actual ?? announced ?? plan).format === 'virtual' ? 'virtual' : 'in-person';
}

/** This day where the desk stands, as an ISO date. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
