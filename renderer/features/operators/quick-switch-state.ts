import { useSyncExternalStore } from 'react';

/** Free on every page and in every browser, and pressed with one finger. */
export const SWITCH_KEYS = 'F8';

const listeners = new Set<() => void>();
let opened = false;

function set(next: boolean): void {
  if (next === opened) return;
  opened = next;
  for (const listener of [...listeners]) listener();
}

/** Asks who works here now: from the status line, the palette, a notice or the keyboard. */
export function openQuickSwitch(): void {
  set(true);
}

export function closeQuickSwitch(): void {
  set(false);
}

export function useQuickSwitch(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );
}
