import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unite, type Interval } from '@shared/domain/attendance/intervals';
import { concurrentIn } from '@shared/statistics/virtual/concurrent';

const START = Date.parse('2023-06-13T09:00:00Z');
const at = (from: number, to: number): Interval => [START + from * 60_000, START + to * 60_000];

describe('concurrent viewers', () => {
  it('are those connected at the full minute', () => {
    const curve = concurrentIn(at(0, 6), [
      [at(-5, 2)],
      [at(1, 3), at(4, 90)],
      // Between two full minutes: never seen at one.
      [at(2.2, 2.9)],
    ]);
    expect([...curve.counts]).toEqual([1, 2, 1, 0, 1, 1]);
    expect([curve.most, curve.mostAt, curve.median]).toEqual([2, 1, 1]);
  });

  it('have a median between two minutes when they are even', () => {
    const { median } = concurrentIn(at(0, 4), [[at(0, 2)], [at(0, 2)], [at(0, 2)]]);
    expect(median).toBe(1.5);
  });

  it('are nobody in a session without time', () => {
    const curve = concurrentIn(at(0, 0), [[at(-1, 1)]]);
    expect([curve.counts.length, curve.most, curve.median]).toEqual([0, 0, 0]);
  });

  it('equal a recount minute by minute', () => {
    const stay = fc
      .tuple(fc.integer({ min: -3000, max: 9000 }), fc.nat(4000))
      .map(([from, length]): Interval => [START + from * 1000, START + (from + length) * 1000]);
    const viewers = fc.array(fc.array(stay, { maxLength: 4 }).map(unite), { maxLength: 12 });
    fc.assert(
      fc.property(viewers, fc.integer({ min: 1, max: 7000 }), (all, seconds) => {
        const session: Interval = [START, START + seconds * 1000];
        const { counts, most, median } = concurrentIn(session, all);
        const recount: number[] = [];
        for (let t = session[0]; t < session[1]; t += 60_000) {
          recount.push(all.filter((one) => one.some(([a, b]) => a <= t && t < b)).length);
        }
        const sorted = recount.toSorted((a, b) => a - b);
        const half = sorted.length / 2;
        const middle = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
        expect([...counts]).toEqual(recount);
        expect([most, median]).toEqual([Math.max(...recount), middle]);
      }),
    );
  });
});
