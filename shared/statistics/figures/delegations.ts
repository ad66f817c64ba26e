import type { Entry } from '../entry';
import type { Figure } from './figure';

/**
 * Makes its party present: there, in a capacity that counts for the party. That is not the same
 * as being a participant: the secretariat's people are none, yet their organization was there.
 */
export function representsParty({ who, attending, party }: Entry): boolean {
  return attending !== null && who.countsForParty && party !== null;
}

/** The union of countries with at least one person present who counts for it. */
export const countries: Figure<'countries'> = {
  key: 'countries',
  unit: 'countries',
  counts: (entry) => entry.party?.kind === 'country' && representsParty(entry),
  once: ({ who }) => who.party ?? '',
};

/** The union of organizations with at least one person present who counts for it. */
export const organizations: Figure<'organizations'> = {
  key: 'organizations',
  unit: 'organizations',
  counts: (entry) => entry.party?.kind === 'organization' && representsParty(entry),
  once: ({ who }) => who.party ?? '',
};
