import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sequences } from '@shared/sync/vector';

describe('sequences', () => {
  it.each<[string, number[], number, number, number]>([
    ['nothing', [], 0, 0, 0],
    ['in order', [1, 2, 3], 3, 3, 0],
    ['backwards', [3, 2, 1], 3, 3, 0],
    ['a gap', [1, 2, 5], 2, 5, 2],
    ['no beginning', [4], 0, 4, 3],
    ['a gap that closes', [1, 3, 4, 2], 4, 4, 0],
    ['repeated', [1, 1, 2, 2, 1], 2, 2, 0],
    ['repeated beyond a gap', [3, 3, 5, 5], 0, 5, 3],
  ])('%s', (_name, numbers, contiguous, highest, missing) => {
    const sequences = new Sequences();
    for (const seq of numbers) sequences.add('a', seq);
    expect(sequences.vector()).toEqual(contiguous === 0 ? {} : { a: contiguous });
    expect(sequences.highest('a')).toBe(highest);
    expect(sequences.missing('a')).toBe(missing);
  });

  it('keeps replicas apart', () => {
    const sequences = new Sequences();
    sequences.add('a', 1);
    sequences.add('b', 2);
    expect(sequences.vector()).toEqual({ a: 1 });
    expect(sequences.highest('c')).toBe(0);
    expect(sequences.missing('c')).toBe(0);
  });

  it('takes a whole run at once, also over what is beyond a gap', () => {
    const sequences = new Sequences();
    for (const seq of [3, 5, 6, 9]) sequences.add('a', seq);
    sequences.addAll('a', 4);
    expect(sequences.vector()).toEqual({ a: 6 });
    sequences.addAll('a', 2);
    expect(sequences.vector()).toEqual({ a: 6 });
    expect(sequences.missing('a')).toBe(2);
  });

  it('counts like a set', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 30 }), (list, run) => {
        const sequences = new Sequences();
        const set = new Set(list);
        for (const seq of list) sequences.add('a', seq);
        sequences.addAll('a', run);
        for (let seq = 1; seq <= run; seq += 1) set.add(seq);
        let contiguous = 0;
        while (set.has(contiguous + 1)) contiguous += 1;
        const highest = Math.max(0, ...set);
        expect(sequences.vector()).toEqual(contiguous === 0 ? {} : { a: contiguous });
        expect(sequences.highest('a')).toBe(highest);
        expect(sequences.missing('a')).toBe(highest - set.size);
      }),
    );
  });
});
