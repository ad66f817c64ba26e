import type { AttendanceOperationType } from '../domain/attendance/operations';
import type {
  Attendance,
  AttendanceEvent,
  AttendanceEventBody,
  AttendanceSource,
} from '../domain/attendance/types';
import type { Operation } from '../operation/operation';
import { attendanceId, type AttendanceRow, type EventEntry } from './row';

export function emptyAttendance(meeting: string, person: string): AttendanceRow {
  return { id: attendanceId(meeting, person), table: 'attendance', meeting, person, e: {} };
}

/** Folds an attendance operation into its row, in place: a set with retractions, in any order. */
export function applyToAttendance(
  row: AttendanceRow,
  operation: Operation,
  type: AttendanceOperationType,
): void {
  if (type.event === 'retracted') {
    const gone = new Set([...(row.g ?? []), ...operation.over]);
    row.g = [...gone].sort();
    for (const scope of Object.keys(row.e)) {
      const kept = (row.e[scope] ?? []).filter(([id]) => !gone.has(id));
      if (kept.length > 0) row.e[scope] = kept;
      else delete row.e[scope];
    }
    return;
  }
  const body = operation.body as unknown as AttendanceEventBody;
  if (row.g?.includes(operation.id)) return;
  const events = (row.e[body.scope] ??= []);
  if (events.some(([id]) => id === operation.id)) return;
  events.push([
    operation.id,
    type.event === 'left' ? 1 : 0,
    body.modality === 'virtual' ? 1 : 0,
    Date.parse(body.when),
    operation.replica.slice(0, 8),
    body.source,
  ]);
  if (events.length > 1) events.sort(byTime);
}

function byTime(a: EventEntry, b: EventEntry): number {
  return a[3] - b[3] || (a[0] < b[0] ? -1 : 1);
}

/** The row as screens and statistics read it, events in order of time. */
export function attendanceView(row: AttendanceRow): Attendance {
  const events: AttendanceEvent[] = [];
  for (const [scope, entries] of Object.entries(row.e)) {
    for (const [id, left, virtual, when, replica, source] of entries) {
      events.push({
        id,
        kind: left ? 'left' : 'arrived',
        scope,
        modality: virtual ? 'virtual' : 'in-person',
        when: new Date(when).toISOString(),
        replica,
        source: source as AttendanceSource,
      });
    }
  }
  events.sort((a, b) => (a.when === b.when ? (a.id < b.id ? -1 : 1) : a.when < b.when ? -1 : 1));
  return { meeting: row.meeting, person: row.person, events };
}
