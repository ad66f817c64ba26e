import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  covered,
  overlapSeconds,
  unite,
  type Interval,
} from '@shared/domain/attendance/intervals';

describe('unite', () => {
  it.each<[string, Interval[], Interval[]]>([
    ['nothing', [], []],
    ['one', [[1, 2]], [[1, 2]]],
    [
      'apart, out of order',
      [
        [5, 6],
        [1, 2],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      'overlapping',
      [
        [1, 4],
        [3, 6],
      ],
      [[1, 6]],
    ],
    [
      'touching',
      [
        [1, 3],
        [3, 6],
      ],
      [[1, 6]],
    ],
    [
      'one inside the other',
      [
        [1, 9],
        [3, 6],
      ],
      [[1, 9]],
    ],
    [
      'twice the same',
      [
        [1, 2],
        [1, 2],
      ],
      [[1, 2]],
    ],
    [
      'empty and reversed',
      [
        [2, 2],
        [5, 3],
        [7, 8],
      ],
      [[7, 8]],
    ],
  ])('%s', (_name, given, united) => {
    expect(unite(given)).toEqual(united);
  });

  it('leaves what it was given as it was', () => {
    const given: Interval[] = [
      [3, 5],
      [1, 4],
    ];
    unite(given);
    expect(given).toEqual([
      [3, 5],
      [1, 4],
    ]);
  });
});

it('overlap with a session is in seconds, unrounded', () => {
  const session: Interval = [10_000, 20_000];
  expect(overlapSeconds([[0, 5_000]], session)).toBe(0);
  expect(
    overlapSeconds(
      [
        [0, 10_000],
        [20_000, 30_000],
      ],
      session,
    ),
  ).toBe(0);
  expect(
    overlapSeconds(
      [
        [0, 12_000],
        [11_000, 12_500],
        [19_000, 99_000],
      ],
      session,
    ),
  ).toBe(3.5);
});

/** Counted second by second, the slow way that nobody can get wrong. */
describe('against a count of every second', () => {
  const SPAN = 60;
  const interval = fc
    .tuple(fc.integer({ min: -5, max: SPAN + 5 }), fc.integer({ min: -5, max: SPAN + 5 }))
    .map(([start, end]): Interval => [start, end]);
  const some = fc.array(interval, { maxLength: 12 });
  const at = (all: readonly Interval[], second: number) =>
    all.some(([start, end]) => start <= second && second < end);
  const seconds = Array.from({ length: SPAN + 12 }, (_, index) => index - 6);

  it('covers exactly the same seconds, disjoint and in order', () => {
    fc.assert(
      fc.property(some, (given) => {
        const united = unite(given);
        for (const second of seconds) expect(at(united, second)).toBe(at(given, second));
        united.slice(1).forEach(([start], index) => {
          expect(start).toBeGreaterThan(united[index]![1]);
        });
        expect(covered(given)).toBe(seconds.filter((second) => at(given, second)).length);
      }),
    );
  });

  it('clips to, and overlaps with, a window', () => {
    fc.assert(
      fc.property(some, interval, (given, window) => {
        const inside = seconds.filter((second) => at(given, second) && at([window], second));
        expect(covered(clip(given, window))).toBe(inside.length);
        const scaled = given.map(([start, end]): Interval => [start * 1000, end * 1000]);
        expect(overlapSeconds(scaled, [window[0] * 1000, window[1] * 1000])).toBe(inside.length);
      }),
    );
  });

  it('order and repetition do not matter', () => {
    fc.assert(
      fc.property(some, (given) => {
        expect(unite([...given].reverse())).toEqual(unite(given));
        expect(unite([...unite(given), ...given])).toEqual(unite(given));
      }),
    );
  });
});
