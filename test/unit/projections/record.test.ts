import { describe, expect, it } from 'vitest';
import type { Operation } from '@shared/operation/operation';
import { concurrentFields, headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import { operationOf, uuid, type OperationInput } from './random-operations';
import { hashOf, headsOf, projected } from './visible';

const ID = uuid(3, 7);
const MEETING = uuid(1, 7);
const op = (number: number) => uuid(9, number);

const change = (
  number: number,
  set: Record<string, string | boolean>,
  more: Partial<OperationInput> = {},
) =>
  operationOf({
    number,
    type: 'nomination.changed',
    meeting: MEETING,
    body: { id: ID, set },
    ...more,
  });
const created = change(
  0,
  { state: 'received', modality: 'in-person' },
  { type: 'nomination.received' },
);

function rowOf(operations: readonly Operation[]): RecordRow {
  return projected(operations).get('nominations', ID) as RecordRow;
}

/** All orders of a few operations. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) =>
    orders(list.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

const everyOrder = (operations: readonly Operation[], check: (row: RecordRow) => void) => {
  for (const order of orders(operations)) {
    check(rowOf(order));
    check(rowOf([...order, ...order]));
  }
};

describe('a field of a record', () => {
  it('follows a chain of replacements in whatever order it comes', () => {
    const chain = [
      created,
      change(1, { state: 'accepted' }, { over: [op(0)] }),
      change(2, { state: 'withdrawn' }, { over: [op(1)] }),
      change(3, { state: 'accepted' }, { over: [op(2)] }),
    ];
    everyOrder(chain, (row) => {
      expect(headsOf(row)).toEqual({
        state: [[op(3), 'accepted']],
        modality: [[op(0), 'in-person']],
      });
      expect(concurrentFields(row)).toEqual([]);
    });
  });

  it('goes by cause: a correction stands although its clock is a day slow', () => {
    const correction = change(1, { state: 'accepted' }, { over: [op(0)], minute: -1440 });
    everyOrder([created, correction], (row) => {
      expect(row.v['state']).toBe('accepted');
    });
  });

  it('keeps both of two concurrent values, shows the greatest, and is settled over both', () => {
    const one = change(1, { state: 'accepted' }, { over: [op(0)], minute: 10, desk: 1 });
    const other = change(2, { state: 'withdrawn' }, { over: [op(0)], minute: 11, desk: 2 });
    everyOrder([created, one, other], (row) => {
      expect(headsOf(row)['state']).toEqual([
        [op(2), 'withdrawn'],
        [op(1), 'accepted'],
      ]);
      expect(concurrentFields(row)).toEqual(['state']);
      expect(headIds(row, ['state', 'modality']).sort()).toEqual([op(0), op(1), op(2)]);
    });
    const settled = change(3, { state: 'accepted' }, { over: [op(1), op(2)], minute: 1 });
    everyOrder([created, one, other, settled], (row) => {
      expect(headsOf(row)['state']).toEqual([[op(3), 'accepted']]);
      expect(concurrentFields(row)).toEqual([]);
    });
  });

  it('is replaced alone: other fields of the replaced operation stay', () => {
    everyOrder([created, change(1, { state: 'accepted' }, { over: [op(0)] })], (row) => {
      expect(row.v).toEqual({ state: 'accepted', modality: 'in-person' });
    });
  });

  it('is empty when an operation claims to replace itself, however often it comes', () => {
    const odd = change(1, { state: 'accepted' }, { over: [op(1)] });
    everyOrder([odd], (row) => {
      expect(row.v).toEqual({});
    });
  });
});

describe('a record', () => {
  it('is not live before it is created, and whole once it is', () => {
    const early = change(1, { state: 'accepted' }, { over: [op(0)] });
    expect(rowOf([early])).toMatchObject({ born: false, live: 0 });
    expect(rowOf([early, created])).toMatchObject({
      born: true,
      live: 1,
      meeting: MEETING,
      v: { state: 'accepted', modality: 'in-person' },
    });
  });

  it('goes when it is removed and comes back when that is undone', () => {
    const removed = change(1, { removed: true });
    const undone = change(2, { removed: false }, { over: [op(1)] });
    everyOrder([created, removed], (row) => expect(row.live).toBe(0));
    everyOrder([created, removed, undone], (row) => expect(row.live).toBe(1));
  });

  it('belongs to the meeting that it was created in, whatever meeting a change names', () => {
    const elsewhere = change(1, { state: 'accepted' }, { meeting: uuid(1, 2), over: [op(0)] });
    everyOrder([created, elsewhere], (row) => expect(row.meeting).toBe(MEETING));
    const person = (number: number, type: string, meeting: string | null) =>
      operationOf({ number, type, meeting, body: { id: ID, set: { synthetic: true } } });
    for (const order of orders([
      person(0, 'person.recorded', null),
      person(1, 'person.changed', MEETING),
      person(2, 'person.changed', uuid(1, 2)),
    ])) {
      expect((projected(order).get('people', ID) as RecordRow).meeting).toBeNull();
    }
  });

  it('shows personal values beside public ones, and defaults for what nobody set', () => {
    const remarked = change(1, {}, { personal: { set: { remarks: 'Arrives late' } } });
    const shown = view('nominations', rowOf([created, remarked]));
    expect(shown).toMatchObject({
      id: ID,
      meeting: MEETING,
      state: 'received',
      remarks: 'Arrives late',
      capacity: 'representative',
      authorisedBy: null,
    });
  });

  it('keeps nothing of a forgotten operation but its place', () => {
    const remarked = change(
      1,
      { state: 'accepted' },
      { over: [op(0)], personal: { set: { remarks: 'x' } } },
    );
    const forgotten: Operation = {
      ...remarked,
      sealed: { digest: '0'.repeat(64), salt: null, text: null },
    };
    const row = rowOf([created, forgotten]);
    expect(row.p).toEqual({});
    expect(row.v['state']).toBe('accepted');
    expect(hashOf(projected([created, forgotten]))).toBe(hashOf(projected([created, remarked])));
  });
});
