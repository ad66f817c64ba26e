import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let asked = false;

function set(value: boolean): void {
  asked = value;
  for (const listener of [...listeners]) listener();
}

/** The first real data is about to come: asks for protection as soon as a page is shown. */
export function askForProtection(): void {
  set(true);
}

/** Somebody has seen the question. */
export function protectionWasAsked(): void {
  set(false);
}

export function useAskedForProtection(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
