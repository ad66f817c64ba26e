import { describe, expect, it } from 'vitest';
import { checkParty, tidyParty } from '@shared/domain/party/check';
import {
  addParty,
  beginStatus,
  changeFocalPoints,
  changeParty,
  endParty,
  fieldsOf,
  renameParty,
  takeOverParties,
} from '@shared/domain/party/decide';
import { designationOn, footnotesOn, overlap, statusOn } from '@shared/domain/party/rules';
import { PARTY_DEFAULTS, type Party, type PartyFields } from '@shared/domain/party/types';
import { typeOf } from '@shared/journal/catalogue';
import type { Draft } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';
import { builtIn, builtInParty, headsOf, partyId, sample } from './parties';

const about = (party: Party) => ({ party, parties: builtIn, headsOf });
const setOf = (draft: Draft | undefined) => (draft?.body['set'] ?? {}) as Partial<PartyFields>;

/** The drafts of a decision that is expected to be taken; each fits its schema. */
function drafts(decision: { ok: true; drafts: Draft[] } | { ok: false; reason: string }): Draft[] {
  if (!decision.ok) throw new Error(decision.reason);
  for (const one of decision.drafts) {
    const type = typeOf(one.type, one.v);
    expect(() => type?.body.parse(one.body)).not.toThrow();
    if (one.personal !== null) expect(() => type?.personal?.parse(one.personal)).not.toThrow();
  }
  return decision.drafts;
}

describe('adding a party', () => {
  const fields: PartyFields = {
    ...PARTY_DEFAULTS,
    kind: 'country',
    code: ' XSY ',
    iso2: 'xs',
    names: { en: ' the Synthetic Republic ', fr: '  ' },
    flags: ['donor', 'donor'],
    aliases: ['Synthetia', ' Synthetia ', ''],
  };
  const focalPoints = [
    { name: 'Ada Synthetova', email: 'ada@example.org', institution: 'Ministry' },
    { name: ' ', email: '', institution: '' },
  ];
  const add = (change: Partial<PartyFields>, points = focalPoints) =>
    addParty(counting(), {
      id: partyId(950),
      fields: { ...fields, ...change },
      focalPoints: points,
      parties: builtIn,
    });

  it('records it tidily, focal points protected', () => {
    const [made] = drafts(add({}));
    expect(made?.type).toBe('party.added');
    expect(setOf(made)).toMatchObject({
      code: 'XSY',
      iso2: 'XS',
      names: { en: 'the Synthetic Republic' },
      sortNames: { en: 'Synthetic Republic' },
      flags: ['donor'],
      aliases: ['Synthetia'],
    });
    expect(made?.personal).toEqual({ set: { focalPoints: [focalPoints[0]] } });
    expect(JSON.stringify(made?.body)).not.toContain('Synthetova');
  });

  it.each<[string, Partial<PartyFields>, object]>([
    ['code-missing', { code: '  ' }, { field: 'code' }],
    ['code-taken', { code: 'tur' }, { field: 'code', code: 'TUR' }],
    ['name-missing', { names: { en: ' ' } }, { field: 'names' }],
    ['iso2-wrong', { iso2: '1' }, { field: 'iso2' }],
    ['m49-wrong', { m49: '12' }, { field: 'm49' }],
    [
      'dates-reversed',
      { statuses: [{ status: 'member', from: '2020-01-02', to: '2020-01-01' }] },
      { field: 'statuses', at: '0' },
    ],
    [
      'statuses-overlap',
      {
        statuses: [
          { status: 'observer', from: null, to: '2015-05-05' },
          { status: 'member', from: '2015-05-05', to: null },
        ],
      },
      { field: 'statuses', at: '1' },
    ],
    [
      'designations-overlap',
      {
        designations: [
          { code: 'A', names: { en: 'A' }, from: null, to: '2015-05-05' },
          { code: 'B', names: { en: 'B' }, from: '2014-01-01', to: '2016-01-01' },
        ],
      },
      { field: 'designations', at: '1' },
    ],
    [
      'designation-empty',
      { designations: [{ code: ' ', names: {}, from: null, to: '2015-05-05' }] },
      { field: 'designations', at: '0' },
    ],
  ])('refuses it: %s', (reason, change, params) => {
    expect(add(change)).toEqual({ ok: false, reason, params });
  });

  it.each([
    ['focal-point-nameless', { name: '', email: 'x@example.org', institution: '' }],
    ['email-wrong', { name: 'Ada Synthetova', email: 'ada@', institution: '' }],
  ])('refuses a focal point: %s', (reason, point) => {
    expect(add({}, [point])).toEqual({
      ok: false,
      reason,
      params: { field: 'focalPoints', at: '0' },
    });
  });
});

