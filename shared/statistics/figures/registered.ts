import type { Figure } from './figure';

/** Checked in at reception; of the meeting as a whole, also where a session or day is asked for. */
export const registered: Figure<'registered'> = {
  key: 'registered',
  unit: 'participants',
  counts: ({ who }) => who.isParticipant && who.presence.registered,
};
