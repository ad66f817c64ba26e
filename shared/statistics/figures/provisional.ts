import { hasAttended } from './attended';
import type { Figure } from './figure';

/** Walk-ins whom nobody has approved yet: part of *attended* and of *unexpected*, stated beside. */
export const provisional: Figure<'provisional'> = {
  key: 'provisional',
  unit: 'participants',
  counts: (entry) => hasAttended(entry) && entry.who.provisional,
};
