import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let opened = false;

/** Remembers that the recovery sheet was needed, until a new passphrase is set. */
export function noteOpenedWithSheet(value: boolean): void {
  opened = value;
  for (const listener of [...listeners]) listener();
}

/** The desk was opened with the recovery sheet: somebody has lost the passphrase. */
export function useOpenedWithSheet(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );
}
