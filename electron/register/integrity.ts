import type { StoredOperation } from './row';
import type { Store } from './store';

/** Whether every index leads to this operation. */
export function isIndexed({ sql }: Store, { n, operation }: StoredOperation): boolean {
  const { id, body, subjects } = operation;
  if (sql.get('SELECT n FROM operations WHERE id = ?', id)?.[0] !== n) return false;
  const record = body['id'] ?? body['record'];
  const byRecord =
    'SELECT 1 FROM operations INDEXED BY operations_record WHERE record = ? AND n = ?';
  if (typeof record === 'string' && sql.get(byRecord, record, n) === undefined) return false;
  const bySubject = 'SELECT 1 FROM subjects WHERE person = ? AND n = ?';
  return subjects.every((person) => sql.get(bySubject, person, n) !== undefined);
}

/**
 * What does not fit together between tables and indexes, in words. `seen` operations up to the
 * ordinal `upTo` were found through the index of replicas and numbers.
 */
export function inconsistencies(store: Store, upTo: number, seen: number): string[] {
  const { sql, meta, sequences } = store;
  const found: string[] = [];
  const total = sql.get('SELECT count(*) FROM operations NOT INDEXED WHERE n <= ?', upTo);
  if (total?.[0] !== seen) found.push('operations without a number');
  const stray =
    'SELECT 1 FROM sealed s LEFT JOIN operations o ON o.n = s.n WHERE o.digest IS NULL LIMIT 1';
  if (sql.get(stray) !== undefined) found.push('sealed values that belong to no operation');
  const wrong =
    'SELECT 1 FROM commits c LEFT JOIN operations o ON o.n = c.n ' +
    'WHERE o.replica IS NOT c.replica OR o.seq IS NOT c.last OR c.first > c.last LIMIT 1';
  if (sql.get(wrong) !== undefined) found.push('a commit that does not fit its operations');
  const life = meta.get('life');
  const covered =
    'SELECT total(last - first + 1) FROM commits WHERE replica = (SELECT k FROM replicas WHERE id = ?)';
  if (sql.get(covered, life)?.[0] !== sequences.highest(life)) {
    found.push('operations in no commit');
  }
  return found;
}
