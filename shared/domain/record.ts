import { z } from 'zod';

/** The tables of projected records. One noun each; their rows are rebuilt from operations. */
export const RECORD_TABLES = [
  'programmes',
  'parties',
  'meetings',
  'sessions',
  'people',
  'nominations',
  'imports',
  'reports',
  'logins',
  'aliases',
  'agenda',
  'recommendations',
  'implementations',
  'badges',
  'prints',
  'scans',
  'distinctions',
  'operators',
  'desks',
] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

/**
 * What an operation about a record says: it sets some of the record's fields. Public fields travel
 * in `body.set`, personal and protected ones in the sealed `set`; no field is in both.
 */
export interface RecordOperationType {
  readonly kind: 'record';
  readonly table: RecordTable;
  /** The record exists from this operation on. */
  readonly creates: boolean;
  readonly v: number;
  readonly body: z.ZodType;
  readonly personal: z.ZodType | null;
}

interface RecordShape {
  table: RecordTable;
  fields: z.ZodObject;
  personal?: z.ZodObject;
}

/** Every record can be taken back by a compensating operation that sets `removed`. */
const common = { removed: z.boolean() };

/** Free text that goes with a change ("why"): protected, because people write names into it. */
const note = z.string().max(4000).optional();

function operationType(shape: RecordShape, creates: boolean): RecordOperationType {
  const fields = shape.fields.extend(common).partial().strict();
  const personal = shape.personal?.partial().strict() ?? z.strictObject({});
  return {
    kind: 'record',
    table: shape.table,
    creates,
    v: 1,
    body: z.strictObject({ id: z.uuid(), set: fields }),
    personal: z.strictObject({ set: personal, note }).nullable(),
  };
}

/** A type whose operation brings a record into being. */
export function creating(shape: RecordShape): RecordOperationType {
  return operationType(shape, true);
}

/** A type whose operation changes a record that exists (or that will have existed: any order). */
export function changing(shape: RecordShape): RecordOperationType {
  return operationType(shape, false);
}
