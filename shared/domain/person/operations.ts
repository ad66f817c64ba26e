import { changing, creating } from '../record';
import { distinctionFields, forgottenFields, personFields, personPersonal } from './types';

const person = { table: 'people' as const, fields: personFields, personal: personPersonal };

/** Has no personal values itself, and takes those of every operation that names the person. */
const forgotten = { table: 'people' as const, fields: forgottenFields };

/** Says which record is meant from now on; the values of both stay as they are. */
const merge = { table: 'people' as const, fields: personFields.pick({ mergedInto: true }) };

const distinction = { table: 'distinctions' as const, fields: distinctionFields };

export const personOperations = {
  'person.recorded': creating(person),
  'person.changed': changing(person),
  'person.merged': changing(merge),
  'person.unmerged': changing(merge),
  'person.told-apart': creating(distinction),
  'person.not-told-apart': changing(distinction),
  'person.forgotten': changing(forgotten),
};
