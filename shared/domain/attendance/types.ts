import { z } from 'zod';
import { modalitySchema } from '../nomination/types';

/** Where an arrival holds: `reception`, `day:<ISO date>` or `session:<session id>`. */
export const scopeSchema = z
  .string()
  .regex(/^(reception|day:\d{4}-\d\d-\d\d|session:[0-9a-f-]{36})$/);
export type Scope = string;

export const attendanceSourceSchema = z.enum([
  'scan',
  'search',
  'roll-call',
  'paper',
  'platform-report',
  'generated',
  /** Everybody who was still inside, at the end of a session. */
  'close-out',
  /** Written afterwards in the place of an event that was wrong; that one stays in the journal. */
  'correction',
]);
export type AttendanceSource = z.infer<typeof attendanceSourceSchema>;

/** An immutable fact about one person at one meeting; `id` of the operation is the event's id. */
export const attendanceEventSchema = z.strictObject({
  person: z.uuid(),
  scope: scopeSchema,
  modality: modalitySchema,
  /** When it happened (ISO, UTC); the operation's stamp says when it was recorded. */
  when: z.iso.datetime(),
  source: attendanceSourceSchema,
});
export type AttendanceEventBody = z.infer<typeof attendanceEventSchema>;

/** Takes back the events in `over`; the events themselves stay in the journal. */
export const attendanceRetractionSchema = z.strictObject({ person: z.uuid() });

/** One event as screens see it. */
export interface AttendanceEvent {
  readonly id: string;
  readonly kind: 'arrived' | 'left';
  readonly scope: Scope;
  readonly modality: 'in-person' | 'virtual';
  /** ISO, UTC. */
  readonly when: string;
  /** First eight hexadecimal digits of the replica that recorded it. */
  readonly replica: string;
  readonly source: AttendanceSource;
}

/** A person's un-retracted events at one meeting, in order of time. */
export interface Attendance {
  readonly meeting: string;
  readonly person: string;
  readonly events: readonly AttendanceEvent[];
}
