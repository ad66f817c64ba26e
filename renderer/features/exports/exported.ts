import { useSyncExternalStore } from 'react';

/** A file that was handed to the shell while this window was open. */
export interface Exported {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** ISO instant. */
  readonly at: string;
  readonly personal: boolean;
}

const listeners = new Set<() => void>();
let exported: readonly Exported[] = [];

/** Keeps a file in the list of this session; no list of what left the machine is ever stored here. */
export function noteExported(one: Exported): void {
  exported = [one, ...exported];
  for (const listener of [...listeners]) listener();
}

/** What was exported in this session, newest first. */
export function useExported(): readonly Exported[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => exported,
  );
}
