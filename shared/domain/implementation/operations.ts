import { changing, creating } from '../record';
import { implementationFields, implementationPersonal } from './types';

const implementation = {
  table: 'implementations' as const,
  fields: implementationFields,
  personal: implementationPersonal,
};

export const implementationOperations = {
  'implementation.reported': creating(implementation),
  'implementation.changed': changing(implementation),
};
