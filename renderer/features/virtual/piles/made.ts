import { useSyncExternalStore } from 'react';
import type { MadeDecision } from '@shared/domain/virtual/decisions';

/** A decision of this window that can be taken back. */
export interface Made extends MadeDecision {
  /** Id of its first operation. */
  readonly id: string;
  /** Display name of its login; empty where it was about many. */
  readonly name: string;
  readonly count: number;
}

const KEPT = 100;
const NONE: readonly Made[] = [];

/** By meeting, newest first: they outlast a look at another page. */
const byMeeting = new Map<string, readonly Made[]>();
const listeners = new Set<() => void>();

function set(meeting: string, made: readonly Made[]): void {
  byMeeting.set(meeting, made.slice(0, KEPT));
  for (const listener of [...listeners]) listener();
}

export function noteMade(meeting: string, made: Made): void {
  set(meeting, [made, ...(byMeeting.get(meeting) ?? NONE)]);
}

/** It was taken back, or cannot be any more. */
export function dropMade(meeting: string, id: string): void {
  set(
    meeting,
    (byMeeting.get(meeting) ?? NONE).filter((one) => one.id !== id),
  );
}

export function useMade(meeting: string): readonly Made[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => byMeeting.get(meeting) ?? NONE,
  );
}
