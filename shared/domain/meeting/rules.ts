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
export function scheduleOf(meeting: Meeting): Schedule {
  return meeting.actual ?? meeting.announced ?? meeting.planned;
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
