import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendanceEventBody } from '@shared/domain/attendance/types';
import type { Json } from '@shared/operation/json';
import { personalOf, type Operation } from '@shared/operation/operation';
import { typeOf } from '@shared/journal/catalogue';
import { attendanceId, type AttendanceRow, type RecordRow } from '@shared/projections/row';
import { concurrentFields } from '@shared/projections/record';
import { rowKeys } from '@shared/projections/project';
import { delivered, operationSets } from './random-operations';
import { allRows, hashOf, headsOf, projected, visible, type VisibleHead } from './visible';

const RUNS = { numRuns: 400 };

/** Operations in the order in which they were made, and as they arrived at another desk. */
const journeys = operationSets.chain((made) => fc.tuple(fc.constant(made), delivered(made)));

describe('the projection of any operations in any order, repeated', () => {
  it('shows the same facts', () => {
    fc.assert(
      fc.property(journeys, ([made, arrived]) => {
        expect(visible(projected(arrived))).toEqual(visible(projected(made)));
      }),
      RUNS,
    );
  });

  it('has the same state hash', () => {
    fc.assert(
      fc.property(journeys, ([made, arrived]) => {
        expect(hashOf(projected(arrived))).toBe(hashOf(projected(made)));
      }),
      RUNS,
    );
  });

  it('shows the heads that the definition gives, the greatest first', () => {
    fc.assert(
      fc.property(journeys, ([made, arrived]) => {
        const rows = projected(arrived);
        for (const row of allRows(rows)) {
          if (row.table === 'attendance' || row.table === 'versions') continue;
          const heads = headsOf(row);
          expect(heads).toEqual(expectedHeads(made, row));
          const several = Object.keys(heads).filter((field) => heads[field]!.length > 1);
          expect(concurrentFields(row)).toEqual(several.sort());
        }
      }),
      RUNS,
    );
  });

  it('shows the events that nobody retracted', () => {
    fc.assert(
      fc.property(journeys, ([made, arrived]) => {
        for (const row of allRows(projected(arrived))) {
          if (row.table !== 'attendance') continue;
          const shown = Object.values(row.e)
            .flat()
            .map(([id]) => id);
          expect(shown.sort()).toEqual(expectedEvents(made, row));
        }
      }),
      RUNS,
    );
  });

  it('keeps every wording as a version', () => {
    fc.assert(
      fc.property(journeys, ([made, arrived]) => {
        const kept = [...(projected(arrived).tables.get('versions')?.keys() ?? [])];
        const worded = made.filter((one) => one.type === 'recommendation.worded');
        expect(kept.sort()).toEqual(worded.map((one) => one.id).sort());
      }),
      RUNS,
    );
  });

  it('touches no rows but those that it names', () => {
    fc.assert(
      fc.property(operationSets, (made) => {
        const keys = new Set(made.flatMap(rowKeys).map(({ table, id }) => `${table} ${id}`));
        for (const row of allRows(projected(made)))
          expect(keys).toContain(`${row.table} ${row.id}`);
      }),
      RUNS,
    );
  });
});

/** Straight from the definition: who set the field, less whom any of these replaced. */
function expectedHeads(made: readonly Operation[], row: RecordRow): Record<string, VisibleHead[]> {
  const setters = new Map<string, { operation: Operation; value: Json }[]>();
  for (const operation of made) {
    const type = typeOf(operation.type, operation.v);
    if (type?.kind !== 'record' || type.table !== row.table || operation.body['id'] !== row.id) {
      continue;
    }
    const open = operation.body['set'] as Record<string, Json>;
    const personal = personalOf(operation)?.['set'] as Record<string, Json> | undefined;
    for (const [field, value] of Object.entries({ ...open, ...personal })) {
      setters.set(field, [...(setters.get(field) ?? []), { operation, value }]);
    }
  }
  const heads: Record<string, VisibleHead[]> = {};
  for (const [field, set] of setters) {
    const replaced = new Set(set.flatMap(({ operation }) => operation.over));
    const [shown, ...others] = set
      .filter(({ operation }) => !replaced.has(operation.id))
      .sort((a, b) => (stampOf(a.operation) < stampOf(b.operation) ? 1 : -1))
      .map(({ operation, value }): VisibleHead => [operation.id, value]);
    if (shown === undefined) continue;
    heads[field] = [shown, ...others.sort(([a], [b]) => (a < b ? -1 : 1))];
  }
  return heads;
}

function stampOf({ at, id }: Operation): string {
  return `${at} ${id}`;
}

function expectedEvents(made: readonly Operation[], row: AttendanceRow): string[] {
  const own = made.filter((one) => {
    if (!one.type.startsWith('attendance.') || one.meeting === null) return false;
    const { person } = one.body as unknown as AttendanceEventBody;
    return attendanceId(one.meeting, person) === row.id;
  });
  const retracted = new Set(
    own.filter((one) => one.type === 'attendance.retracted').flatMap((one) => one.over),
  );
  return own
    .filter((one) => one.type !== 'attendance.retracted' && !retracted.has(one.id))
    .map((one) => one.id)
    .sort();
}
