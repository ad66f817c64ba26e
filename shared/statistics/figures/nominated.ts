import type { Figure } from './figure';

/** Named for the meeting by a nomination that was accepted, and stands. */
export const nominated: Figure<'nominated'> = {
  key: 'nominated',
  unit: 'participants',
  counts: ({ who }) => who.isParticipant && who.expected === 'nominated',
};
