import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitedLogins } from '@shared/domain/virtual/same-file';
import { LOGIN_DEFAULTS, type Link, type Login } from '@shared/domain/virtual/types';
import { DESKS, LOGINS, PEOPLE, desks, type Desk } from './desks';

/** Both have everything, each in another order. */
function exchange(one: Desk, other: Desk): void {
  one.replica.merge([...other.replica.operations()].reverse());
  other.replica.merge(one.replica.operations());
}

/** Two desks that took one and the same file over apart. */
function apart(seed = 1): { one: Desk; other: Desk; people: string[] } {
  const { all, people } = desks(seed, 'apart');
  const [one, other] = all as [Desk, Desk];
  return { one, other, people };
}

const handOf = (...persons: string[]): Link => ({ kind: 'persons', persons, by: 'hand' });

describe('one file that two desks took over apart', () => {
  it('counts once, and what either decided holds', () => {
    const { one, other, people } = apart();
    const [anna = '', borys = ''] = people;
    one.act('link', 0, anna);
    other.act('link', 1, borys);
    other.act('nobody', 2, '');
    exchange(one, other);
    expect(one.reports()).toHaveLength(2);
    expect(one.logins().map(({ link }) => link)).toEqual([
      ...[handOf(anna), handOf(borys), { kind: 'nobody', why: 'interpreter' }],
    ]);
    expect(other.logins()).toEqual(one.logins());
  });

  it('rules out for both whom either ruled out', () => {
    const { one, other, people } = apart();
    one.act('reject', 0, people[0] ?? '');
    other.act('reject', 0, people[1] ?? '');
    exchange(one, other);
    expect(one.logins()[0]?.rejected.toSorted()).toEqual(people.slice(0, 2).toSorted());
  });

  it('leaves open what two humans decided differently, until one settles it for both', () => {
    const { one, other, people } = apart();
    const [anna = '', borys = ''] = people;
    one.act('link', 0, anna);
    other.act('link', 0, borys);
    exchange(one, other);
    expect(one.logins()[0]?.link).toBeNull();
    expect(one.logins()[0]?.differing).toHaveLength(2);
    other.act('link', 0, anna);
    exchange(one, other);
    for (const desk of [one, other]) {
      expect(desk.logins()[0]).toMatchObject({ link: handOf(anna) });
      expect(desk.logins()[0]?.differing).toBeUndefined();
      const records = desk.records().filter(({ name }) => name === 'Login 0');
      expect(records.map(({ link }) => link)).toEqual([handOf(anna), handOf(anna)]);
    }
  });

  it('can be opened again, whichever desk had decided', () => {
    for (const at of [0, 1]) {
      const { one, other, people } = apart();
      [one, other][at]?.act('link', 0, people[0] ?? '');
      exchange(one, other);
      one.act('open', 0, '');
      exchange(one, other);
      expect(other.logins()[0]?.link).toBeNull();
    }
  });

  it.each([0, 1])('stays as the other desk has it when one takes its own back (%i)', (at) => {
    const { one, other, people } = apart();
    one.act('link', 0, people[0] ?? '');
    other.act('link', 1, people[1] ?? '');
    const kept = [other, one][at]?.logins();
    const own = [one, other][at]?.reports()[0];
    exchange(one, other);
    if (own !== undefined) one.takeBack(own);
    exchange(one, other);
    expect(one.logins()).toEqual(kept);
    expect(other.logins()).toEqual(kept);
  });

  it('is corrected for both by a correction of either', () => {
    const { one, other } = apart();
    const before = one.reports()[0]?.id ?? '';
    one.takeOver('b', before);
    const corrected = one.logins();
    exchange(one, other);
    expect(one.logins()).toEqual(corrected);
    expect(other.logins()).toEqual(corrected);
  });

  it('stands as the later desk has it where each took the other way round for the correction', () => {
    const { all } = desks(3, 'not-yet');
    const [one, other] = all as [Desk, Desk];
    one.takeOver('a');
    one.takeOver('b', one.reports()[0]?.id);
    other.takeOver('b');
    other.takeOver('a', other.reports()[0]?.id);
    const last = other.reports().find(({ replaces }) => replaces !== null);
    exchange(one, other);
    expect(one.logins()).toHaveLength(LOGINS);
    const standing = one.reports().find(({ id }) => id === one.logins()[0]?.report);
    expect(standing?.digest).toBe(last?.digest);
    expect(other.logins()).toEqual(one.logins());
  });
});

