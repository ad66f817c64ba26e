import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distinctionId,
  notTellApart,
  tellApart,
  ToldApart,
} from '@shared/domain/person/distinctions';
import { mergePeople } from '@shared/domain/person/merge';
import { Roots } from '@shared/domain/person/roots';
import type { Distinction } from '@shared/domain/person/types';
import { checkDraft } from '@shared/journal/catalogue';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import { counting } from '../../../support/deciding';
import { Replica } from '../../../support/replica';
import { projected } from '../../projections/visible';

const id = (letter: string) => `01890000-0000-7000-8000-00000000000${letter}`;
const [A, B, C, D] = [id('a'), id('b'), id('c'), id('d')];

function records(pointers: Record<string, string | null>, forgotten: readonly string[] = []) {
  return new Map(
    Object.entries(pointers).map(([key, mergedInto]) => [
      key,
      { id: key, mergedInto, forgotten: forgotten.includes(key) },
    ]),
  );
}

const said = (one: string, other: string): Distinction => ({
  ...{ id: distinctionId(one, other) },
  ...(one < other ? { one, other } : { one: other, other: one }),
});

describe('telling two people apart', () => {
  const tell = (
    people: ReturnType<typeof records>,
    pair: [string, string],
    before: readonly Distinction[] = [],
  ) => tellApart(counting(), people, pair, before, () => ['head']);
  const two = records({ [A]: null, [B]: null });

  it('says it of both, the smaller id first, whichever was named first', () => {
    const decision = tell(two, [B, A]);
    expect(decision).toMatchObject({
      ok: true,
      drafts: [
        {
          type: 'person.told-apart',
          over: ['head'],
          subjects: [A, B],
          body: { id: distinctionId(A, B), set: { one: A, other: B, removed: false } },
          personal: null,
        },
      ],
    });
    if (decision.ok) decision.drafts.forEach((one) => checkDraft({ ...one, over: [] }));
    expect(tell(two, [A, B])).toEqual(decision);
    expect(distinctionId(B, A)).toBe(distinctionId(A, B));
  });

  it('says the same when it is said twice: nothing is written', () => {
    expect(tell(two, [B, A], [said(A, B)])).toEqual({ ok: true, drafts: [] });
  });

  it('means the people whose records were merged', () => {
    const people = records({ [A]: null, [B]: A, [C]: null });
    expect(tell(people, [B, C])).toMatchObject({
      drafts: [{ body: { set: { one: A, other: C } } }],
    });
  });

  it.each([
    ['somebody who is not here', two, [A, D], 'unknown'],
    ['one record', two, [A, A], 'ring'],
    ['two records of one person', records({ [A]: null, [B]: A }), [A, B], 'ring'],
    ['somebody forgotten', records({ [A]: null, [B]: null }, [B]), [A, B], 'forgotten'],
  ] as const)('refuses %s', (_what, people, pair, reason) => {
    expect(tell(people, [...pair])).toEqual({ ok: false, reason });
  });

  it('takes all back that say it of the two', () => {
    const roots = new Roots(records({ [A]: null, [B]: null, [C]: A }).values());
    const apart = new ToldApart([said(A, B), said(B, C)], roots);
    const decision = notTellApart(counting(), apart.of(A, B), () => ['head']);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.drafts.map(({ body }) => body['id'])).toEqual([
      distinctionId(A, B),
      distinctionId(B, C),
    ]);
    for (const one of decision.drafts) {
      expect(one).toMatchObject({
        type: 'person.not-told-apart',
        body: { set: { removed: true } },
      });
      checkDraft({ ...one, over: [] });
    }
  });
});

describe('who was told apart', () => {
  it('holds for every record of the two', () => {
    const roots = new Roots(records({ [A]: null, [B]: null, [C]: A, [D]: null }).values());
    const apart = new ToldApart([said(C, B)], roots);
    expect([apart.has(A, B), apart.has(B, C), apart.has(A, D), apart.has(A, C)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(apart.pairs()).toEqual([{ one: B, other: A }]);
  });

  it('is not merged before that is taken back', () => {
    const people = records({ [A]: null, [B]: null, [C]: B });
    const apart = new ToldApart([said(A, C)], new Roots(people.values()));
    const merge = (from: string, into: string) =>
      mergePeople(counting(), people, from, into, [], apart);
    expect(merge(A, B)).toEqual({ ok: false, reason: 'told-apart' });
    expect(merge(A, C)).toEqual({ ok: false, reason: 'told-apart' });
    expect(mergePeople(counting(), people, A, B, []).ok).toBe(true);
  });
});

describe('two desks that tell people apart before they exchange', () => {
  const people = records({ [A]: null, [B]: null, [C]: null });
  const rows = (desk: Replica) => {
    const table = projected(desk.operations()).tables.get('distinctions');
    return [...(table?.values() ?? [])] as RecordRow[];
  };
  const live = (desk: Replica) =>
    rows(desk)
      .filter((row) => row.live === 1)
      .map((row) => view('distinctions', row))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const act = (desk: Replica, pair: [string, string], back: boolean, from: number) => {
    const known = rows(desk);
    const overOf = (distinction: string) => {
      const row = known.find((one) => one.id === distinction);
      return row === undefined ? [] : headIds(row, ['one', 'other', 'removed']);
    };
    const holding = live(desk);
    const decision = back
      ? notTellApart(
          counting(from),
          holding.filter((one) => one.id === distinctionId(...pair)),
          overOf,
        )
      : tellApart(counting(from), people, pair, holding, overOf);
    if (decision.ok) desk.commit(decision.drafts);
  };
  const steps = fc.array(
    fc.record({
      desk: fc.nat({ max: 1 }),
      pair: fc.constantFrom<[string, string][]>([A, B], [B, A], [A, C], [C, B]),
      back: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('agree afterwards, with one record for each two people', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let minute = 0;
        const clock = () => Date.parse('2026-11-22T09:00:00Z') + (minute += 1) * 60_000;
        const desks = [new Replica(id('1'), clock), new Replica(id('2'), clock)] as const;
        for (const [at, { desk, pair, back }] of all.entries()) {
          act(desks[desk]!, [...pair], back, 1000 * (at + 1));
        }
        const [one, other] = [desks[0].operations(), desks[1].operations()];
        desks[0].merge(other.toReversed());
        desks[1].merge(one);
        expect(live(desks[0])).toEqual(live(desks[1]));
        expect(rows(desks[0]).length).toBeLessThanOrEqual(3);
        for (const { one: smaller, other: greater } of live(desks[0])) {
          expect(smaller < greater).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
