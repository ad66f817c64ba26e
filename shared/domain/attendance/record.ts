import { personalOf, type Operation, type Stamped } from '../../operation/operation';
import { stampTime } from '../../operation/clock';
import { attendanceEventSchema, attendanceRetractionSchema, type AttendanceEvent } from './types';

/** Who wrote something down, at which desk, when and why. */
export interface Written {
  /** The register's replica. */
  readonly replica: string;
  readonly actor: string;
  /** When it was recorded (ISO, UTC), which may be later than when it happened. */
  readonly at: string;
  readonly note: string | null;
}

/** One event as it stands on record, taken back or not. */
export interface RecordedEvent {
  readonly event: AttendanceEvent;
  /** The person's record that it is about. */
  readonly person: string;
  readonly written: Written;
  /** What took it back; `null` while it stands. */
  readonly retracted: Written | null;
}

function writtenBy(operation: Operation): Written {
  const { replica, actor, at } = operation;
  const note = personalOf(operation)?.['note'];
  return { replica, actor, at: stampTime(at), note: typeof note === 'string' ? note : null };
}

/**
 * Everything that was ever recorded of a person at a meeting, in the order in which it happened;
 * what was corrected is there with what took it back. `operations`: the person's history, of any
 * meeting and in any order; what nobody was permitted to write is left out.
 */
export function recordOf(operations: readonly Stamped[], meeting: string): RecordedEvent[] {
  const own = operations
    .filter((one) => one.void !== true && one.operation.meeting === meeting)
    .map(({ operation }) => operation);
  const retracted = new Map<string, Written>();
  for (const operation of own) {
    if (operation.type !== 'attendance.retracted') continue;
    if (!attendanceRetractionSchema.safeParse(operation.body).success) continue;
    const taken = writtenBy(operation);
    for (const id of operation.over) {
      const before = retracted.get(id);
      if (before === undefined || taken.at < before.at) retracted.set(id, taken);
    }
  }
  const events = new Map<string, RecordedEvent>();
  for (const operation of own) {
    const { id, type, replica } = operation;
    if (type !== 'attendance.arrived' && type !== 'attendance.left') continue;
    const body = attendanceEventSchema.safeParse(operation.body);
    if (!body.success) continue;
    const { person, scope, modality, when, source } = body.data;
    const kind = type === 'attendance.left' ? ('left' as const) : ('arrived' as const);
    events.set(id, {
      event: { ...{ id, kind, scope, modality, when, source }, replica: replica.slice(0, 8) },
      person,
      written: writtenBy(operation),
      retracted: retracted.get(id) ?? null,
    });
  }
  return [...events.values()].sort(
    (a, b) =>
      Date.parse(a.event.when) - Date.parse(b.event.when) || (a.event.id < b.event.id ? -1 : 1),
  );
}
