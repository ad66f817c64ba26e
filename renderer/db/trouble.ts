import { BridgeError } from '@shared/contract/failure';
import { Unsealable } from './seal';

/**
 * What an error of the database means. `damaged`: its files cannot be read, so that it has to be made
 * anew. `closed`: somebody else is making it anew, or has just done so. `locked`: the desk was locked
 * meanwhile, and there is nothing to read any more.
 */
export type Trouble = 'damaged' | 'closed' | 'locked' | 'other';

const listeners = new Set<(error: unknown) => void>();

/** A worker could not read what is kept: whoever keeps it looks into it. */
export function reportDamage(place: string): void {
  for (const listener of [...listeners]) listener(new Unsealable(place));
}

/** Calls back with damage that workers report. */
export function onDamage(listener: (error: unknown) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What Chromium says of files that it cannot read. */
const DAMAGED = new Set(['UnknownError', 'DataError', 'NotReadableError', 'NotFoundError']);
const CLOSED = new Set(['DatabaseClosedError', 'InvalidStateError', 'AbortError']);

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unsealable) return 'damaged';
  if (error instanceof BridgeError) return error.code === 'locked' ? 'locked' : 'other';
  if (!(error instanceof Error)) return 'other';
  const inner: unknown = 'inner' in error ? error.inner : null;
  const within = inner instanceof Error ? inner.name : '';
  if (error.name === 'QuotaExceededError' || within === 'QuotaExceededError') return 'other';
  if (DAMAGED.has(error.name) || DAMAGED.has(within)) return 'damaged';
  return CLOSED.has(error.name) ? 'closed' : 'other';
}
