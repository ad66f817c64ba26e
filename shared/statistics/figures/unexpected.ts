import { hasAttended } from './attended';
import type { Figure } from './figure';

/**
 * Present, and no party's nomination of them stands: walk-ins, approved or not, unless a document
 * that names them is on file; and people withdrawn or replaced who came.
 */
export const unexpected: Figure<'unexpected'> = {
  key: 'unexpected',
  unit: 'participants',
  counts: (entry) => hasAttended(entry) && entry.who.expected === 'none',
};
