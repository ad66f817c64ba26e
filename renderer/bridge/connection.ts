export type Connection = 'connected' | 'lost';

/** Whether the host can be reached, in the form `useSyncExternalStore` takes. */
export interface ConnectionSource {
  readonly current: () => Connection;
  readonly subscribe: (changed: () => void) => () => void;
}

/** A connection state that somebody sets. */
export function createConnection(): ConnectionSource & { set(next: Connection): void } {
  let state: Connection = 'connected';
  const listeners = new Set<() => void>();
  return {
    current: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    set(next) {
      if (next === state) return;
      state = next;
      for (const changed of [...listeners]) changed();
    },
  };
}
