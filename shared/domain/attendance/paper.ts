import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Session } from '../meeting/types';
import { arrivalIn, retractAll } from './decide';
import type { Attendance, AttendanceEvent } from './types';

/** Somebody who signed the sheet of a session. */
export interface Signature {
  readonly meeting: string;
  readonly person: string;
  readonly session: Pick<Session, 'id' | 'start' | 'end'>;
}

/**
 * When somebody whose signature stands on a sheet is taken to have come: a sheet knows no minute,
 * so it is the session's start, or now while that is still to come.
 */
export function signedAt({ start }: Pick<Session, 'start'>, now: string): string {
  return Date.parse(start) < Date.parse(now) ? start : now;
}

/**
 * Takes over a signature from paper: present at reception and in the session, wherever that is not
 * on record yet. Never twice: somebody whom the desk saw in the session stays as the desk saw them.
 */
export function takeSignature(
  context: DecisionContext,
  { meeting, person, session }: Signature,
  attendance: Attendance | undefined,
): Decision<'already-here'> {
  const scope = `session:${session.id}`;
  if (arrivalIn(attendance, scope, 'in-person') !== null) {
    return { ok: false, reason: 'already-here' };
  }
  const scopes = ['reception', scope].filter(
    (one) => arrivalIn(attendance, one, 'in-person') === null,
  );
  const when = signedAt(session, context.now);
  return {
    ok: true,
    drafts: scopes.map((one) =>
      draft(context, {
        type: 'attendance.arrived',
        meeting,
        subjects: [person],
        body: { person, scope: one, modality: 'in-person', when, source: 'paper' },
      }),
    ),
  };
}

/**
 * Takes a signature back: what paper said of somebody's session, in any of their records, and nothing
 * that others saw. Presence at reception that paper has written goes with the last that spoke for it;
 * as long as they were in any other session, they were at reception as well.
 */
export function takeSignatureBack(
  context: DecisionContext,
  { meeting, session }: Omit<Signature, 'person'>,
  records: readonly Attendance[],
): Decision<'nothing-to-undo'> {
  const scope = `session:${session.id}`;
  const inRoom = ({ kind, modality }: AttendanceEvent) =>
    kind === 'arrived' && modality === 'in-person';
  const isPaper = ({ source }: AttendanceEvent) => source === 'paper';
  const isSigned = (event: AttendanceEvent) =>
    inRoom(event) && isPaper(event) && event.scope === scope;
  const all = records.flatMap(({ events }) => events);
  const isSeenElsewhere = all.some(
    (event) => inRoom(event) && event.scope !== 'reception' && !isSigned(event),
  );
  if (!all.some(isSigned)) return { ok: false, reason: 'nothing-to-undo' };
  const goes = (event: AttendanceEvent) =>
    isSigned(event) ||
    (!isSeenElsewhere && inRoom(event) && isPaper(event) && event.scope === 'reception');
  const events = records.map(({ person, events: own }): [string, string[]] => [
    person,
    own.filter(goes).map(({ id }) => id),
  ]);
  return retractAll(context, meeting, new Map(events));
}
