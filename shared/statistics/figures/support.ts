import type { Figure } from './figure';

/** Present in a capacity that makes no participant: secretariat, interpreters, host staff. */
export const support: Figure<'support'> = {
  key: 'support',
  unit: 'participants',
  counts: ({ who, attending }) => !who.isParticipant && attending !== null,
};
