import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalSteps, overviewOf } from '@shared/domain/attendance/overview';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';

const named = (person: string, set: Partial<Nomination> = {}): Nomination => ({
  ...NOMINATION_DEFAULTS,
  ...{ id: `n-${person}`, meeting: 'm', person, party: 'A', state: 'accepted', ...set },
});

const seen = (person: string, ...events: Partial<AttendanceEvent>[]): Attendance => ({
  ...{ meeting: 'm', person },
  events: events.map((one, at) => ({
    ...{ id: `${person}-${at}`, kind: 'arrived', scope: 'reception', modality: 'in-person' },
    ...{ when: '2023-09-12T07:05:00.000Z', replica: '0a0a0a0a', source: 'search', ...one },
  })),
});

const nobody = () => false;

const byPerson = (...all: Attendance[]) => new Map(all.map((one) => [one.person, one]));

describe('how far a meeting has arrived', () => {
  const overview = overviewOf(
    [
      named('here'),
      named('online', { party: 'B' }),
      named('left'),
      named('missing', { party: 'B' }),
      named('received', { state: 'received' }),
      named('withdrawn', { state: 'withdrawn' }),
      named('walked', { state: 'received', walkIn: true }),
      named('approved', { walkIn: true }),
    ],
    byPerson(
      seen('here', {}),
      seen('online', { modality: 'virtual', source: 'roll-call' }),
      seen('left', {}, { kind: 'left', when: '2023-09-12T08:00:00.000Z' }),
      seen('walked', {}),
      seen('approved', {}),
      seen('withdrawn', {}),
    ),
    nobody,
  );

  it('counts whom it expects, in all and by delegation', () => {
    expect(overview.total).toEqual({ expected: 5, here: 2, online: 1, left: 1, missing: 1 });
    expect(Object.fromEntries(overview.byParty)).toEqual({
      A: { expected: 3, here: 2, online: 0, left: 1, missing: 0 },
      B: { expected: 2, here: 0, online: 1, left: 0, missing: 1 },
    });
  });

  it('names walk-ins that nobody approved apart', () => {
    expect(overview.provisional.map(({ nomination }) => nomination.person)).toEqual(['walked']);
  });

  it('counts somebody with two nominations once, by the first', () => {
    const twice = [named('p'), named('p', { id: 'n2', party: 'B' })];
    const { total, byParty } = overviewOf(twice, byPerson(seen('p', {})), nobody);
    expect(total.expected).toBe(1);
    expect([...byParty.keys()]).toEqual(['A']);
  });

  it('waits for nobody who was forgotten, and keeps whoever of them had come', () => {
    const { total, byParty, people, provisional } = overviewOf(
      [
        named('missing'),
        named('gone'),
        named('came'),
        named('only', { party: 'B' }),
        named('walked', { state: 'received', walkIn: true }),
      ],
      byPerson(seen('came', {})),
      (person) => person !== 'missing',
    );
    expect(total).toEqual({ expected: 2, here: 1, online: 0, left: 0, missing: 1 });
    expect([...byParty.keys()]).toEqual(['A']);
    expect(people.map(({ nomination }) => nomination.person)).toEqual(['missing', 'came']);
    expect(provisional).toEqual([]);
  });

  it('always adds up', () => {
    const whereabouts = fc.constantFrom('none', 'here', 'online', 'left');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), whereabouts), { maxLength: 60 }), (people) => {
        const nominations = people.map(([party], at) => named(`p${at}`, { party: `P${party}` }));
        const attendance = byPerson(
          ...people.flatMap(([, where], at) => {
            if (where === 'none') return [];
            if (where === 'online') return [seen(`p${at}`, { modality: 'virtual' })];
            return [seen(`p${at}`, {}, ...(where === 'left' ? [{ kind: 'left' as const }] : []))];
          }),
        );
        const { total, byParty } = overviewOf(nominations, attendance, nobody);
        for (const counts of [total, ...byParty.values()]) {
          expect(counts.here + counts.online + counts.left + counts.missing).toBe(counts.expected);
        }
        const sum = [...byParty.values()].reduce((all, { expected }) => all + expected, 0);
        expect(sum).toBe(total.expected);
      }),
    );
  });
});

describe('arrivals by steps of time', () => {
  const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const at = (time: string, set: Partial<AttendanceEvent> = {}) => ({
    ...{ when: `2023-09-12T${time}:00.000Z`, ...set },
  });
  const steps = (...all: Attendance[]) =>
    arrivalSteps(all, '2023-09-12', dayOf, 10).map(({ start, count }) => [
      new Date(start).toISOString().slice(11, 16),
      count,
    ]);

  it('go from the first to the last without a gap', () => {
    expect(steps(seen('a', at('07:02')), seen('b', at('07:09')), seen('c', at('07:31')))).toEqual([
      ['07:00', 2],
      ['07:10', 0],
      ['07:20', 0],
      ['07:30', 1],
    ]);
  });

  it('count everybody once, when they first came that day', () => {
    const returned = seen('a', at('07:02'), at('08:00', { kind: 'left' }), at('09:00'));
    expect(steps(returned)).toEqual([['07:00', 1]]);
  });

  it('count neither those online nor another day', () => {
    const before = seen('b', { when: '2023-09-11T07:00:00.000Z' });
    expect(steps(seen('a', at('07:02', { modality: 'virtual' })), before)).toEqual([]);
    expect(steps(seen('c', { when: '2023-09-11T07:00:00.000Z' }, at('08:10')))).toEqual([
      ['08:10', 1],
    ]);
  });
});
