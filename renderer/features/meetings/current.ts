import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useMatch } from 'react-router';
import { inOrder, sessionAt } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Loadable } from '@renderer/db/collections';
import { useRecord, useRecords } from '@renderer/db/hooks';
import { useNow } from '@renderer/ui/use-now';

/** The meeting that the address names, wherever in the window one asks. */
export function useMeetingId(): string | null {
  return useMatch('/m/:meeting/*')?.params.meeting ?? null;
}

/** The meeting that the address names; `null` when it names none, or one that is not here. */
export function useCurrentMeeting(): Loadable<Meeting | null> {
  return useRecord('meetings', useMeetingId() ?? '');
}

/** Sessions that somebody chose by hand, by meeting, for as long as the window is open. */
const chosen = new Map<string, string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface CurrentSession {
  /** In the order in which they sit. */
  readonly sessions: readonly Session[];
  /** The chosen one, else the one that the clock says; `null` before the first and without any. */
  readonly session: Session | null;
  /** Somebody chose it; it does not follow the clock. */
  readonly byHand: boolean;
  /** Chooses a session, or with `null` follows the clock again. */
  readonly choose: (session: string | null) => void;
}

const SESSION_STEP_MS = 30_000;
const NO_SESSIONS: readonly Session[] = [];

/** Which session of a meeting is meant now: the same in every part of the window. */
export function useCurrentSession(meeting: string): CurrentSession {
  const loaded = useRecords('sessions', meeting);
  const now = useNow(SESSION_STEP_MS);
  const choice = useSyncExternalStore(subscribe, () => chosen.get(meeting));
  const sessions = useMemo(
    () => (loaded.state === 'ready' ? inOrder(loaded.value) : NO_SESSIONS),
    [loaded],
  );
  const choose = useCallback(
    (session: string | null) => {
      if (session === null) chosen.delete(meeting);
      else chosen.set(meeting, session);
      for (const listener of [...listeners]) listener();
    },
    [meeting],
  );
  const picked = sessions.find((one) => one.id === choice) ?? null;
  return {
    sessions,
    session: picked ?? sessionAt(sessions, now),
    byHand: picked !== null,
    choose,
  };
}
