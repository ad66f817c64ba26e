import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Session } from '../meeting/types';
import { arrivalIn } from './decide';
import type { Attendance } from './types';

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
