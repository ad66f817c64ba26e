import { randomBytes } from 'node:crypto';

/** How long a token is good, in milliseconds: time to look at a preview, not a working day. */
export const TOKEN_LIFETIME_MS = 10 * 60_000;
const TOKEN_BYTES = 24;

export interface FileTokens<T> {
  /** A new token for a value. When too much is kept, the oldest values go first. */
  issue(value: T): string;
  /** The value, once; null for a token that is unknown, spent or expired. */
  take(token: string): T | null;
}

interface Kept<T> {
  readonly value: T;
  readonly until: number;
}

/** One-use tokens that expire. `weight` in bytes bounds what unclaimed tokens may hold together. */
export function createFileTokens<T>(options: {
  readonly now: () => number;
  readonly weight: (value: T) => number;
  readonly capacity: number;
}): FileTokens<T> {
  const kept = new Map<string, Kept<T>>();

  const makeRoom = (needed: number): void => {
    const now = options.now();
    let held = needed;
    for (const [token, { value, until }] of kept) {
      if (until <= now) kept.delete(token);
      else held += options.weight(value);
    }
    for (const [token, { value }] of kept) {
      if (held <= options.capacity) break;
      kept.delete(token);
      held -= options.weight(value);
    }
  };

  return {
    issue(value) {
      makeRoom(options.weight(value));
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      kept.set(token, { value, until: options.now() + TOKEN_LIFETIME_MS });
      return token;
    },
    take(token) {
      const found = kept.get(token);
      kept.delete(token);
      return found !== undefined && found.until > options.now() ? found.value : null;
    },
  };
}
