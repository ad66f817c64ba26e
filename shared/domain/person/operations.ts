import { changing, creating } from '../record';
import { forgottenFields, personFields, personPersonal } from './types';

const person = { table: 'people' as const, fields: personFields, personal: personPersonal };

/** Has no personal values itself, and takes those of every operation that names the person. */
const forgotten = { table: 'people' as const, fields: forgottenFields };

export const personOperations = {
  'person.recorded': creating(person),
  'person.changed': changing(person),
  'person.forgotten': changing(forgotten),
};