describe('changing a party', () => {
  it('writes only what differs, over its heads', () => {
    const fields = { ...fieldsOf(sample), footnote: 'A footnote', flags: ['donor' as const] };
    const [made] = drafts(changeParty(counting(), { ...about(sample), fields }));
    expect(made?.type).toBe('party.changed');
    expect(setOf(made)).toEqual({ footnote: 'A footnote', flags: ['donor'] });
    expect([...(made?.over ?? [])].sort()).toEqual([`${sample.id} flags`, `${sample.id} footnote`]);
    expect(made?.personal).toBeNull();
  });

  it('says so when nothing differs, and keeps its own code', () => {
    for (const party of builtIn) {
      expect(changeParty(counting(), { ...about(party), fields: fieldsOf(party) })).toEqual({
        ok: false,
        reason: 'nothing-changed',
      });
    }
  });

  it('keeps the designation that still holds in step with a corrected name', () => {
    const euda = builtInParty('EUDA');
    const names = { en: 'European Union Drugs Agency (EUDA)' };
    const fields = { ...fieldsOf(euda), names };
    const [made] = drafts(changeParty(counting(), { ...about(euda), fields }));
    const after = { ...euda, ...setOf(made) };
    expect(designationOn(after, '2025-01-01').names).toEqual(names);
    expect(designationOn(after, '2023-01-01').code).toBe('EMCDDA');
  });

  it('changes focal points alone, under seal', () => {
    const focalPoints = [{ name: 'Bo Syntheticsen', email: '', institution: 'Office' }];
    const [made] = drafts(changeFocalPoints(counting(), { ...about(sample), focalPoints }));
    expect(setOf(made)).toEqual({});
    expect(made?.personal).toEqual({ set: { focalPoints } });
    expect(made?.over).toEqual([`${sample.id} focalPoints`]);
  });
});

describe('status over time', () => {
  it('ends with its last day and stays on record', () => {
    const [made] = drafts(endParty(counting(), { ...about(sample), lastDay: '2020-06-30' }));
    const after = { ...sample, ...setOf(made) };
    expect(statusOn(after, '2020-06-30')).toBe('member');
    expect(statusOn(after, '2020-07-01')).toBe('none');
  });

  it.each([
    ['', 'date-missing'],
    ['2009-12-31', 'not-held'],
  ])('is not ended on %j: %s', (lastDay, reason) => {
    expect(endParty(counting(), { ...about(sample), lastDay })).toMatchObject({ reason });
  });

  it('gives way to another from a day on', () => {
    const change = { ...about(sample), status: 'observer' as const, from: '2021-01-01' };
    const [made] = drafts(beginStatus(counting(), change));
    const after = { ...sample, ...setOf(made) };
    expect([statusOn(after, '2020-12-31'), statusOn(after, '2021-01-01')]).toEqual([
      'member',
      'observer',
    ]);
    expect(beginStatus(counting(), { ...change, party: after })).toMatchObject({
      reason: 'nothing-changed',
    });
  });

  it('is not begun in the middle of one that comes later', () => {
    const change = { ...about(sample), status: 'observer' as const, from: '2005-01-01' };
    expect(beginStatus(counting(), change)).toMatchObject({ reason: 'statuses-overlap' });
  });

  it.each([
    [{ from: null, to: null }, { from: '2020-01-01', to: '2020-01-02' }, true],
    [{ from: null, to: '2019-12-31' }, { from: '2020-01-01', to: null }, false],
    [{ from: '2020-01-01', to: '2020-01-31' }, { from: '2020-01-31', to: null }, true],
  ])('%j and %j share a day: %s', (a, b, shared) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([shared, shared]);
  });
});

