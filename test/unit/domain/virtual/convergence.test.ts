import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importReport } from '@shared/domain/virtual/decide';
import { decideLogins, rejectPerson, revokeName } from '@shared/domain/virtual/decisions';
import type { VirtualHeads } from '@shared/domain/virtual/decisions';
import type { Alias, Link, Login } from '@shared/domain/virtual/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import { Replica } from '../../../support/replica';
import { seededIds } from '../../../support/seeded';
import { hashOf, projected } from '../../projections/visible';

/**
 * Two desks decide on the same logins without hearing of one another, exchange now and then, and at
 * last have everything. Whatever the order, both must show the same.
 */
const DESKS = 2;
const LOGINS = 3;
const PEOPLE = 3;

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

class Desk {
  constructor(
    readonly replica: Replica,
    private readonly context: DecisionContext,
  ) {}

  private rows(table: 'logins' | 'aliases'): RecordRow[] {
    const rows = projected(this.replica.operations()).tables.get(table)?.values() ?? [];
    return ([...rows] as RecordRow[]).filter(({ live }) => live === 1);
  }

  logins(): Login[] {
    return this.rows('logins')
      .map((row) => view('logins', row))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  aliases(): Alias[] {
    return this.rows('aliases').map((row) => view('aliases', row));
  }

  private readonly headsOf: VirtualHeads = (table, id, fields) => {
    const row = this.rows(table).find((one) => one.id === id);
    return row === undefined ? [] : headIds(row, fields);
  };

  hash(): string {
    return hashOf(projected(this.replica.operations()));
  }

  /** Does what a human would; whatever the rules refuse is not done. */
  act(kind: string, at: number, person: string): void {
    const login = this.logins()[at];
    if (login === undefined) return;
    const known = { aliases: this.aliases(), headsOf: this.headsOf, forgotten: () => false };
    const link = (meant: Link | null): Decision =>
      decideLogins(this.context, [{ login, link: meant, remember: true }], known);
    const decided = ((): Decision | null => {
      switch (kind) {
        case 'link':
          return link({ kind: 'persons', persons: [person], by: 'hand' });
        case 'nobody':
          return link({ kind: 'nobody', why: 'interpreter' });
        case 'open':
          return link(null);
        case 'reject':
          return rejectPerson(this.context, login, person, this.headsOf);
        default: {
          const [alias] = this.aliases().filter(({ revoked }) => !revoked);
          if (alias === undefined) return null;
          const reopen = this.logins().filter(
            ({ name, link }) => name === alias.name && link !== null,
          );
          return revokeName(this.context, { alias, reopen }, known);
        }
      }
    })();
    if (decided?.ok === true) this.replica.commit(decided.drafts);
  }
}

function desks(seed: number): { all: Desk[]; people: string[] } {
  const newId = seededIds(seed);
  const context = { newId, now: '2026-11-21T09:00:00.000Z' };
  // The second desk's clock is a day late.
  const clocks = [Date.UTC(2026, 10, 21), Date.UTC(2026, 10, 20)];
  const all = clocks.map((ms) => new Desk(new Replica(newId(), () => ms), context));
  const imported = importReport(
    context,
    {
      ...{ meeting: newId(), file: 'report.csv', platform: 'zoom', generation: 'meeting-2023' },
      ...{ title: '', timeZone: 'UTC', digest: 'a'.repeat(64), rows: LOGINS, dropped: 0 },
      logins: Array.from({ length: LOGINS }, (_, at) => ({
        ...{ name: `Login ${at}`, email: null, intervals: [[0, 60_000]] as const, link: null },
      })),
    },
    [],
  );
  if (!imported.ok) throw new Error(imported.reason);
  const operations = all[0]?.replica.commit(imported.drafts) ?? [];
  all[1]?.replica.merge(operations);
  return { all, people: Array.from({ length: PEOPLE }, () => newId()) };
}

describe('decisions of two desks on the same logins', () => {
  it('keep everybody of whom either said that they are not meant', () => {
    const { all, people } = desks(1);
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
        const { all, people } = desks(seed);
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
