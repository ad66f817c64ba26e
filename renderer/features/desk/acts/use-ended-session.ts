import { useMemo } from 'react';
import { countInside } from '@shared/domain/attendance/together';
import type { Session } from '@shared/domain/meeting/types';
import { useNow } from '../../../ui/use-now';
import type { DeskModel } from '../use-desk';
import { useAtMostEvery } from './use-at-most-every';

const STEP_MS = 30_000;

/** Looking at 20,000 people costs some milliseconds: a storm of arrivals does not make it cost more. */
const LOOK_MS = 1000;

/**
 * The session of this day that ended last with people still inside of it, and how many; `null` without
 * one. An earlier session of the day that nobody has closed out comes after the later ones.
 */
export function useEndedSession(
  model: DeskModel,
  sessions: readonly Session[],
): EndedSession | null {
  const now = useNow(STEP_MS);
  const attendance = useAtMostEvery(model.attendance, LOOK_MS);
  const ended = useMemo(() => endedOf(sessions, now), [sessions, now]);
  return useMemo(() => firstWithPeople(ended, attendance), [ended, attendance]);
}

interface EndedSession {
  readonly session: Session;
  /** So many people. */
  readonly inside: number;
}

function firstWithPeople(
  sessions: readonly Session[],
  attendance: DeskModel['attendance'],
): EndedSession | null {
  for (const session of sessions) {
    const inside = countInside(session.id, attendance.values());
    if (inside > 0) return { session, inside };
  }
  return null;
}

/** Sessions of the day on which one has ended last, the latest first: a look at a few, not at all. */
function endedOf(sessions: readonly Session[], now: string): readonly Session[] {
  const ended = sessions.filter(({ end }) => end <= now).sort((a, b) => (a.end < b.end ? 1 : -1));
  return ended.filter(({ date }) => date === ended[0]?.date);
}
