import { describe, expect, it } from 'vitest';
import { bitesItsTail, chainOf } from '@shared/domain/nomination/chain';
import { replaceNominations, type Replacement } from '@shared/domain/nomination/replace';
import type { Nomination } from '@shared/domain/nomination/types';
import { counting } from '../../../support/deciding';
import { drafts, headsOf, id, nomination } from './build';

const [A, B, C] = [nomination('1'), nomination('2'), nomination('3', { state: 'received' })];
const PAPER = { authorisedBy: ' Permanent Mission ', source: null, receivedOn: null, accept: true };
const SOURCE = { kind: 'note-verbale', number: 'NV/7', date: '2023-11-02' } as const;

const by = (replaced: Nomination, successor: Nomination): Replacement => ({
  nomination: replaced,
  by: { kind: 'nomination', id: successor.id },
});
const byNew = (replaced: Nomination, set = { family: 'Newova', given: 'Una' }): Replacement => ({
  nomination: replaced,
  by: { kind: 'person', id: null, set, capacity: 'expert', modality: 'virtual' },
});
const replace = (
  list: Replacement[],
  nominations: Nomination[],
  paper: Partial<typeof PAPER> = {},
) => replaceNominations(counting(), list, { ...PAPER, ...paper }, { nominations, headsOf });
const gone = (one: Nomination, successor: Nomination): Nomination => ({
  ...one,
  state: 'replaced',
  replacedBy: successor.id,
});

describe('replacing', () => {
  it('keeps who was replaced, by whom and on whose word, over what held before', () => {
    const [only, ...rest] = drafts(replace([by(A, B)], [A, B]));
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      type: 'nomination.replaced',
      over: headsOf('nominations', A.id, []),
      subjects: [A.person],
      body: { id: A.id, set: { state: 'replaced', replacedBy: B.id } },
      personal: { set: { authorisedBy: 'Permanent Mission' } },
    });
  });

  it('names somebody new for the same party, by the paper, in one act', () => {
    const decided = replaceNominations(
      counting(),
      [byNew(A)],
      { ...PAPER, source: SOURCE, receivedOn: '2023-11-03' },
      { nominations: [A], headsOf },
    );
    const [person, received, replaced] = drafts(decided);
    expect(person).toMatchObject({ type: 'person.recorded', subjects: received?.subjects });
    expect(received?.body['set']).toMatchObject({
      party: A.party,
      capacity: 'expert',
      state: 'accepted',
      source: SOURCE,
      receivedOn: '2023-11-03',
    });
    expect(replaced?.body['set']).toMatchObject({ replacedBy: received?.body['id'] });
  });

  it('accepts whoever comes instead only where asked, and keeps the paper they came with', () => {
    const named = { ...C, source: SOURCE };
    const source = { ...SOURCE, number: 'NV/8' };
    const paper = { ...PAPER, source, receivedOn: '2023-11-03' };
    const now = { nominations: [A, named], headsOf };
    const [accepted] = drafts(replaceNominations(counting(), [by(A, named)], paper, now));
    expect(accepted).toMatchObject({
      type: 'nomination.accepted',
      body: { id: C.id, set: { state: 'accepted', receivedOn: '2023-11-03' } },
    });
    expect(accepted?.body['set']).not.toHaveProperty('source');
    expect(drafts(replace([by(A, C)], [A, C], { accept: false }))).toHaveLength(1);
  });

  it.each([
    ['itself', [by(A, A)], [A]],
    ['itself', [by(A, B)], [A, { ...B, person: A.person }]],
    ['circular', [by(C, A)], [gone(A, B), gone(B, C), { ...C, state: 'accepted' as const }]],
    ['circular', [by(A, B), by(B, A)], [A, B]],
    ['successor-gone', [by(A, B)], [A, { ...B, state: 'withdrawn' as const }]],
    ['successor-gone', [by(C, A)], [gone(A, B), B, { ...C, state: 'accepted' as const }]],
    ['other-meeting', [by(A, B)], [A]],
    ['not-allowed', [by(C, A)], [A, C]],
    ['name-missing', [byNew(A, { family: ' ', given: '' })], [A]],
    ['nothing-to-replace', [], [A]],
  ] as [string, Replacement[], Nomination[]][])(
    'refuses %s as a value, with nothing half done',
    (reason, list, nominations) => {
      expect(replace(list, nominations)).toMatchObject({ ok: false, reason });
    },
  );

  it('refuses to name anew somebody who is nominated already', () => {
    const known = { ...byNew(A).by, id: B.person } as Replacement['by'];
    expect(replace([{ nomination: A, by: known }], [A, B])).toMatchObject({
      ok: false,
      reason: 'already-nominated',
    });
  });

  it('replaces several in one act, a chain among them', () => {
    const made = drafts(replace([by(A, B), by(B, { ...C, state: 'accepted' })], [A, B, C]));
    expect(made.map(({ type }) => type)).toEqual([
      'nomination.replaced',
      'nomination.accepted',
      'nomination.replaced',
    ]);
  });
});

describe('a chain of replacements', () => {
  const all = [gone(A, B), gone(B, C), C];

  it.each(all)('is whole from wherever one looks ($id)', (from) => {
    expect(chainOf(from, all).map((one) => one.id)).toEqual([A.id, B.id, C.id]);
  });

  it('is only oneself when nobody was replaced', () => {
    expect(chainOf(A, [A, B])).toEqual([A]);
  });

  it('names everybody once when two desks made a circle of it', () => {
    const circle = [gone(A, B), gone(B, A)];
    expect(chainOf(circle[0] as Nomination, circle)).toHaveLength(2);
    expect(bitesItsTail(id('ff'), A.id, circle)).toBe(false);
    expect(bitesItsTail(A.id, B.id, circle)).toBe(true);
  });

  it('no longer goes on where the replacement was taken back', () => {
    const back: Nomination = { ...gone(A, B), state: 'accepted' };
    expect(chainOf(back, [back, B])).toEqual([back]);
  });
});
