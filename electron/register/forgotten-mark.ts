import { sha256 } from './digest';
import type { Store } from './store';

/**
 * Stands for who was forgotten when a file was written. A copy with another mark than the register
 * may hold values that were forgotten since.
 */
export function markOf(persons: readonly string[]): string {
  return sha256(JSON.stringify(persons.toSorted()));
}

/** The mark of what was written before anybody was forgotten; older files have none. */
export const NOBODY = markOf([]);

export function markOfStore({ sql }: Store): string {
  return markOf(sql.all('SELECT person FROM forgotten').map(([person]) => String(person)));
}
