import type { Entry } from '../entry';
import type { Figure } from './figure';

/** Present within the scope, in a capacity that makes a participant. */
export function hasAttended({ who, attending }: Entry): boolean {
  return who.isParticipant && attending !== null;
}

export const attended: Figure<'attended'> = {
  key: 'attended',
  unit: 'participants',
  counts: hasAttended,
};
