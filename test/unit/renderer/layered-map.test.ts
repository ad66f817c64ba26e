import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayeredMap } from '@renderer/db/layered-map';

interface Value {
  readonly is: number;
}
const value = (is: number): Value => ({ is });
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => [`k${at}`, value(at)] as const);

describe('a layered map', () => {
  it('is what a plain map would be, version after version', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer(), { nil: null }));
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 60 }), { maxLength: 30 }), (versions) => {
        let layered = LayeredMap.of<string, Value>(many(20));
        const plain = new Map<string, Value>(many(20));
        for (const steps of versions) {
          const entries = steps.map(([key, to]): [string, Value | undefined] => [
            `k${key}`,
            to === null ? undefined : value(to),
          ]);
          for (const [key, to] of entries) {
            if (to === undefined) plain.delete(key);
            else plain.set(key, to);
          }
          layered = layered.change(entries);
          expect(layered.size).toBe(plain.size);
          expect(new Map(layered)).toEqual(plain);
          expect([...layered.keys()].every((key) => layered.has(key))).toBe(true);
          expect([...layered.values()]).toHaveLength(plain.size);
        }
      }),
    );
  });

  it('leaves the version before as it was', () => {
    const before = LayeredMap.of<string, Value>(many(3));
    const after = before.change([
      ['k0', undefined],
      ['k1', value(9)],
      ['new', value(7)],
    ]);
    expect([...before]).toEqual(many(3));
    expect([...after]).toEqual([
      ['k1', value(9)],
      ['k2', value(2)],
      ['new', value(7)],
    ]);
  });

  it('tells what changed since, or that it takes a comparison', () => {
    const before = LayeredMap.of<string, Value>(many(2000));
    const next = before.change([['k5', value(-1)]]);
    const later = next.change([
      ['k6', undefined],
      ['new', value(1)],
    ]);
    expect(next.changedSince(before)).toEqual(['k5']);
    expect(later.changedSince(next)).toEqual(['k6', 'new']);
    expect(later.changedSince(later)).toEqual([]);
    const flattened = later.change(many(600).map(([key]) => [key, value(-2)] as const));
    expect(flattened.changedSince(later)).toBeNull();
    expect(flattened.size).toBe(2001);
  });
});
