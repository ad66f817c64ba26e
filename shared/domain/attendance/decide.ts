import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Modality } from '../nomination/types';
import type { Attendance, AttendanceEvent, AttendanceSource, Scope } from './types';

export interface Arrival {
  readonly meeting: string;
  readonly person: string;
  readonly scopes: readonly Scope[];
  readonly modality: Modality;
  readonly source: AttendanceSource;
}

/** The first un-retracted arrival of a person in a scope and modality, if there is one. */
export function arrivalIn(
  attendance: Attendance | undefined,
  scope: Scope,
  modality: Modality,
): AttendanceEvent | null {
  const found = attendance?.events.find(
    (event) => event.kind === 'arrived' && event.scope === scope && event.modality === modality,
  );
  return found ?? null;
}

/**
 * Sets somebody present, never toggles: scopes in which they already are present are left alone,
 * and when that is all of them the decision is refused with the first arrival.
 */
export function arrive(
  context: DecisionContext,
  arrival: Arrival,
  attendance: Attendance | undefined,
): Decision<'already-here'> {
  const { meeting, person, modality, source } = arrival;
  const missing = arrival.scopes.filter((scope) => arrivalIn(attendance, scope, modality) === null);
  if (missing.length === 0) return { ok: false, reason: 'already-here' };
  return {
    ok: true,
    drafts: missing.map((scope) =>
      draft(context, {
        type: 'attendance.arrived',
        meeting,
        subjects: [person],
        body: { person, scope, modality, when: context.now, source },
      }),
    ),
  };
}

/** Takes back events of one person: the compensating operation; the events stay in the journal. */
export function retract(
  context: DecisionContext,
  meeting: string,
  person: string,
  events: readonly string[],
  note: string | null,
): Decision<'nothing-to-undo'> {
  if (events.length === 0) return { ok: false, reason: 'nothing-to-undo' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'attendance.retracted',
        meeting,
        over: [...events],
        subjects: [person],
        body: { person },
        personal: note === null ? null : { note },
      }),
    ],
  };
}
