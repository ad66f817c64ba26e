import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { derivedId } from '@shared/domain/derived-id';

describe('the id of a record that exists once for what it is about', () => {
  it('is a UUID of version 8, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (parts) => {
        const id = derivedId(...parts);
        expect(z.uuid().safeParse(id).success).toBe(true);
        expect(id[14]).toBe('8');
        expect(derivedId(...parts)).toBe(id);
      }),
    );
  });

  it('tells parts apart, not only their letters', () => {
    const ids = [
      derivedId('a', 'bc'),
      derivedId('ab', 'c'),
      derivedId('abc'),
      derivedId('bc', 'a'),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('is another one for each of 160,000 neighbouring parts', () => {
    const ids = new Set<string>();
    const records = Array.from({ length: 400 }, (_, at) => at.toString(16).padStart(12, '0'));
    for (const one of records) {
      for (const other of records) {
        ids.add(derivedId(`01890000-0000-7000-8000-${one}`, `01890000-0000-7000-9000-${other}`));
      }
    }
    expect(ids.size).toBe(400 * 400);
    // Each part by itself is as varied as chance would have it.
    const parts = (from: number, to: number) => new Set([...ids].map((id) => id.slice(from, to)));
    expect(parts(0, 8).size).toBeGreaterThan(159_900);
    expect(parts(9, 13).size).toBeGreaterThan(59_000);
    expect(parts(24, 36).size).toBe(160_000);
  });
});
