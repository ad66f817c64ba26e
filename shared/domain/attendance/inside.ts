import type { Modality } from '../nomination/types';
import type { Attendance, AttendanceEvent, Scope } from './types';

/**
 * The stay that somebody is in at the moment, in one scope and modality: the first arrival after
 * they last left, or `null` when they are not inside. Two desks that record one arrival make one
 * stay; whoever comes back after leaving begins another.
 */
export function stayIn(
  attendance: Attendance | undefined,
  scope: Scope,
  modality: Modality,
): AttendanceEvent | null {
  let first: AttendanceEvent | null = null;
  for (const event of attendance?.events ?? []) {
    if (event.scope !== scope || event.modality !== modality) continue;
    if (event.kind === 'left') first = null;
    else first ??= event;
  }
  return first;
}

/** One way in which somebody is inside: leaving ends it. */
export interface Stay {
  readonly scope: Scope;
  readonly modality: Modality;
  readonly since: AttendanceEvent;
  /** The last arrival in it: another desk may have recorded one as well, by another clock. */
  readonly last: AttendanceEvent;
}

/** All that somebody is inside of, in one modality or in both. */
export function staysOf(attendance: Attendance | undefined, modality?: Modality): Stay[] {
  const stays = new Map<string, Stay>();
  for (const event of attendance?.events ?? []) {
    if (modality !== undefined && event.modality !== modality) continue;
    const key = `${event.modality} ${event.scope}`;
    if (event.kind === 'left') stays.delete(key);
    else {
      const since = stays.get(key)?.since ?? event;
      stays.set(key, { scope: event.scope, modality: event.modality, since, last: event });
    }
  }
  return [...stays.values()];
}

const scopes = new WeakMap<Attendance, readonly Scope[]>();

/**
 * In which scopes somebody is inside, in whatever modality. Kept with the attendance: of 20,000
 * people who are counted after every arrival only one has changed.
 */
export function insideScopes(attendance: Attendance): readonly Scope[] {
  let known = scopes.get(attendance);
  if (known === undefined) {
    known = [...new Set(staysOf(attendance).map(({ scope }) => scope))];
    scopes.set(attendance, known);
  }
  return known;
}

/** Where somebody expected is, as the desk counts it. */
export type Whereabouts = 'here' | 'online' | 'left' | 'missing';

const places = new WeakMap<Attendance, Whereabouts>();

/**
 * In the room when the last that was seen of them there is an arrival, in whatever scope; else
 * online by the same rule; else they were here and left, or were never seen.
 */
export function whereabouts(attendance: Attendance | undefined): Whereabouts {
  if (attendance === undefined) return 'missing';
  let known = places.get(attendance);
  if (known === undefined) {
    known = lastSeen(attendance);
    places.set(attendance, known);
  }
  return known;
}

function lastSeen({ events }: Attendance): Whereabouts {
  let room = false;
  let online = false;
  let seen = false;
  for (const event of events) {
    const arrived = event.kind === 'arrived';
    if (event.modality === 'in-person') room = arrived;
    else online = arrived;
    seen ||= arrived;
  }
  if (room) return 'here';
  if (online) return 'online';
  return seen ? 'left' : 'missing';
}
