import { useLayoutEffect, useState, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** From the first that was opened to the one on top. */
let open: readonly symbol[] = [];

function set(next: readonly symbol[]): void {
  open = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Notes that a dialog or a panel is open, and answers whether none lies above it: Escape closes one
 * at a time. It counts until it is told to close, not until it has faded, so that a message of what
 * a dialog did comes up where it stays.
 */
export function useOpenDialog(opened: boolean): boolean {
  const [me] = useState(() => Symbol('dialog'));
  useLayoutEffect(() => {
    if (!opened) return undefined;
    set([...open, me]);
    return () => set(open.filter((one) => one !== me));
  }, [opened, me]);
  return useSyncExternalStore(subscribe, () => !open.includes(me) || open.at(-1) === me);
}

/** Whether any is open. */
export function useIsDialogOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open.length > 0);
}
