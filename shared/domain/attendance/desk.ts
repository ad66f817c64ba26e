import { isProvisional, isStanding } from '../nomination/rules';
import type { Nomination, Modality } from '../nomination/types';
import type { MeetingState, Session } from '../meeting/types';
import { arrivalIn } from './decide';
import { stayIn } from './inside';
import { arrivalScopes, recordedFor } from './scopes';
import type { Attendance, AttendanceEvent, Scope } from './types';

/**
 * What the desk answers about one person, before anything is recorded. `welcome` may be checked
 * in; `already` is the second time; everything else says why not. `provisional`: they walked in and
 * wait to be approved. `back`: they were here before and had left.
 */
export type DeskAnswer =
  | {
      readonly kind: 'welcome';
      readonly nomination: Nomination;
      readonly scopes: Scope[];
      readonly provisional: boolean;
      readonly back: boolean;
    }
  | {
      readonly kind: 'already';
      readonly nomination: Nomination;
      readonly first: AttendanceEvent;
      readonly provisional: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly reason: DeskRefusal;
      readonly nomination: Nomination | null;
    };

export type DeskRefusal =
  | 'not-nominated'
  | 'received'
  | 'withdrawn'
  | 'declined'
  | 'replaced'
  | 'meeting-closed'
  /** Nobody can say any more whose badge or nomination it was. */
  | 'forgotten';

const CLOSED: readonly MeetingState[] = ['closed', 'archived', 'cancelled', 'postponed'];

/** Whether the desk checks nobody in: the meeting is over, or is not held as planned. */
export function isDeskClosed(state: MeetingState): boolean {
  return CLOSED.includes(state);
}

/** Scopes that an arrival is recorded in where a session is meant, or reception alone. */
export function deskScopes(session: Session | null): Scope[] {
  return arrivalScopes(recordedFor(session));
}

/** Somebody whom the desk lets in: standing, or walked in. */
export function isAdmitted(nomination: Pick<Nomination, 'walkIn' | 'state'>): boolean {
  return isStanding(nomination) || isProvisional(nomination);
}

/** The nomination that speaks for a person: one that lets them in first, else the latest by id. */
export function speakingNomination(nominations: readonly Nomination[]): Nomination | null {
  const standing = nominations.filter(isStanding);
  const admitted = nominations.filter(isProvisional);
  const pool = [standing, admitted].find((some) => some.length > 0) ?? nominations;
  return pool.reduce<Nomination | null>(
    (best, one) => (best === null || one.id > best.id ? one : best),
    null,
  );
}

/**
 * The desk's answer for a person at a meeting, where an arrival is recorded in `scopes`, the
 * narrowest last.
 */
export function deskAnswer(
  state: MeetingState,
  scopes: readonly Scope[],
  nominations: readonly Nomination[],
  attendance: Attendance | undefined,
  modality: Modality,
): DeskAnswer {
  const nomination = speakingNomination(nominations);
  if (isDeskClosed(state)) return { kind: 'refused', reason: 'meeting-closed', nomination };
  if (nomination === null) return { kind: 'refused', reason: 'not-nominated', nomination };
  const provisional = isProvisional(nomination);
  switch (nomination.state) {
    case 'received':
      if (!provisional) return { kind: 'refused', reason: 'received', nomination };
      break;
    case 'withdrawn':
    case 'declined':
    case 'replaced':
      return { kind: 'refused', reason: nomination.state, nomination };
    case 'accepted':
    case 'reconfirmed':
  }
  const missing = scopes.filter((scope) => stayIn(attendance, scope, modality) === null);
  const narrowest = scopes.at(-1) ?? 'reception';
  const first = stayIn(attendance, narrowest, modality);
  if (missing.length === 0 && first !== null) {
    return { kind: 'already', nomination, first, provisional };
  }
  const back = first === null && arrivalIn(attendance, narrowest, modality) !== null;
  return { kind: 'welcome', nomination, scopes: missing, provisional, back };
}

/**
 * Who came instead: the nomination at the end of the replacements that began with this one, when it
 * still stands. `byId`: all nominations of the meeting.
 */
export function cameInstead(
  nomination: Nomination,
  byId: ReadonlyMap<string, Nomination>,
): Nomination | null {
  const seen = new Set<string>();
  let at: Nomination | undefined = nomination;
  while (at?.state === 'replaced' && at.replacedBy !== null && !seen.has(at.id)) {
    seen.add(at.id);
    at = byId.get(at.replacedBy);
  }
  return at !== undefined && at.id !== nomination.id && isAdmitted(at) ? at : null;
}
