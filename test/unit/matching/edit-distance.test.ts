import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '@shared/matching/edit-distance';
import { errorsAllowed, likelyTokens } from '@shared/matching/typo';

/** The definition, without bound or thrift. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [p, q] = [a.slice(0, -1), b.slice(0, -1)];
  const options = [
    slowDistance(p, b) + 1,
    slowDistance(a, q) + 1,
    slowDistance(p, q) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}

describe('edit distance', () => {
  it.each([
    ['petrov', 'petrov', 0],
    ['petrov', 'petrv', 1],
    ['petrov', 'pertov', 1],
    ['petrov', 'petrova', 1],
    ['petrov', 'pavlov', 3],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it('is what the definition says, up to its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
    );
  });
});

describe('tokens that a word may be meant for', () => {
  it.each([
    ['pet', 0],
    ['petr', 1],
    ['petrovic', 2],
  ])('%s may contain %i errors', (word, errors) => {
    expect(errorsAllowed(word)).toBe(errors);
  });

  it('finds those within the errors allowed', () => {
    const tokens = ['petrov', 'petrova', 'pavlov', 'pet', 'stojkovic'];
    expect(likelyTokens(tokens, 'petrv').map(({ token }) => token)).toEqual(['petrov']);
    expect(likelyTokens(tokens, 'pe')).toEqual([]);
  });
});
