import { randomBytes } from 'node:crypto';

/** A key waits this long for its window, in milliseconds. */
export const ENTRY_LIFETIME_MS = 15 * 60_000;
/** Keys of starts that never opened a window do not pile up. */
const MOST = 20;

export interface EntryKeys {
  issue(): string;
  /** True once for each issued key. */
  spend(key: string): boolean;
}

/**
 * Keys that let one window in: they stand in an address, which other users of the machine can see in
 * the list of processes and a browser keeps in its history, so each is good once.
 */
export function createEntryKeys(now: () => number): EntryKeys {
  const waiting = new Map<string, number>();
  return {
    issue() {
      const key = randomBytes(24).toString('base64url');
      waiting.set(key, now() + ENTRY_LIFETIME_MS);
      const [oldest] = waiting.keys();
      if (waiting.size > MOST && oldest !== undefined) waiting.delete(oldest);
      return key;
    },
    spend(key) {
      const until = waiting.get(key);
      waiting.delete(key);
      return until !== undefined && until > now();
    },
  };
}
