import { describe, expect, it } from 'vitest';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId, type AttendanceRow } from '@shared/projections/row';
import type { Operation } from '@shared/operation/operation';
import { operationOf, uuid } from './random-operations';
import { hashOf, projected } from './visible';

const MEETING = uuid(1, 1);
const PERSON = uuid(2, 1);
const SESSION = `session:${uuid(5, 1)}`;

const arrived = (number: number, when: string, scope = 'reception', desk = 0) =>
  operationOf({
    number,
    desk,
    type: 'attendance.arrived',
    meeting: MEETING,
    body: { person: PERSON, scope, modality: 'in-person', when, source: 'scan' },
  });
const retracted = (number: number, over: number[], person = PERSON) =>
  operationOf({
    number,
    type: 'attendance.retracted',
    meeting: MEETING,
    over: over.map((one) => uuid(9, one)),
    body: { person },
  });

const eventsOf = (operations: readonly Operation[]) => {
  const row = projected(operations).get('attendance', attendanceId(MEETING, PERSON));
  return row === undefined ? [] : attendanceView(row as AttendanceRow).events;
};
const EARLY = '2023-06-13T06:10:00.000Z';
const LATE = '2023-06-13T06:40:00.000Z';

describe('a presence', () => {
  it('is shown in order of time, whatever order it came in', () => {
    const operations = [arrived(1, LATE, SESSION), arrived(2, EARLY)];
    for (const order of [operations, operations.toReversed()]) {
      expect(eventsOf(order).map(({ scope, when }) => [scope, when])).toEqual([
        ['reception', EARLY],
        [SESSION, LATE],
      ]);
    }
  });

  it('keeps both of two arrivals that two desks recorded', () => {
    const both = [arrived(1, EARLY, SESSION, 1), arrived(2, EARLY, SESSION, 2)];
    expect(eventsOf([...both, ...both]).map((one) => one.replica)).toEqual([
      '22222222',
      '33333333',
    ]);
  });

  it('does not return when its retraction came first', () => {
    const arrival = arrived(1, EARLY);
    const undo = retracted(2, [1]);
    for (const order of [
      [arrival, undo],
      [undo, arrival],
      [undo, arrival, undo, arrival],
    ]) {
      expect(eventsOf(order)).toEqual([]);
    }
    expect(hashOf(projected([undo, arrival]))).toBe(hashOf(projected([])));
  });

  it('can be recorded again after it was taken back', () => {
    const again = [arrived(1, EARLY), retracted(2, [1]), arrived(3, LATE)];
    expect(eventsOf(again).map((one) => one.id)).toEqual([uuid(9, 3)]);
    expect(eventsOf(again.toReversed()).map((one) => one.id)).toEqual([uuid(9, 3)]);
  });

  it('is not taken back by a retraction about somebody else', () => {
    const operations = [arrived(1, EARLY), retracted(2, [1], uuid(2, 2))];
    expect(eventsOf(operations)).toHaveLength(1);
    expect(eventsOf(operations.toReversed())).toHaveLength(1);
  });

  it('shows what was recorded', () => {
    expect(eventsOf([arrived(1, EARLY)])).toEqual([
      {
        id: uuid(9, 1),
        kind: 'arrived',
        scope: 'reception',
        modality: 'in-person',
        when: EARLY,
        replica: '11111111',
        source: 'scan',
      },
    ]);
  });
});

describe('the state hash', () => {
  it('tells an arrival from none, and one time from another', () => {
    const hashes = [[], [arrived(1, EARLY)], [arrived(1, LATE)], [arrived(1, EARLY, SESSION)]].map(
      (operations) => hashOf(projected(operations)),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('does not look at stamps, at operations by name, or at imports', () => {
    const now = arrived(1, EARLY);
    const later = { ...arrived(5, EARLY), at: arrived(90, EARLY).at };
    expect(hashOf(projected([later]))).toBe(hashOf(projected([now])));
    const made = operationOf({
      number: 7,
      type: 'import.made',
      meeting: MEETING,
      body: { id: uuid(6, 1), set: { kind: 'nominations', rows: 3, state: 'made' } },
    });
    expect(hashOf(projected([now, made]))).toBe(hashOf(projected([now])));
  });

  it('does not look at personal values, removed records or concurrent order', () => {
    const person = (number: number, type: string, set: Record<string, boolean>, family?: string) =>
      operationOf({
        number,
        type,
        body: { id: PERSON, set },
        personal: family === undefined ? null : { set: { family } },
      });
    const one = person(1, 'person.recorded', { synthetic: true }, 'Tarv');
    const other = person(1, 'person.recorded', { synthetic: true }, 'Belm');
    expect(hashOf(projected([one]))).toBe(hashOf(projected([other])));
    const removed = person(2, 'person.changed', { removed: true });
    expect(hashOf(projected([removed, one]))).toBe(hashOf(projected([])));
  });
});
