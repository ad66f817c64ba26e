import { describe, expect, it } from 'vitest';
import { marginOf, writtenMargin } from '@shared/statistics/virtual/margin';

describe('the margin of a presence', () => {
  it.each([
    // minutes, needed, written, reached, near
    [12, 10, '12 of 10: +2', true, true],
    [8, 10, '8 of 10: −2', false, true],
    [7.99, 10, '7 of 10: −3', false, false],
    [12.01, 10, '12 of 10: +2', true, false],
    [10, 10, '10:00 of 10:00: ±0:00', true, true],
    [9 + 59 / 60, 10, '9:59 of 10:00: −0:01', false, true],
    [9.999, 10, '9:59 of 10:00: −0:01', false, true],
    [10.5, 10, '10:30 of 10:00: +0:30', true, true],
    [177.6, 10, '177 of 10: +167', true, false],
    // A quarter of half an hour.
    [6, 7.5, '6:00 of 7:30: −1:30', false, true],
    [0, 10, '0 of 10: −10', false, false],
  ])('%s minutes of %s are written "%s"', (minutes, needed, expected, reached, near) => {
    const margin = marginOf(minutes, needed);
    const text = writtenMargin(margin);
    expect(`${text.minutes} of ${text.needed}: ${text.by}`).toBe(expected);
    expect([margin.reached, margin.near]).toEqual([reached, near]);
  });

  it('never writes a threshold as reached that was not', () => {
    for (let ms = 0; ms <= 15 * 60_000; ms += 97) {
      const margin = marginOf(ms / 60_000, 10);
      expect(writtenMargin(margin).by.startsWith('−')).toBe(!margin.reached);
    }
  });
});
