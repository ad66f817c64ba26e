import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESKS, LOGINS, PEOPLE, desks, type Desk } from './desks';

/**
 * Two desks decide on the same logins without hearing of one another, exchange now and then, and at
 * last have everything. Whatever the order, both must show the same.
 */
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom('link', 'reject', 'nobody', 'open', 'revoke'),
    desk: fc.nat(DESKS - 1),
    login: fc.nat(LOGINS - 1),
    person: fc.nat(PEOPLE - 1),
  }),
  fc.record({ kind: fc.constant('exchange'), from: fc.nat(DESKS - 1) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe('decisions of two desks on the same logins', () => {
  it('keep everybody of whom either said that they are not meant', () => {
    const { all, people } = desks(1, 'exchanged');
    const [one, other] = all as [Desk, Desk];
    one.act('reject', 0, people[0] ?? '');
    other.act('reject', 0, people[1] ?? '');
    one.replica.merge(other.replica.operations());
    other.replica.merge(one.replica.operations());
    for (const desk of all) {
      expect(desk.logins()[0]?.rejected.toSorted()).toEqual(people.slice(0, 2).toSorted());
    }
    one.act('reject', 0, people[2] ?? '');
    expect(one.logins()[0]?.rejected.toSorted()).toEqual(people.toSorted());
  });

  it('end in one state, whatever was exchanged when', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 24 }), fc.nat(1_000_000), (steps: Step[], seed) => {
        const { all, people } = desks(seed, 'exchanged');
        const [one, other] = all as [Desk, Desk];
        for (const taken of steps) {
          if ('from' in taken) {
            const [from, to] = taken.from === 0 ? [one, other] : [other, one];
            to.replica.merge(from.replica.operations());
          } else {
            all[taken.desk]?.act(taken.kind, taken.login, people[taken.person] ?? '');
          }
        }
        one.replica.merge(other.replica.operations());
        other.replica.merge([...one.replica.operations()].reverse());
        expect(other.hash()).toBe(one.hash());
        expect(other.logins()).toEqual(one.logins());
      }),
      { numRuns: 200 },
    );
  });
});
