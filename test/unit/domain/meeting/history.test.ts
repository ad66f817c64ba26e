import { describe, expect, it } from 'vitest';
import { stepsOf } from '@shared/domain/meeting/history';
import type { Body, Stamped } from '@shared/operation/operation';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const MEETING = uuid(1);
const hybrid = { format: 'hybrid', start: '2023-02-07', end: '2023-02-08' };

function stamped(n: number, type: string, day: string, set: Body, id = MEETING): Stamped {
  return {
    n,
    operation: {
      id: uuid(100 + n),
      replica: uuid(50),
      seq: n,
      prev: '0'.repeat(64),
      at: `${day}T08:00:00.000Z-0000-00000000`,
      actor: uuid(60),
      meeting: MEETING,
      type,
      v: 1,
      over: [],
      subjects: [],
      blobs: [],
      body: { id, set },
      sealed: null,
    },
  };
}

describe('the steps of a meeting', () => {
  it('are every value of dates, format and state, with reason and operator, in order of time', () => {
    const postponed = {
      state: 'postponed',
      changeReason: 'Earthquake',
      announced: { ...hybrid, start: null, end: null },
    };
    const steps = stepsOf(
      [
        // It came from another desk, later than it happened.
        stamped(3, 'meeting.postponed', '2023-02-06', postponed),
        stamped(1, 'meeting.created', '2022-11-01', {
          title: 'T',
          planned: hybrid,
          announced: null,
          state: 'planned',
        }),
        stamped(2, 'meeting.changed', '2022-12-01', { announced: hybrid }),
      ],
      MEETING,
    );
    expect(steps).toEqual([
      {
        id: uuid(101),
        at: '2022-11-01T08:00:00.000Z',
        actor: uuid(60),
        schedules: [{ stage: 'planned', schedule: hybrid }],
        state: 'planned',
        reason: null,
      },
      {
        id: uuid(102),
        at: '2022-12-01T08:00:00.000Z',
        actor: uuid(60),
        schedules: [{ stage: 'announced', schedule: hybrid }],
        state: null,
        reason: null,
      },
      {
        id: uuid(103),
        at: '2023-02-06T08:00:00.000Z',
        actor: uuid(60),
        schedules: [{ stage: 'announced', schedule: { ...hybrid, start: null, end: null } }],
        state: 'postponed',
        reason: 'Earthquake',
      },
    ]);
  });

  it('are none of what is something else, was not permitted, or is not about dates', () => {
    const operations: Stamped[] = [
      stamped(1, 'meeting.changed', '2022-11-01', { city: 'Ankara' }),
      stamped(2, 'session.changed', '2022-11-02', { date: '2023-02-07' }),
      stamped(3, 'meeting.moved', '2022-11-03', { state: 'cancelled' }, uuid(2)),
      { ...stamped(4, 'meeting.moved', '2022-11-04', { state: 'cancelled' }), void: true },
    ];
    expect(stepsOf(operations, MEETING)).toEqual([]);
  });
});
