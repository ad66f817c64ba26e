import { useSyncExternalStore } from 'react';
import type { DeskAction } from './results';

const KEPT = 20;

const NONE: readonly DeskAction[] = [];

/**
 * The last actions of this window by meeting, newest first: they outlast a look at another page, so
 * that undo stays within reach.
 */
const byMeeting = new Map<string, readonly DeskAction[]>();
const listeners = new Set<() => void>();

function set(meeting: string, actions: readonly DeskAction[]): void {
  byMeeting.set(meeting, actions.slice(0, KEPT));
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function noteAction(meeting: string, action: DeskAction): void {
  set(meeting, [action, ...(byMeeting.get(meeting) ?? NONE)]);
}

export function noteUndone(meeting: string, id: string): void {
  const actions = byMeeting.get(meeting) ?? NONE;
  set(
    meeting,
    actions.map((one) => (one.id === id ? { ...one, undone: true } : one)),
  );
}

/** The last twenty actions at a meeting's desk in this window, newest first. */
export function useRecentActions(meeting: string): readonly DeskAction[] {
  return useSyncExternalStore(subscribe, () => byMeeting.get(meeting) ?? NONE);
}
