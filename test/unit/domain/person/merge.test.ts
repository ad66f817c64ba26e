import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePeople, unmergePerson } from '@shared/domain/person/merge';
import { rootOf, Roots } from '@shared/domain/person/roots';
import { checkDraft } from '@shared/journal/catalogue';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import type { Draft, Operation } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';
import { hashOf, projected } from '../../projections/visible';

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

describe('rootOf', () => {
  it.each([
    ['nobody merged', { [A]: null, [B]: null }, B, B],
    ['one merge', { [A]: null, [B]: A }, B, A],
    ['a chain', { [A]: B, [B]: C, [C]: null }, A, C],
    ['a record that is not here', { [A]: B }, A, A],
    ['merged into itself', { [A]: A }, A, A],
    ['two desks in opposite directions', { [A]: B, [B]: A }, B, A],
    ['a ring of three, from inside', { [A]: C, [B]: A, [C]: B }, C, A],
    ['a chain that leads into a ring', { [A]: B, [B]: A, [C]: B, [D]: C }, D, A],
  ])('%s', (_what, pointers, person, root) => {
    expect(rootOf(person, records(pointers as Record<string, string | null>))).toBe(root);
  });

  it('is one record for everybody who is connected, whatever the order of the records', () => {
    const ids = [A, B, C, D];
    const pointers = fc.array(fc.constantFrom(null, ...ids), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(pointers, fc.boolean(), (to, backwards) => {
        const entries = ids.map((key, at) => ({ id: key, mergedInto: to[at] ?? null }));
        const people = new Map(entries.map((one) => [one.id, one]));
        const roots = new Roots(backwards ? entries.toReversed() : entries);
        for (const { id: one, mergedInto } of entries) {
          const root = rootOf(one, people);
          expect(roots.of(one)).toBe(root);
          expect(rootOf(root, people)).toBe(root);
          if (mergedInto !== null) expect(rootOf(mergedInto, people)).toBe(root);
          expect(roots.recordsOf(one)).toContain(one);
          expect(roots.recordsOf(one)[0]).toBe(root);
        }
      }),
    );
  });
});

describe('mergePeople', () => {
  const merge = (people: ReturnType<typeof records>, from: string, into: string) =>
    mergePeople(counting(), people, from, into, ['head']);

  it('says on the record which one stands for it, and names both as subjects', () => {
    const decision = merge(records({ [A]: null, [B]: null }), B, A);
    expect(decision).toMatchObject({
      ok: true,
      drafts: [
        {
          type: 'person.merged',
          over: ['head'],
          subjects: [B, A],
          body: { id: B, set: { mergedInto: A } },
          personal: null,
        },
      ],
    });
    if (decision.ok) decision.drafts.forEach((one) => checkDraft({ ...one, over: [] }));
  });

  it('means the root of the record that was named', () => {
    expect(merge(records({ [A]: null, [B]: A, [C]: null }), C, B)).toMatchObject({
      drafts: [{ body: { id: C, set: { mergedInto: A } } }],
    });
  });

  it.each([
    ['a record that is not here', records({ [A]: null }), A, B, 'unknown'],
    ['itself', records({ [A]: null }), A, A, 'ring'],
    ['one that was merged into it', records({ [A]: null, [B]: A }), A, B, 'ring'],
    [
      'one that another stands for',
      records({ [A]: null, [B]: A, [C]: null }),
      B,
      C,
      'already-merged',
    ],
    ['somebody who was forgotten', records({ [A]: null, [B]: null }, [B]), B, A, 'forgotten'],
    ['into somebody forgotten', records({ [A]: null, [B]: null }, [A]), B, A, 'forgotten'],
    ['into a forgotten root', records({ [A]: null, [B]: A, [C]: null }, [A]), C, B, 'forgotten'],
  ])('refuses %s', (_what, people, from, into, reason) => {
    expect(merge(people, from, into)).toEqual({ ok: false, reason });
  });
});

