import { describe, expect, it } from 'vitest';
import {
  addNomination,
  importNominations,
  moveNomination,
  type NominationRow,
} from '@shared/domain/nomination/decide';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { checkDraft } from '@shared/journal/catalogue';
import type { Draft } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';

const MEETING = '01890000-0000-7000-8000-00000000aaaa';
const PARTY = '01890000-0000-7000-8000-00000000bbbb';
const PERSON = '01890000-0000-7000-8000-00000000cccc';
const NOMINATION = '01890000-0000-7000-8000-00000000dddd';
const HEAD = '01890000-0000-7000-8000-00000000eeee';

const newRow: NominationRow = {
  person: { id: null, set: { family: 'Testova', given: 'Ana', emails: [] }, over: [] },
  nomination: {
    id: null,
    set: { party: PARTY, capacity: 'head', modality: 'virtual', state: 'accepted' },
    remarks: 'Arrives late',
    over: [],
  },
};

function drafts(decision: { ok: boolean; drafts?: Draft[] }): Draft[] {
  if (!decision.ok || decision.drafts === undefined) throw new Error('was refused');
  for (const one of decision.drafts) checkDraft(one);
  return decision.drafts;
}

describe('importNominations', () => {
  it('records a new person and nomination under the import, remarks sealed', () => {
    const decision = importNominations(counting(), {
      meeting: MEETING,
      file: 'list.csv',
      rows: [newRow],
    });
    const [made, person, nomination] = drafts(decision);
    expect(made?.body['set']).toMatchObject({ rows: 1, operations: 3, state: 'made' });
    expect(made?.personal).toEqual({ set: { file: 'list.csv' } });
    expect(person?.type).toBe('person.recorded');
    expect(nomination?.subjects).toEqual(person?.subjects);
    expect(nomination?.body['set']).toMatchObject({
      person: person?.body['id'],
      state: 'accepted',
      source: null,
      receivedOn: null,
      replacedBy: null,
      import: decision.importId,
    });
    expect(nomination?.personal).toEqual({ set: { remarks: 'Arrives late' } });
    expect(JSON.stringify(nomination?.body)).not.toContain('late');
  });

  it('changes only what a list changes, over the heads that were there', () => {
    const row: NominationRow = {
      person: { id: PERSON, set: { institution: 'Ministry' }, over: [HEAD] },
      nomination: { id: NOMINATION, set: { capacity: 'expert' }, over: [HEAD] },
    };
    const [, person, nomination, ...rest] = drafts(
      importNominations(counting(), { meeting: MEETING, file: 'x', rows: [row] }),
    );
    expect([person?.type, nomination?.type]).toEqual(['person.changed', 'nomination.changed']);
    expect([person?.over, nomination?.over]).toEqual([[HEAD], [HEAD]]);
    expect(nomination?.body).toEqual({ id: NOMINATION, set: { capacity: 'expert' } });
    expect(rest).toEqual([]);
  });

  it('nominates a known person without recording them again', () => {
    const row = { ...newRow, person: { id: PERSON, set: {}, over: [] } };
    const types = drafts(
      importNominations(counting(), { meeting: MEETING, file: 'x', rows: [row] }),
    ).map(({ type }) => type);
    expect(types).toEqual(['import.made', 'nomination.received']);
  });

  it('adds a country that is no party yet, counted among the operations', () => {
    const [made, party] = drafts(
      importNominations(counting(), {
        meeting: MEETING,
        file: 'x',
        rows: [newRow],
        parties: [{ id: PARTY, fields: { ...PARTY_DEFAULTS, code: 'JPN' } }],
      }),
    );
    expect(made?.body['set']).toMatchObject({ operations: 4 });
    expect(party).toMatchObject({ type: 'party.added', meeting: null });
  });

  it.each([
    ['no rows', []],
    [
      'rows that change nothing',
      [
        {
          person: { id: PERSON, set: {}, over: [] },
          nomination: { id: NOMINATION, set: {}, over: [] },
        },
      ],
    ],
  ])('refuses %s', (_, rows) => {
    expect(importNominations(counting(), { meeting: MEETING, file: 'x', rows })).toEqual({
      ok: false,
      reason: 'nothing-to-import',
    });
  });
});

describe('addNomination', () => {
  const nomination = { party: PARTY, capacity: 'expert', modality: 'in-person' } as const;

  it.each([
    ['a name', { family: ' ', given: '' }, nomination, 'name-missing'],
    ['a party', { family: 'Testova' }, { ...nomination, party: '' }, 'party-missing'],
  ])('asks for %s', (_, set, named, reason) => {
    expect(
      addNomination(counting(), { meeting: MEETING, person: { id: null, set }, nomination: named }),
    ).toEqual({ ok: false, reason });
  });

  it('reuses a known person as recorded', () => {
    const [only, ...rest] = drafts(
      addNomination(counting(), {
        meeting: MEETING,
        person: { id: PERSON, set: { family: 'Other' } },
        nomination,
      }),
    );
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ type: 'nomination.received', subjects: [PERSON] });
    expect(only?.body['set']).toMatchObject({ import: null, person: PERSON });
  });
});

describe('the life cycle of a nomination', () => {
  const nomination = (state: Nomination['state']): Nomination => ({
    ...{ ...NOMINATION_DEFAULTS, id: NOMINATION, meeting: MEETING },
    ...{ person: PERSON, party: PARTY, state },
  });
  const MOVES = ['accepted', 'declined', 'reconfirmed', 'withdrawn', 'replaced'] as const;

  it.each([
    ['received', ['accepted', 'declined', 'withdrawn']],
    ['accepted', ['reconfirmed', 'withdrawn', 'replaced']],
    ['reconfirmed', ['withdrawn', 'replaced']],
    ['declined', []],
    ['withdrawn', []],
    ['replaced', []],
  ] as const)('%s can become %j', (from, allowed) => {
    const possible = MOVES.filter(
      (to) => moveNomination(counting(), nomination(from), to, [HEAD]).ok,
    );
    expect(possible).toEqual(allowed);
  });
});
