import { z } from 'zod';
import { changing, creating } from '../record';
import { operatorFields, operatorPersonal } from './types';

/** The person at the keyboard; every operation names one as its `actor`. */
const operator = {
  table: 'operators' as const,
  fields: operatorFields.pick({ secured: true }),
  personal: operatorPersonal,
};

/** A grant sets nothing but the role: permission is read from these operations alone. */
const grant = {
  table: 'operators' as const,
  fields: operatorFields.pick({ role: true, since: true }),
};

/** A desk is only a name; what is counted and chained is its register's replica. */
const desk = { table: 'desks' as const, fields: z.object({ name: z.string().max(100) }) };

export const operatorOperations = {
  'operator.added': creating(operator),
  'operator.renamed': changing(operator),
  'operator.secured': changing(operator),
  'operator.granted': changing(grant),
  'operator.removed': changing(operator),
  'desk.named': creating(desk),
};
