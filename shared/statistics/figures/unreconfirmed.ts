import type { Figure } from './figure';

/** Named for dates that were postponed and not reconfirmed for the new ones. */
export const unreconfirmed: Figure<'unreconfirmed'> = {
  key: 'unreconfirmed',
  unit: 'participants',
  counts: ({ who }) => who.isParticipant && who.expected === 'unreconfirmed',
};
