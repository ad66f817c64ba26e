import { hasAttended } from './attended';
import type { Figure } from './figure';

/** The union of persons over meetings: everybody counts once. */
export const distinctPersons: Figure<'distinctPersons'> = {
  key: 'distinctPersons',
  unit: 'persons',
  counts: hasAttended,
  once: ({ who }) => who.person,
};
