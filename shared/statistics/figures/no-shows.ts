import type { Figure } from './figure';
import { nominated } from './nominated';

/** Nominated and not present within the scope. */
export const noShows: Figure<'noShows'> = {
  key: 'noShows',
  unit: 'participants',
  counts: (entry) => nominated.counts(entry) && entry.attending === null,
};
