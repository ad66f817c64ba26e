import type { Attendance } from '@shared/domain/attendance/types';
import type { Draft, Operation } from '@shared/operation/operation';
import { typeOf } from '@shared/journal/catalogue';
import { applyToAttendance, attendanceView, emptyAttendance } from '@shared/projections/attendance';
import type { AttendanceRow } from '@shared/projections/row';
import type { Session } from '@shared/domain/meeting/types';
import { stamp } from '../../../support/stamp';

/** One meeting with two sittings, and people by number. */
export const MEETING = '01890000-0000-7000-8000-0000000000aa';
export const person = (at: number): string =>
  `01890000-0000-7000-9000-${at.toString(16).padStart(12, '0')}`;

const sitting = (at: number, from: string, to: string): Session => ({
  id: `01890000-0000-7000-a000-${at.toString(16).padStart(12, '0')}`,
  meeting: MEETING,
  name: `Sitting ${at}`,
  date: '2026-11-21',
  start: `2026-11-21T${from}:00.000Z`,
  end: `2026-11-21T${to}:00.000Z`,
});
export const MORNING = sitting(1, '09:00', '12:00');
export const AFTERNOON = sitting(2, '14:00', '17:00');

/** What the drafts amount to, by person, whatever order they come in. */
export function attendanceAfter(operations: Iterable<Operation>): Map<string, Attendance> {
  const rows = new Map<string, AttendanceRow>();
  for (const operation of operations) {
    const type = typeOf(operation.type, operation.v);
    if (type?.kind !== 'attendance') continue;
    const who = operation.body['person'] as string;
    let row = rows.get(who);
    if (row === undefined) rows.set(who, (row = emptyAttendance(MEETING, who)));
    applyToAttendance(row, operation, type);
  }
  return new Map([...rows].map(([who, row]) => [who, attendanceView(row)]));
}

/** The same of drafts. */
export const seenAfter = (drafts: readonly Draft[]): Map<string, Attendance> =>
  attendanceAfter(stamp(drafts));

/** The drafts of a decision; a refusal fails the test. */
export function made(decision: { ok: true; drafts: Draft[] } | { ok: false; reason: string }) {
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts;
}
