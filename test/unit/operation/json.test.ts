import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  canonicalJson,
  JSON_DEPTH,
  jsonObjectSchema,
  jsonSchema,
  notJson,
} from '@shared/operation/json';

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [1.5, '1.5'],
    ['a "quoted" line\n', '"a \\"quoted\\" line\\n"'],
    ['\ud800', '"\\ud800"'],
    [[], '[]'],
    [{}, '{}'],
    [[1, [2, null]], '[1,[2,null]]'],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: undefined, b: { d: 1, c: undefined } }, '{"b":{"d":1}}'],
    [{ 10: 'x', 9: 'y' }, '{"10":"x","9":"y"}'],
    [{ é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
    [JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}'],
  ])('%j → %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same for the same value, however it was put together', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

describe('what a body may hold', () => {
  it.each([['x'], [1], [null], [[1, 'a']], [{ a: { b: [] } }]])('%j', (value) => {
    expect(jsonSchema.safeParse(value).success).toBe(true);
  });

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['infinity', Infinity],
    ['a date', new Date(0)],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a map', new Map([['a', 1]])],
  ])('not %s', (_name, value) => {
    expect(jsonSchema.safeParse(value).success).toBe(false);
  });
});

class Shaped {
  x = 1;
}

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { x: value };
  return value;
};

describe('what is no JSON is named by the way to it', () => {
  it.each<[string, unknown, (string | number)[]]>([
    ['undefined', { a: [1, { b: undefined }] }, ['a', 1, 'b']],
    ['a hole', { a: [1, , 2] }, ['a', 1]],
    ['an infinite number', [[Infinity]], [0, 0]],
    ['a function', { a: { b: () => 1 } }, ['a', 'b']],
    ['a symbol', { a: Symbol('x') }, ['a']],
    ['a date', { when: new Date(0) }, ['when']],
    ['an object of a class', { a: new Shaped() }, ['a']],
    ['bytes', { a: new Uint8Array(2) }, ['a']],
    [
      'a member named __proto__',
      JSON.parse('{"a":[{"__proto__":{"x":1}}]}'),
      ['a', 0, '__proto__'],
    ],
    ['the value itself', 1n, []],
  ])('%s', (_name, value, path) => {
    expect(notJson(value)).toEqual(path);
    const parsed = jsonSchema.safeParse(value);
    expect(parsed.error?.issues).toMatchObject([{ code: 'custom', path }]);
  });

  it('and so is nesting beyond the bound, which a loop is', () => {
    expect(notJson(nested(JSON_DEPTH))).toBeNull();
    expect(notJson(nested(JSON_DEPTH + 1))).toHaveLength(JSON_DEPTH);
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(notJson(loop)).toHaveLength(JSON_DEPTH);
  });

  it('as the library decides it, whatever the value', () => {
    const reference = z.json();
    const bounds = { withDate: true, withMap: true, withBigInt: true, withNullPrototype: true };
    const anything = fc.anything({ ...bounds, withSparseArray: true, withTypedArray: true });
    const mixed = fc.oneof(anything, fc.jsonValue(), fc.dictionary(fc.string(), anything));
    fc.assert(
      fc.property(mixed, (value) => {
        fc.pre(!/"__proto__"/.test(JSON.stringify(keysOf(value))));
        expect(notJson(value) === null).toBe(reference.safeParse(value).success);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([[[]], [null], ['x'], [1], [new Date(0)]])('a body is no %j', (value) => {
    expect(jsonObjectSchema.safeParse(value).success).toBe(false);
  });

  it('a body is handed on as it is', () => {
    const body = { id: 'x', set: { a: [1, null, 'b', true] } };
    expect(jsonObjectSchema.parse(body)).toBe(body);
  });
});

/** The names of all members, wherever they are. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    key,
    ...keysOf((value as Record<string, unknown>)[key]),
  ]);
}

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}
