import { isStanding } from '../nomination/rules';
import type { Nomination, Modality } from '../nomination/types';
import type { MeetingState, Session } from '../meeting/types';
import { arrivalIn } from './decide';
import type { Attendance, AttendanceEvent, Scope } from './types';

/**
 * What the desk answers about one person, before anything is recorded. `welcome` may be checked
 * in; `already` is the second time; everything else says why not.
 */
export type DeskAnswer =
  | { readonly kind: 'welcome'; readonly nomination: Nomination; readonly scopes: Scope[] }
  | { readonly kind: 'already'; readonly nomination: Nomination; readonly first: AttendanceEvent }
  | {
      readonly kind: 'refused';
      readonly reason:
        'not-nominated' | 'received' | 'withdrawn' | 'declined' | 'replaced' | 'meeting-closed';
      readonly nomination: Nomination | null;
    };

const CLOSED: readonly MeetingState[] = ['closed', 'archived', 'cancelled', 'postponed'];

/** Scopes that an arrival at the desk is recorded in: reception, and the session that is meant. */
export function deskScopes(session: Session | null): Scope[] {
  return session === null ? ['reception'] : ['reception', `session:${session.id}`];
}

/** The nomination that speaks for a person: a standing one first, else the latest by id. */
export function speakingNomination(nominations: readonly Nomination[]): Nomination | null {
  const standing = nominations.filter(isStanding);
  const pool = standing.length > 0 ? standing : nominations;
  return pool.reduce<Nomination | null>(
    (best, one) => (best === null || one.id > best.id ? one : best),
    null,
  );
}

/** The desk's answer for a person at a meeting that is meant to be in `session` now. */
export function deskAnswer(
  state: MeetingState,
  session: Session | null,
  nominations: readonly Nomination[],
  attendance: Attendance | undefined,
  modality: Modality,
): DeskAnswer {
  const nomination = speakingNomination(nominations);
  if (CLOSED.includes(state)) return { kind: 'refused', reason: 'meeting-closed', nomination };
  if (nomination === null) return { kind: 'refused', reason: 'not-nominated', nomination };
  switch (nomination.state) {
    case 'received':
    case 'withdrawn':
    case 'declined':
    case 'replaced':
      return { kind: 'refused', reason: nomination.state, nomination };
    case 'accepted':
    case 'reconfirmed': {
      const scopes = deskScopes(session);
      const missing = scopes.filter((scope) => arrivalIn(attendance, scope, modality) === null);
      const narrowest = scopes.at(-1) ?? 'reception';
      const first = arrivalIn(attendance, narrowest, modality);
      if (missing.length === 0 && first !== null) return { kind: 'already', nomination, first };
      return { kind: 'welcome', nomination, scopes: missing };
    }
  }
}

/** Where somebody expected is, as the desk counts it. */
export type Whereabouts = 'here' | 'online' | 'missing';

/** In the room if ever seen in person, else online if joined or called, else missing. */
export function whereabouts(attendance: Attendance | undefined): Whereabouts {
  let online = false;
  for (const event of attendance?.events ?? []) {
    if (event.kind !== 'arrived') continue;
    if (event.modality === 'in-person') return 'here';
    online = true;
  }
  return online ? 'online' : 'missing';
}
