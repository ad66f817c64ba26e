import { FORGET_TYPE } from '@shared/journal/forgetting';
import { GRANT_TYPE } from '@shared/journal/permission';
import type { StoredOperation } from './row';
import { RULING } from './standing';
import type { Store } from './store';

/** What the table itself has, which is otherwise read from an index. */
const WRITTEN = 'SELECT replica, seq, claim, record FROM operations NOT INDEXED WHERE n = ?';

/**
 * Whether every index leads to this operation, and the columns that its hash does not cover are
 * those that were written.
 */
export function isIndexed({ sql }: Store, { n, operation }: StoredOperation): boolean {
  const { id, body, subjects } = operation;
  if (sql.get('SELECT n FROM operations WHERE id = ?', id)?.[0] !== n) return false;
  const kept = sql.get(WRITTEN, n);
  const [replica = null, seq = null, claim = null, named = null] = kept ?? [];
  const byNumber = 'SELECT n FROM operations WHERE replica = ? AND seq = ? AND claim = ?';
  if (sql.get(byNumber, Number(replica), operation.seq, Number(claim))?.[0] !== n) return false;
  if (seq !== operation.seq) return false;
  const record = body['id'] ?? body['record'];
  if (named !== (typeof record === 'string' ? record : null)) return false;
  const byRecord =
    'SELECT 1 FROM operations INDEXED BY operations_record WHERE record = ? AND n = ?';
  if (typeof record === 'string' && sql.get(byRecord, record, n) === undefined) return false;
  const { type, blobs } = operation;
  const byType = `SELECT 1 FROM operations o INDEXED BY operations_ruling WHERE ${RULING} AND o.n = ?`;
  const isRuling = type === GRANT_TYPE || type === FORGET_TYPE;
  if (isRuling && sql.get(byType, n) === undefined) return false;
  const attached =
    "SELECT 1 FROM operations INDEXED BY operations_attached WHERE blobs <> '[]' AND n = ?";
  if (blobs.length > 0 && sql.get(attached, n) === undefined) return false;
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
  const renamed =
    'SELECT 1 FROM replicas a NOT INDEXED WHERE NOT EXISTS (' +
    'SELECT 1 FROM replicas b INDEXED BY sqlite_autoindex_replicas_1 WHERE b.id = a.id AND b.k = a.k)';
  if (sql.get(renamed) !== undefined) found.push('a replica that cannot be found');
  const stray =
    'SELECT 1 FROM sealed s LEFT JOIN operations o ON o.n = s.n WHERE o.digest IS NULL LIMIT 1';
  if (sql.get(stray) !== undefined) found.push('sealed values that belong to no operation');
  const remembered =
    'SELECT 1 FROM forgotten f JOIN subjects s ON s.person = f.person JOIN sealed x ON x.n = s.n LIMIT 1';
  if (sql.get(remembered) !== undefined) found.push('values of somebody who was forgotten');
  // The operation of somebody whom a damaged register had forgotten may be lost: n is 0.
  const unfounded =
    'SELECT 1 FROM forgotten f LEFT JOIN operations o ON o.n = f.n ' +
    `WHERE f.n > 0 AND (o.type IS NOT '${FORGET_TYPE}' OR o.record IS NOT f.person) LIMIT 1`;
  if (sql.get(unfounded) !== undefined) found.push('somebody forgotten without an operation');
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