const act = fc.record({
  kind: fc.constantFrom('link', 'reject', 'nobody', 'open', 'revoke'),
  desk: fc.nat(DESKS - 1),
  login: fc.nat(LOGINS - 1),
  person: fc.nat(PEOPLE - 1),
});
const step = fc.oneof(
  { arbitrary: act, weight: 6 },
  { arbitrary: fc.record({ from: fc.nat(DESKS - 1) }), weight: 2 },
  { arbitrary: fc.record({ takes: fc.nat(DESKS - 1) }), weight: 1 },
  { arbitrary: fc.record({ returns: fc.nat(DESKS - 1) }), weight: 1 },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const isSaid = (link: Link | null): link is Link =>
  link !== null && (link.kind === 'nobody' || link.by === 'hand');

it('ends in one state on both desks, each login once, whatever was taken over, decided and exchanged when', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), fc.nat(1_000_000), (steps: Step[], seed) => {
      const { all, people } = desks(seed, 'apart');
      const [one, other] = all as [Desk, Desk];
      for (const taken of steps) {
        if ('from' in taken) {
          const [from, to] = taken.from === 0 ? [one, other] : [other, one];
          to.replica.merge(from.replica.operations());
        } else if ('takes' in taken) {
          all[taken.takes]?.takeOver();
        } else if ('returns' in taken) {
          const [first] = all[taken.returns]?.reports() ?? [];
          if (first !== undefined) all[taken.returns]?.takeBack(first);
        } else {
          all[taken.desk]?.act(taken.kind, taken.login, people[taken.person] ?? '');
        }
      }
      exchange(one, other);
      expect(other.hash()).toBe(one.hash());
      const logins = one.logins();
      expect(other.logins()).toEqual(logins);
      expect(logins).toHaveLength(one.reports().length === 0 ? 0 : LOGINS);
      expect(new Set(logins.map(({ report }) => report)).size).toBeLessThan(2);
      for (const { name, link, rejected } of logins) {
        const records = one.records().filter((record) => record.name === name);
        for (const record of records)
          expect(rejected).toEqual(expect.arrayContaining(record.rejected));
        const said = records.map((record) => record.link).filter(isSaid);
        const isAgreed = said.every((own) => JSON.stringify(own) === JSON.stringify(said[0]));
        expect(link).toEqual(isAgreed ? (said[0] ?? null) : null);
      }
    }),
    { numRuns: 200 },
  );
});

describe('logins of two readings', () => {
  const login = (report: string, at: number, set: Partial<Login> = {}): Login => ({
    ...{ ...LOGIN_DEFAULTS, id: `${report}${at}`, meeting: 'm', report, name: `N${at}` },
    ...set,
  });
  const united = (
    first: readonly Login[],
    second: readonly Login[],
    rootOf?: (id: string) => string,
  ) =>
    unitedLogins(
      ...([
        [{ id: 'a' }, { id: 'b' }],
        Map.groupBy([...first, ...second], (one) => one.report),
      ] as const),
      rootOf,
    );
  const email = (person: string): Link => ({ kind: 'persons', persons: [person], by: 'email' });

  it('are one at the same place, a forgotten one and devices of one name too', () => {
    const names = ['iPhone', 'iPhone', '', 'Anna'];
    const first = names.map((name, at) => login('a', at, { name }));
    const second = ['iPhone', 'iPhone', 'Zora', 'Anna'].map((name, at) =>
      login('b', at, { name, link: email(`p${at}`) }),
    );
    expect(united(first, second.toReversed()).map(({ link }) => link)).toEqual(
      second.map(({ link }) => link),
    );
  });

  it('are one by the address or the name where the columns were understood otherwise', () => {
    const first = [
      login('a', 0, { name: 'Borys' }),
      login('a', 1, { name: 'Anna', email: 'a@example.org' }),
    ];
    const second = [
      login('b', 0, { name: 'A.', email: 'A@example.org', link: email('anna') }),
      login('b', 1, { name: 'borys ', link: email('borys') }),
      login('b', 2, { name: 'Carla', link: email('carla') }),
    ];
    expect(united(first, second).map(({ link }) => link)).toEqual([email('borys'), email('anna')]);
  });

  it.each([
    [
      'what a human said before what was linked by itself',
      email('p'),
      handOf('q'),
      [],
      handOf('q'),
    ],
    ['the one that was linked by itself', null, email('p'), [], email('p')],
    ['nobody, where the other desk ruled the person out', email('p'), null, ['p'], null],
    ['nobody, where two were linked by themselves', email('p'), email('q'), [], null],
    ['the one person, where two records are theirs', handOf('p'), handOf('p2'), [], handOf('p')],
  ] as const)('have %s', (_, own, others, rejected, expected) => {
    const second = login('b', 0, { link: others, rejected: [...rejected] });
    const rootOf = (id: string) => id.slice(0, 1);
    expect(united([login('a', 0, { link: own })], [second], rootOf)[0]?.link).toEqual(expected);
  });
});
