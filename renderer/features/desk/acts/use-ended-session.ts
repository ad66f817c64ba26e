import { useDeferredValue, useMemo } from 'react';
import { stillInside } from '@shared/domain/attendance/together';
import type { Session } from '@shared/domain/meeting/types';
import { useNow } from '../../../ui/use-now';
import type { DeskModel } from '../use-desk';

const STEP_MS = 30_000;

/** The session that ended last with people still inside of it, and how many; `null` without one. */
export function useEndedSession(
  model: DeskModel,
  sessions: readonly Session[],
): { readonly session: Session; readonly inside: number } | null {
  const now = useNow(STEP_MS);
  const attendance = useDeferredValue(model.attendance);
  const ended = useMemo(
    () => sessions.filter(({ end }) => end <= now).reduce<Session | null>(laterOf, null),
    [sessions, now],
  );
  const inside = useMemo(
    () => (ended === null ? 0 : stillInside(ended.id, attendance.values()).length),
    [ended, attendance],
  );
  return ended === null || inside === 0 ? null : { session: ended, inside };
}

function laterOf(one: Session | null, other: Session): Session {
  return one === null || one.end < other.end ? other : one;
}
