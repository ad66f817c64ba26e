import { createHash } from 'node:crypto';
import type { Json } from '@shared/operation/json';
import { attendanceView } from '@shared/projections/attendance';
import { MemoryRows, project } from '@shared/projections/project';
import type { RecordRow, Row } from '@shared/projections/row';
import { stateHash } from '@shared/projections/state-hash';
import type { Operation } from '@shared/operation/operation';

export function projected(operations: Iterable<Operation>): MemoryRows {
  const rows = new MemoryRows();
  for (const operation of operations) project(operation, rows);
  return rows;
}

export function allRows(rows: MemoryRows): Row[] {
  return [...rows.tables.values()].flatMap((table) => [...table.values()]);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function hashOf(rows: MemoryRows): string {
  return stateHash(allRows(rows), sha256);
}

/** A head of a field: the operation that set it and what it set; the first one is shown. */
export type VisibleHead = [id: string, value: Json];

/** The heads of each field, shown one first, the others in the order of their ids. */
export function headsOf(row: RecordRow): Record<string, VisibleHead[]> {
  const heads: Record<string, VisibleHead[]> = {};
  const idAt = (position: number) => row.ops[position]![0];
  for (const [field, position] of Object.entries(row.h)) {
    const shown = (field in row.v ? row.v[field] : row.p[field]) as Json;
    const others = (row.m?.[field] ?? []).map(([at, value]): VisibleHead => [idAt(at), value]);
    others.sort(([a], [b]) => (a < b ? -1 : 1));
    heads[field] = [[idAt(position), shown], ...others];
  }
  return heads;
}

/** All that anybody can see of the rows, in an order of its own. */
export function visible(rows: MemoryRows): unknown {
  return allRows(rows)
    .map((row): [string, unknown] => {
      const key = `${row.table} ${row.id}`;
      if (row.table === 'attendance') return [key, attendanceView(row)];
      if (row.table === 'versions') return [key, row];
      const { born, live, meeting } = row;
      return [key, { born, live, meeting, heads: headsOf(row) }];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
