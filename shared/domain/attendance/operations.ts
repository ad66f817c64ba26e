import { z } from 'zod';
import { attendanceEventSchema, attendanceRetractionSchema } from './types';

export interface AttendanceOperationType {
  readonly kind: 'attendance';
  readonly event: 'arrived' | 'left' | 'retracted';
  readonly v: number;
  readonly body: z.ZodType;
  readonly personal: z.ZodType | null;
}

/** Why somebody corrected a record, or wrote it down afterwards: free text, hence sealed. */
const note = z.strictObject({ note: z.string().max(1000) }).nullable();

const eventType = (event: 'arrived' | 'left'): AttendanceOperationType => ({
  kind: 'attendance',
  event,
  v: 1,
  body: attendanceEventSchema,
  personal: note,
});

export const attendanceOperations = {
  'attendance.arrived': eventType('arrived'),
  'attendance.left': eventType('left'),
  'attendance.retracted': {
    kind: 'attendance',
    event: 'retracted',
    v: 1,
    body: attendanceRetractionSchema,
    personal: note,
  } satisfies AttendanceOperationType,
};
