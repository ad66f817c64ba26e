import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyBetween } from '@shared/domain/order-key';

describe('order keys', () => {
  it.each([
    [null, null],
    ['a0', null],
    [null, 'i'],
    ['a', 'b'],
    ['i', 'i1'],
    ['zz', null],
  ])('between %s and %s', (before, after) => {
    const key = keyBetween(before, after);
    if (before !== null) expect(key > before).toBe(true);
    if (after !== null) expect(key < after).toBe(true);
    expect(key.endsWith('0')).toBe(false);
  });

  it('always finds room, wherever items are inserted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 200 }), (positions) => {
        const keys: string[] = [];
        for (const position of positions) {
          const at = position % (keys.length + 1);
          keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect(keys).toEqual([...keys].sort());
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
