import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Recorded } from '@shared/domain/attendance/scopes';
import { sessionAt } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import { useNow } from '../../../ui/use-now';
import { useCurrentSession } from '../../meetings';

type Width = 'session' | 'day' | 'reception';

/** How widely arrivals are recorded, where somebody chose it, by meeting. */
const widths = new Map<string, Width>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface RecordedChoice {
  readonly recorded: Recorded;
  readonly sessions: readonly Session[];
  /** The session that is meant now, whatever is recorded. */
  readonly session: Session | null;
  /** The session that the clock says. */
  readonly byClock: Session | null;
  /** Somebody chose what is recorded; it does not follow the clock. */
  readonly byHand: boolean;
  /** The day that would be recorded, `null` where the meeting has no session. */
  readonly day: string | null;
  readonly pin: (session: string) => void;
  readonly wholeDay: () => void;
  readonly receptionOnly: () => void;
  readonly followClock: () => void;
}

const STEP_MS = 30_000;

/** What the desk records: the clock's session, until the registrar pins another, a day or reception. */
export function useRecorded(meeting: Meeting): RecordedChoice {
  const { sessions, session, byHand, choose } = useCurrentSession(meeting.id);
  const now = useNow(STEP_MS);
  const width = useSyncExternalStore(subscribe, () => widths.get(meeting.id) ?? 'session');
  const day = session?.date ?? sessions[0]?.date ?? null;

  const widen = useCallback(
    (wanted: Width) => {
      widths.set(meeting.id, wanted);
      for (const listener of [...listeners]) listener();
    },
    [meeting.id],
  );
  return useMemo(() => {
    const recorded = ((): Recorded => {
      if (width === 'day' && day !== null) return { kind: 'day', date: day };
      if (width !== 'session' || session === null) return { kind: 'reception' };
      return { kind: 'session', session };
    })();
    return {
      ...{ recorded, sessions, session, day },
      byClock: sessionAt(sessions, now),
      byHand: byHand || width !== 'session',
      pin: (id) => {
        widen('session');
        choose(id);
      },
      wholeDay: () => widen('day'),
      receptionOnly: () => widen('reception'),
      followClock: () => {
        widen('session');
        choose(null);
      },
    };
  }, [width, day, session, sessions, now, byHand, choose, widen]);
}
