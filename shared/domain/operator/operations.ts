import { z } from 'zod';
import { changing, creating } from '../record';

/** The person at the keyboard; every operation names one as its `actor`. */
const operator = {
  table: 'operators' as const,
  fields: z.object({}),
  personal: z.object({ name: z.string().max(200) }),
};

/** A desk is only a name; what is counted and chained is its register's replica. */
const desk = { table: 'desks' as const, fields: z.object({ name: z.string().max(100) }) };

export const operatorOperations = {
  'operator.added': creating(operator),
  'operator.renamed': changing(operator),
  'desk.named': creating(desk),
};
