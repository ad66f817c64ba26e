import { describe, expect, it } from 'vitest';
import { lineMeant, NO_JUMP, typed } from '@renderer/features/paper/enter/jump';

const NAMES = ['alpha, zoe', 'beta, jan', 'be-ta, ana', 'zeta, ana'];

describe('getting to a line', () => {
  it.each([
    ['1', 0, 0],
    ['4', 0, 3],
    ['04', 2, 3],
    ['5', 0, -1],
    ['0', 0, -1],
    ['be', 0, 1],
    ['be', 2, 2],
    ['be', 3, 1],
    ['z', 3, 3],
    ['q', 0, -1],
  ])('by "%s" from line %i: %i', (text, from, line) => {
    expect(lineMeant(text, NAMES, from)).toBe(line);
  });

  it('takes keys together that come one after the other, and begins anew after a pause', () => {
    const first = typed(NO_JUMP, '1', 10_000);
    const second = typed(first, '2', 10_900);
    expect(second.text).toBe('12');
    expect(typed(second, '3', 12_200).text).toBe('3');
  });

  it('has nowhere to go in an empty list', () => {
    expect(lineMeant('a', [], 0)).toBe(-1);
  });
});