describe('merging and taking it back', () => {
  let at = 0;
  const operationOf = (draft: Draft, desk = 'a'): Operation => {
    checkDraft(draft);
    at += 1;
    const stamp = `2026-11-22T10:00:00.${String(at).padStart(3, '0')}Z-0000-${desk}`;
    const { personal, ...open } = draft;
    const text = JSON.stringify(personal);
    return {
      ...open,
      replica: id('f'),
      seq: at,
      prev: '',
      at: stamp,
      actor: id('e'),
      sealed: personal === null ? null : { digest: text, salt: 'salt', text },
    };
  };
  const recorded = (person: string, family: string): Operation =>
    operationOf({
      ...{ id: person.replace('01890000', '01890001'), type: 'person.recorded', v: 1 },
      ...{ meeting: null, over: [], subjects: [person], blobs: [] },
      body: { id: person, set: { synthetic: true } },
      personal: { set: { family, given: 'Test' } },
    });
  const peopleIn = (operations: readonly Operation[]) => {
    const rows = projected(operations);
    const table = [...(rows.tables.get('people')?.values() ?? [])] as RecordRow[];
    return {
      hash: hashOf(rows),
      people: new Map(table.map((row) => [row.id, view('people', row)])),
      heads: (person: string) =>
        headIds(
          table.find((row) => row.id === person)!,
          ['mergedInto'],
        ),
    };
  };
  const decided = (decision: { ok: boolean; drafts?: Draft[] }, desk = 'a'): Operation[] => {
    if (!decision.ok || decision.drafts === undefined) throw new Error('was refused');
    return decision.drafts.map((one) => operationOf(one, desk));
  };
  const context = counting();

  it('leaves both records whole and restores exactly', () => {
    const start = [recorded(A, 'Ejemplo'), recorded(B, 'Primer'), recorded(C, 'Образец')];
    const before = peopleIn(start);
    const merged = [...start, ...decided(mergePeople(context, before.people, B, A, []))];
    const during = peopleIn(merged);
    expect(during.people.get(B)).toMatchObject({ family: 'Primer', mergedInto: A });
    expect(during.hash).not.toBe(before.hash);
    const back = unmergePerson(context, during.people, B, during.heads);
    const after = peopleIn([...merged, ...decided(back)]);
    expect(after.hash).toBe(before.hash);
    expect([...after.people]).toEqual([...before.people]);
  });

  it('lets the records that were merged into a record go with it', () => {
    const people = records({ [A]: null, [B]: A, [C]: B });
    const back = unmergePerson(context, people, B, () => []);
    expect(back).toMatchObject({ drafts: [{ body: { id: B, set: { mergedInto: null } } }] });
    expect(unmergePerson(context, people, A, () => [])).toEqual({
      ok: false,
      reason: 'not-merged',
    });
    expect(unmergePerson(context, people, D, () => [])).toEqual({ ok: false, reason: 'unknown' });
  });

  it('settles two desks that merged in opposite directions, and can part them again', () => {
    const start = [recorded(A, 'Ejemplo'), recorded(B, 'Primer')];
    const { people } = peopleIn(start);
    const one = decided(mergePeople(context, people, A, B, []), 'a');
    const other = decided(mergePeople(context, people, B, A, []), 'b');
    const here = peopleIn([...start, ...one, ...other]);
    const there = peopleIn([...other, ...start, ...one]);
    expect(here.hash).toBe(there.hash);
    for (const { people: both } of [here, there]) {
      expect([rootOf(A, both), rootOf(B, both)]).toEqual([A, A]);
    }
    const back = decided(unmergePerson(context, here.people, B, here.heads));
    const after = peopleIn([...start, ...one, ...other, ...back]);
    expect([rootOf(A, after.people), rootOf(B, after.people)]).toEqual([A, B]);
    expect(after.hash).toBe(peopleIn(start).hash);
  });
});
