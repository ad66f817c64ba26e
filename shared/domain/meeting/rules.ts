import type { Meeting, MeetingState, Schedule, Session } from './types';

/** Allowed moves between states (domain.md, *Life cycles*). */
const MOVES: Record<MeetingState, readonly MeetingState[]> = {
  planned: ['nominations-open', 'postponed', 'cancelled'],
  'nominations-open': ['nominations-closed', 'postponed', 'cancelled'],
  'nominations-closed': ['in-session', 'nominations-open', 'postponed', 'cancelled'],
  'in-session': ['closed'],
  closed: ['archived'],
  archived: [],
  postponed: ['nominations-open', 'cancelled'],
  cancelled: [],
};

/** States that a meeting may move to from `state`. */
export function movesFrom(state: MeetingState): readonly MeetingState[] {
  return MOVES[state];
}

/** The schedule that holds: the actual one, else as announced, else as planned. */
export function scheduleOf(meeting: Pick<Meeting, 'planned' | 'announced' | 'actual'>): Schedule {
  return meeting.actual ?? meeting.announced ?? meeting.planned;
}

/** Which of a meeting's schedules a change of dates or format speaks of. */
export type Stage = 'planned' | 'announced' | 'actual';

/**
 * Plans may be corrected; from the first invitation on, what was planned stays on record and a
 * change is an announcement; once the meeting sat, it is what really happened.
 */
export function stageOf(meeting: Pick<Meeting, 'state' | 'announced' | 'actual'>): Stage {
  if (meeting.actual !== null) return 'actual';
  return meeting.announced !== null || meeting.state !== 'planned' ? 'announced' : 'planned';
}

/** Its plans have not been announced, and it is still to come. */
export function canAnnounce(meeting: Meeting): boolean {
  const { announced, actual, state } = meeting;
  return announced === null && actual === null && movesFrom(state).includes('postponed');
}

/** A meeting that sat can be taken up again by another one. */
export function canReconvene({ state }: Pick<Meeting, 'state'>): boolean {
  return state === 'in-session' || state === 'closed' || state === 'archived';
}

/**
 * Whether something that was known is given up: another format, other days. To say for the first
 * time what was open, or more precisely what was known by its month or year, gives up nothing.
 */
export function givesUp(now: Schedule, wanted: Schedule): boolean {
  const dates = (['start', 'end'] as const).some((part) => {
    const known = now[part];
    return known !== null && !(wanted[part] ?? '').startsWith(known);
  });
  return dates || (now.format !== null && now.format !== wanted.format);
}

/**
 * Whether a meeting would come back to itself by what it reconvenes: itself, or one that in its
 * turn reconvenes it.
 */
export function reconvenesItself(
  id: string,
  reconvenes: string | null,
  meetings: readonly Pick<Meeting, 'id' | 'reconvenes'>[],
): boolean {
  const before = new Map(meetings.map((one) => [one.id, one.reconvenes]));
  const seen = new Set<string>();
  let at = reconvenes;
  while (at !== null && !seen.has(at)) {
    if (at === id) return true;
    seen.add(at);
    at = before.get(at) ?? null;
  }
  return false;
}

/** Calendar year in which a meeting is held, `null` when no date is known. */
export function yearOf(meeting: Meeting): number | null {
  const start = scheduleOf(meeting).start;
  return start === null ? null : Number(start.slice(0, 4));
}

/** Sessions in the order in which they sit. */
export function inOrder(sessions: readonly Session[]): Session[] {
  return [...sessions].sort((a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id));
}

/** How early before a session starts an arrival already belongs to it. */
const DOORS_OPEN_MS = 90 * 60_000;

/**
 * The session that a registrar most probably means at `now` (ISO, UTC): the one that is sitting,
 * else the next one when its doors are open, else the last one that began; `null` before the
 * doors of the first open.
 */
export function sessionAt(sessions: readonly Session[], now: string): Session | null {
  const time = Date.parse(now);
  const ordered = inOrder(sessions);
  const sitting = ordered.find(
    (one) => Date.parse(one.start) <= time && time < Date.parse(one.end),
  );
  if (sitting) return sitting;
  const next = ordered.find((one) => Date.parse(one.start) > time);
  if (next && Date.parse(next.start) - time <= DOORS_OPEN_MS) return next;
  return ordered.filter((one) => Date.parse(one.start) <= time).at(-1) ?? null;
}
