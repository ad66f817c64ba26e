import type { AttendanceEventBody } from '../domain/attendance/types';
import { typeOf } from '../journal/catalogue';
import { personalOf, type Operation } from '../operation/operation';
import { assertNever } from '../operation/assert';
import { applyToAttendance, emptyAttendance } from './attendance';
import { applyToRecord, emptyRecord } from './record';
import { attendanceId, type Row, type Table, type VersionRow } from './row';

/**
 * Raised whenever the shape of rows or the meaning of a fold changes: projections written by
 * another version are thrown away and made again from the register.
 */
export const PROJECTION_VERSION = 4;

export interface RowKey {
  readonly table: Table;
  readonly id: string;
}

/** Rows that an operation reads and writes; none for a type that this version does not know. */
export function rowKeys(operation: Operation): RowKey[] {
  const type = typeOf(operation.type, operation.v);
  if (type === null) return [];
  if (type.kind === 'record') {
    const keys: RowKey[] = [{ table: type.table, id: operation.body['id'] as string }];
    if (wordingOf(operation) !== null) keys.push({ table: 'versions', id: operation.id });
    return keys;
  }
  const { person } = operation.body as unknown as AttendanceEventBody;
  return [{ table: 'attendance', id: attendanceId(operation.meeting ?? '', person) }];
}

/** Where rows are read and written while a batch of operations is folded. */
export interface RowStore {
  get(table: Table, id: string): Row | undefined;
  put(row: Row): void;
}

/** Folds one operation into the rows it concerns. Any order, any repetition, the same rows. */
export function project(operation: Operation, rows: RowStore): void {
  const type = typeOf(operation.type, operation.v);
  if (type === null) return;
  switch (type.kind) {
    case 'record': {
      const id = operation.body['id'] as string;
      const found = rows.get(type.table, id);
      const row =
        found === undefined || found.table === 'attendance' || found.table === 'versions'
          ? emptyRecord(id, type.table)
          : found;
      applyToRecord(row, operation, type);
      rows.put(row);
      const version = wordingOf(operation);
      if (version !== null) rows.put(version);
      return;
    }
    case 'attendance': {
      if (operation.meeting === null) return;
      const { person } = operation.body as unknown as AttendanceEventBody;
      const found = rows.get('attendance', attendanceId(operation.meeting, person));
      const row =
        found?.table === 'attendance' ? found : emptyAttendance(operation.meeting, person);
      applyToAttendance(row, operation, type);
      rows.put(row);
      return;
    }
    default:
      assertNever(type);
  }
}

/** The version row of an operation that words a recommendation. */
function wordingOf(operation: Operation): VersionRow | null {
  if (operation.type !== 'recommendation.worded') return null;
  const set = personalOf(operation)?.['set'] as Record<string, string> | undefined;
  const field = Object.keys(set ?? {}).find((name) => name.startsWith('text.'));
  return {
    id: operation.id,
    table: 'versions',
    record: operation.body['id'] as string,
    language: field?.slice('text.'.length) ?? '',
    over: operation.over,
    at: operation.at,
    actor: operation.actor,
    p: { text: (field && set?.[field]) ?? null },
  };
}

/** Rows in memory: for projecting a whole register at once, for replicas in tests. */
export class MemoryRows implements RowStore {
  readonly tables = new Map<Table, Map<string, Row>>();

  get(table: Table, id: string): Row | undefined {
    return this.tables.get(table)?.get(id);
  }

  put(row: Row): void {
    let table = this.tables.get(row.table);
    if (table === undefined) {
      table = new Map();
      this.tables.set(row.table, table);
    }
    table.set(row.id, row);
  }
}
