import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairTable } from '@shared/matching/pair-table';

it('knows of each pair what was last said of it, in any number and order', () => {
  const number = fc.integer({ min: 0, max: 2 ** 26 - 1 });
  const said = fc.array(fc.tuple(number, number, fc.integer({ min: 1, max: 255 })), {
    ...{ maxLength: 200 },
  });
  fc.assert(
    fc.property(said, (all) => {
      const table = new PairTable();
      const plain = new Map<string, number>();
      for (const [one, other, value] of all) {
        table.set(one, other, value);
        plain.set(`${String(one)} ${String(other)}`, value);
      }
      for (const [one, other] of all) {
        expect(table.get(one, other)).toBe(plain.get(`${String(one)} ${String(other)}`));
        expect(table.get(other, one)).toBe(plain.get(`${String(other)} ${String(one)}`) ?? 0);
      }
    }),
  );
});

it('grows without losing anything', () => {
  const table = new PairTable();
  for (let at = 0; at < 20_000; at += 1) table.set(at % 200, at, 1 + (at % 9));
  for (let at = 0; at < 20_000; at += 1) expect(table.get(at % 200, at)).toBe(1 + (at % 9));
  expect(table.get(1, 0)).toBe(0);
});
