import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPerson, LoginMatch } from '@shared/matching/candidates';
import { Carried } from '@renderer/features/virtual/before';
import { isStrange } from '@renderer/features/virtual/import/ahead';
import { inOrder } from '@renderer/features/virtual/piles/name-order';

const anna: KnownPerson = {
  ...{ id: 'a', family: 'Tarvel', given: 'Anna', full: '', native: '', emails: ['a@example.org'] },
  ...{ aliases: ['Annie'], party: 'EXL', institution: 'Office' },
  seen: [{ name: 'Anna T', meeting: 'm1' }],
};
const match: LoginMatch = { linked: null, kind: 'person', parties: [], candidates: [] };
const login = { name: 'Anna Tarvel', email: null };

describe('what was compared while a file was looked at', () => {
  const keeping = () => {
    const carried = new Carried();
    carried.keep([anna], [[login, match]]);
    return carried;
  };

  it('is known among the same people, by name and address, and kept no longer then', () => {
    const carried = keeping();
    const known = carried.take([{ ...anna }]);
    expect(known({ ...login })).toBe(match);
    expect(known({ ...login, email: 'x@example.org' })).toBeUndefined();
    expect(known({ ...login, name: 'Anna' })).toBeUndefined();
    expect(carried.take([anna])(login)).toBeUndefined();
  });

  it.each<[string, Partial<KnownPerson>]>([
    ['a name', { family: 'Tarvell' }],
    ['an address', { emails: [] }],
    ['a remembered name', { aliases: [] }],
    ['an institution', { institution: '' }],
    ['a delegation', { party: null }],
    ['where they were seen', { seen: [{ name: 'Anna T', meeting: 'm2' }] }],
  ])('is not known once %s is another, and is there when it is as it was', (_, changed) => {
    const carried = keeping();
    expect(carried.take([{ ...anna, ...changed }])(login)).toBeUndefined();
    expect(carried.take([anna])(login)).toBe(match);
  });

  it('is gone with the file', () => {
    const carried = keeping();
    carried.drop();
    expect(carried.take([anna])(login)).toBeUndefined();
  });
});

describe('a report that may be of another meeting', () => {
  it.each([
    ['nobody of many is expected', { expected: 40, linked: 0, confirm: 0, unmatched: 30 }, true],
    ['a few of many are', { expected: 900, linked: 1, confirm: 20, unmatched: 400 }, true],
    [
      'everybody expected is among an audience',
      { expected: 40, linked: 30, confirm: 10, unmatched: 900 },
      false,
    ],
    ['half are expected', { expected: 40, linked: 1, confirm: 14, unmatched: 15 }, false],
    ['four connected', { expected: 40, linked: 0, confirm: 0, unmatched: 4 }, false],
    ['nobody is expected at all', { expected: 0, linked: 0, confirm: 0, unmatched: 30 }, false],
  ])('%s', (_, ahead, strange) => {
    expect(isStrange(ahead)).toBe(strange);
  });
});

it('names are put in order bit by bit as at once, equal ones as they came', () => {
  const named = fc.array(fc.record({ name: fc.string({ maxLength: 3 }), at: fc.nat() }), {
    maxLength: 2_000,
    size: 'max',
  });
  const compare = (one: { name: string }, other: { name: string }) =>
    one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
  fc.assert(
    fc.property(named, (all) => {
      const steps = inOrder(all, compare);
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      expect(step.value).toEqual(all.toSorted(compare));
    }),
    { numRuns: 30 },
  );
});
