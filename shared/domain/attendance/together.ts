import type { Decision, DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import type { Session } from '../meeting/types';
import type { Modality } from '../nomination/types';
import { afterArrival, arrive, eventDraft } from './decide';
import { insideScopes, staysOf, type Stay } from './inside';
import type { Attendance, AttendanceSource, Scope } from './types';

export interface Arrivals {
  readonly meeting: string;
  readonly people: readonly string[];
  readonly scopes: readonly Scope[];
  readonly modality: Modality;
  readonly source: AttendanceSource;
}

/**
 * Sets several people present as one act: a delegation that walks in together. Who is inside
 * already is left alone.
 */
export function arriveTogether(
  context: DecisionContext,
  { people, ...arrival }: Arrivals,
  attendance: ReadonlyMap<string, Attendance>,
): Decision<'already-here'> {
  const drafts = [...new Set(people)].flatMap((person): Draft[] => {
    const decision = arrive(context, { ...arrival, person }, attendance.get(person));
    return decision.ok ? decision.drafts : [];
  });
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'already-here' };
}

/** Somebody who is still inside of a session. */
export interface StillInside {
  readonly person: string;
  readonly stays: readonly Stay[];
}

/** Everybody who is still inside of a session, in the room or online. */
export function stillInside(session: string, attendance: Iterable<Attendance>): StillInside[] {
  const scope: Scope = `session:${session}`;
  const inside: StillInside[] = [];
  for (const one of attendance) {
    if (!insideScopes(one).includes(scope)) continue;
    inside.push({ person: one.person, stays: staysOf(one).filter((stay) => stay.scope === scope) });
  }
  return inside;
}

/** How many people are still inside of a session. */
export function countInside(session: string, attendance: Iterable<Attendance>): number {
  const scope: Scope = `session:${session}`;
  let count = 0;
  for (const one of attendance) if (insideScopes(one).includes(scope)) count += 1;
  return count;
}

/**
 * Closes a session out when it has ended: everybody who is still inside left at its end, or just
 * after their own arrival when that was recorded later. Presence in the session stands.
 */
export function closeOut(
  context: DecisionContext,
  session: Pick<Session, 'id' | 'meeting' | 'end'>,
  attendance: Iterable<Attendance>,
): Decision<'not-ended' | 'nobody-inside'> {
  if (context.now < session.end) return { ok: false, reason: 'not-ended' };
  const drafts = stillInside(session.id, attendance).flatMap(({ person, stays }) =>
    stays.map(({ scope, modality, last }) =>
      eventDraft(context, {
        ...{ meeting: session.meeting, person, kind: 'left', scope, modality },
        ...{ when: afterArrival(session.end, last.when), source: 'close-out' },
      }),
    ),
  );
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'nobody-inside' };
}
