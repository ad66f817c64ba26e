import { changing, creating } from '../record';
import { personFields, personPersonal } from './types';

const person = { table: 'people' as const, fields: personFields, personal: personPersonal };

export const personOperations = {
  'person.recorded': creating(person),
  'person.changed': changing(person),
};
