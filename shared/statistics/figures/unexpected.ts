import { hasAttended } from './attended';
import type { Figure } from './figure';

/** Present without a nomination that stands: walk-ins, and people withdrawn or replaced who came. */
export const unexpected: Figure<'unexpected'> = {
  key: 'unexpected',
  unit: 'participants',
  counts: (entry) => hasAttended(entry) && entry.who.expected === 'none',
};
