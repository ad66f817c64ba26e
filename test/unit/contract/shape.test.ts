import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, shapeProblem } from '@shared/contract/shape';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { x: value };
  return value;
};

describe('the shape of an argument', () => {
  it.each([
    ['a number', 1, null],
    ['null', null, null],
    ['nesting at the bound', nested(MAX_DEPTH), null],
    ['nesting beyond it', nested(MAX_DEPTH + 1), 'too-deep'],
    ['nesting far beyond it', nested(100_000), 'too-deep'],
    ['a member named __proto__', JSON.parse('{"a":[{"__proto__":{"x":1}}]}'), 'prototype'],
    ['bytes', { bytes: new Uint8Array(1_000_000) }, null],
  ])('%s', (_, value, problem) => {
    expect(shapeProblem(value)).toBe(problem);
  });

  it('that refers to itself is too deep', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(shapeProblem(loop)).toBe('too-deep');
  });

  it('that names one part again and again is too much', () => {
    let fan: unknown[] = [];
    for (let level = 0; level < 40; level += 1) fan = [fan, fan];
    expect(shapeProblem(fan)).toBe('too-many');
  });
});
