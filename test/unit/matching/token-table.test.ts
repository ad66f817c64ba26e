import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ranking } from '@shared/matching/ranking';
import { TokenTable } from '@shared/matching/token-table';

describe('a table of tokens', () => {
  it('finds what a look at every token finds, however lookups and additions alternate', () => {
    const token = fc.string({
      unit: fc.constantFrom('a', 'b', 'ж', '王'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(token, fc.boolean()), { maxLength: 300 }),
        token,
        (steps, sought) => {
          const table = new TokenTable();
          const all: [string, number][] = [];
          const found = () => {
            const values: number[] = [];
            table.beginningWith(sought, (own) => values.push(...own));
            return values.sort((a, b) => a - b);
          };
          const expected = () =>
            all.filter(([own]) => own.startsWith(sought)).map(([, value]) => value);
          steps.forEach(([own, lookUp], value) => {
            table.add(own, value);
            all.push([own, value]);
            if (lookUp) expect(found()).toEqual(expected());
          });
          expect(found()).toEqual(expected());
        },
      ),
    );
  });
});

describe('a ranking', () => {
  it('is the beginning of the sorted list', () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.string({ maxLength: 2 })));
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 5 }), (list, limit) => {
        const ranking = new Ranking<string>(limit, (a, b) => a < b);
        for (const [rank, item] of list) ranking.add(item, rank);
        const sorted = [...list].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
        expect(ranking.items).toEqual(sorted.slice(0, limit).map(([, item]) => item));
      }),
    );
  });
});