describe('another name', () => {
  it('keeps the former one for earlier days', () => {
    const [made] = drafts(
      renameParty(counting(), {
        ...about(sample),
        code: 'SYN2',
        names: { en: 'New Synthetic Organization' },
        from: '2022-03-01',
      }),
    );
    const after = { ...sample, ...setOf(made) };
    expect(after.code).toBe('SYN2');
    expect(designationOn(after, '2022-02-28')).toEqual({ code: 'SYN', names: sample.names });
    expect(designationOn(after, '2022-03-01').code).toBe('SYN2');
    // And once more: the one before is closed, not lost.
    const [again] = drafts(
      renameParty(counting(), {
        ...about(after),
        code: 'SYN2',
        names: { en: 'Third Name' },
        from: '2024-01-01',
      }),
    );
    const last = { ...after, ...setOf(again) };
    expect(last.designations.map(({ from, to }) => [from, to])).toEqual([
      [null, '2022-02-28'],
      ['2022-03-01', '2023-12-31'],
      ['2024-01-01', null],
    ]);
    expect(designationOn(last, '2023-06-01').names.en).toBe('New Synthetic Organization');
  });

  it.each<[string, Partial<Parameters<typeof renameParty>[1]>]>([
    ['date-missing', { from: '' }],
    ['nothing-changed', { code: 'SYN', names: sample.names }],
    ['code-taken', { code: 'UNODC' }],
    ['name-missing', { names: {} }],
  ])('is refused: %s', (reason, change) => {
    const input = { ...about(sample), code: 'SYN2', names: { en: 'New' }, from: '2022-03-01' };
    expect(renameParty(counting(), { ...input, ...change })).toMatchObject({ ok: false, reason });
  });

  it('is refused before the present one began', () => {
    const euda = builtInParty('EUDA');
    const input = { ...about(euda), code: 'X', names: { en: 'X' }, from: '2024-01-01' };
    expect(renameParty(counting(), input)).toMatchObject({ reason: 'dates-reversed' });
  });
});

describe('taking over a list', () => {
  const take = (code: string, party: Party | null, change: Partial<PartyFields> = {}) => ({
    party,
    fields: { ...fieldsOf(party ?? sample), ...change, code },
  });

  it('may let two parties change their codes with one another', () => {
    const [a, b] = [builtInParty('FRA'), builtInParty('NOR')];
    const made = drafts(
      takeOverParties(counting(), [take('NOR', a), take('FRA', b)], builtIn, headsOf),
    );
    expect(made.map((one) => setOf(one).code)).toEqual(['NOR', 'FRA']);
  });

  it('refuses the whole of it for one party, and says which', () => {
    const list = [take('NEW1', null), take('FRA', null)];
    expect(takeOverParties(counting(), list, builtIn, headsOf)).toEqual({
      ok: false,
      reason: 'code-taken',
      params: { field: 'code', code: 'FRA' },
    });
  });
});

describe('the built-in parties', () => {
  it('are tidy and without fault', () => {
    for (const party of builtIn) {
      expect(tidyParty(party)).toEqual(party);
      const others = builtIn.filter((one) => one !== party);
      expect(checkParty(party, [], others), party.code).toBeNull();
    }
  });
});

describe('dated footnotes', () => {
  const note = (text: string, from: string | null = null, to: string | null = null) => ({
    ...{ text, from, to },
  });
  const party: Party = {
    ...sample,
    footnote: 'Undated',
    footnotes: [
      note('Resolution 1', '1999-06-10', '2008-02-16'),
      note('Resolution 2', '2005-01-01'),
      note('Undated'),
    ],
  };

  it.each<[string, string[]]>([
    ['1999-06-09', ['Undated']],
    ['1999-06-10', ['Undated', 'Resolution 1']],
    ['2008-02-16', ['Undated', 'Resolution 1', 'Resolution 2']],
    ['2008-02-17', ['Undated', 'Resolution 2']],
  ])('on %s are those that hold, several at a time, each text once', (day, expected) => {
    expect(footnotesOn(party, day)).toEqual(expected);
  });

  it.each([
    ['an end before its beginning', note('Text', '2010-01-02', '2010-01-01'), 'dates-reversed'],
    ['no text', note('  ', '2010-01-01'), 'footnote-empty'],
  ])('are refused with %s, and it is said which', (_what, wrong, reason) => {
    const fields = { ...fieldsOf(party), footnotes: [note('Right'), wrong] };
    expect(changeParty(counting(), { ...about(party), fields })).toEqual({
      ok: false,
      reason,
      params: { field: 'footnotes', at: '1' },
    });
  });

  it('are written as one field, and not at all when they are the same', () => {
    const footnotes = [note(' One day ', '2010-01-01', '2010-01-01')];
    const [made] = drafts(
      changeParty(counting(), { ...about(party), fields: { ...fieldsOf(party), footnotes } }),
    );
    expect(setOf(made)).toEqual({ footnotes: [note('One day', '2010-01-01', '2010-01-01')] });
    expect(made?.over).toEqual([`${party.id} footnotes`]);
    const same = changeParty(counting(), { ...about(party), fields: fieldsOf(party) });
    expect(same).toMatchObject({ reason: 'nothing-changed' });
  });
});
