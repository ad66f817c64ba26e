import type { Sha256 } from '../journal/chain';
import type { Json } from '../operation/json';
import { canonicalJson } from '../operation/json';
import type { AttendanceRow, RecordRow, Row } from './row';

/** Records about the work, not facts of the meeting: two desks may rightly differ in them. */
const NOT_FACTS = new Set<string>(['imports', 'desks']);

/**
 * Hash of the visible facts: no stamps, nothing that was retracted or removed, no personal
 * values. Two replicas with the same operations have the same hash.
 */
export function stateHash(rows: Iterable<Row>, sha256: Sha256): string {
  const lines: string[] = [];
  for (const row of rows) {
    const fact = factOf(row);
    if (fact !== null) lines.push(sha256(canonicalJson(fact)));
  }
  return sha256(lines.sort().join('\n'));
}

function factOf(row: Row): unknown {
  switch (row.table) {
    case 'versions':
      return [row.table, row.id, row.record, row.over.toSorted()];
    case 'attendance':
      return attendanceFact(row);
    default:
      return recordFact(row);
  }
}

function recordFact(row: RecordRow): unknown {
  if (row.live === 0 || NOT_FACTS.has(row.table)) return null;
  const values: Record<string, Json[]> = {};
  for (const field of Object.keys(row.v)) {
    if (field === 'removed') continue;
    const heads = [row.v[field] as Json, ...(row.m?.[field] ?? []).map(([, value]) => value)];
    // No value says what a field says that was never set: taking back leaves nothing behind.
    if (heads.every((value) => value === null)) continue;
    values[field] = heads.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  }
  return [row.table, row.id, row.meeting, values];
}

function attendanceFact(row: AttendanceRow): unknown {
  const scopes = Object.entries(row.e).map(([scope, events]) => [
    scope,
    events.map(([, left, virtual, when, , source]) => [left, virtual, when, source]),
  ]);
  if (scopes.length === 0) return null;
  return [row.table, row.id, scopes.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))];
}
