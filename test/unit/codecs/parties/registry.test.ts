import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '@shared/codecs/csv/read';
import { joinParts, splitParts } from '@shared/codecs/parties/columns';
import { compareRegistry, takenOf, type ComparedRow } from '@shared/codecs/parties/compare';
import { readRegistry } from '@shared/codecs/parties/read';
import { registryCsv } from '@shared/codecs/parties/write';
import { UN_LANGUAGES } from '@shared/domain/language';
import { tidyParty } from '@shared/domain/party/check';
import { takeOverParties } from '@shared/domain/party/decide';
import { PARTY_DEFAULTS, partyFlagSchema, type Party } from '@shared/domain/party/types';
import { counting } from '../../../support/deciding';
import { builtIn, builtInParty, headsOf, partyId, sample } from '../../domain/party/parties';

function read(text: string) {
  const table = readCsv(text.replace(/^\ufeff/, ''), { separator: ',' });
  if (!table.ok) throw new Error(table.reason);
  return readRegistry(table.sheet);
}

function compared(text: string, parties: readonly Party[]): ComparedRow[] {
  const registry = read(text);
  if (!registry.ok) throw new Error(registry.reason);
  return compareRegistry(registry.rows, parties);
}

const verdicts = (rows: readonly ComparedRow[]) => new Set(rows.map(({ verdict }) => verdict));
const csv = (...lines: string[]) => lines.join('\r\n');
const focalPoint = { name: 'Ada | Synthetova', email: 'ada@example.org', institution: 'A\\B' };

describe('the registry as CSV', () => {
  it('changes nothing when it is taken over as it was written', () => {
    const parties = [...builtIn, { ...sample, focalPoints: [focalPoint] }];
    const rows = compared(registryCsv(parties, { focalPoints: true }), parties);
    expect(rows).toHaveLength(82);
    expect(verdicts(rows)).toEqual(new Set(['same']));
    expect(takenOf(rows)).toEqual([]);
  });

  it('makes the same parties at another desk', () => {
    const parties = [...builtIn, { ...sample, focalPoints: [focalPoint] }];
    const rows = compared(registryCsv(parties, { focalPoints: true }), []);
    expect(verdicts(rows)).toEqual(new Set(['new']));
    const decision = takeOverParties(counting(), takenOf(rows), [], headsOf);
    if (!decision.ok) throw new Error(decision.reason);
    const made = decision.drafts.map(({ body }, index) => ({
      ...(body['set'] as unknown as Party),
      id: parties[index]?.id,
      focalPoints: index === 81 ? [focalPoint] : [],
    }));
    expect(made).toEqual(parties);
  });

  it('names people only on request', () => {
    const text = registryCsv([{ ...sample, focalPoints: [focalPoint] }], { focalPoints: false });
    expect(text).not.toMatch(/Synthetova|focal_points|example\.org/);
    const party = { ...sample, focalPoints: [focalPoint] };
    expect(compared(text, [party])[0]?.verdict).toBe('same');
  });

  it('keeps every field through any text (seeded by fast-check)', () => {
    // What CSV itself does not carry: control characters, and a lone carriage return.
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((one) => one.replace(/[\p{Cc}\ufffe\uffff\p{Cs}]/gu, 'x').trim())
      .filter((one) => one !== '');
    const hostile = fc.oneof(
      word,
      fc.constantFrom("'=1+1", '=1+1', "''@x", '-', '+4', 'a"b', 'a|b', 'a\\b', 'a\\nb', 'x;y,z'),
    );
    const names = fc
      .dictionary(fc.constantFrom(...UN_LANGUAGES), hostile, { noNullPrototype: true })
      .map((some) => ({ en: 'English name', ...some }));
    const party = fc.record({
      code: word.map((one) => one.slice(0, 8)),
      names,
      footnote: fc.option(hostile.map((one) => `${one}\nsecond line`)),
      aliases: fc.uniqueArray(hostile, { maxLength: 3 }),
      flags: fc.uniqueArray(fc.constantFrom(...partyFlagSchema.options)),
      language: fc.option(fc.constantFrom(...UN_LANGUAGES)),
      footnotes: fc.array(
        fc.record({
          text: hostile.map((one) => `${one}\nsecond line`),
          from: fc.constantFrom(null, '1999-06-10'),
          to: fc.constantFrom(null, '2008-02-16'),
        }),
        { maxLength: 3 },
      ),
      former: fc.option(names),
      name: hostile,
    });
    fc.assert(
      fc.property(party, ({ former, name, ...fields }) => {
        const designations =
          former === null ? [] : [{ code: 'OLD', names: former, from: null, to: '2019-12-31' }];
        const one: Party = {
          ...tidyParty({ ...PARTY_DEFAULTS, ...fields, designations }),
          id: partyId(5),
          focalPoints: [{ name, email: '', institution: name }],
        };
        fc.pre(one.code !== '');
        const [row] = compared(registryCsv([one], { focalPoints: true }), [one]);
        expect(row?.issues).toEqual([]);
        expect(row?.changed).toEqual([]);
        expect(row?.verdict).toBe('same');
      }),
      { numRuns: 300 },
    );
  });

  it.each([[['a', 'b|c', 'd\\', '']], [['\\|', 'x\ny']]])('parts %j and joins', (parts) => {
    expect(splitParts(joinParts(parts))).toEqual(parts);
  });
});

describe('the preview', () => {
  const header = 'kind,code,name_en,statuses,flags';

  it('tells new, changed, same and error apart, and leaves other fields alone', () => {
    const rows = compared(
      csv(
        header,
        'country,KEN,Kenya,observer 2024-01-01/..,',
        'country,TUR,Türkiye,member ../..,priority',
        'planet,MAR,Mars,,',
        'country,ITA,Italy,member 2024-02-30/..,',
        'organization,NEW,,member ../..,',
        'country,KEN,Kenya again,,',
      ),
      builtIn,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      'new',
      'changed',
      'error',
      'error',
      'error',
      'error',
    ]);
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      [],
      ['kind-unknown'],
      ['status-unreadable'],
      ['name-missing'],
      ['twice'],
    ]);
  });

  it('finds a party by id before its code, so that a code can be corrected', () => {
    const party = builtInParty('TUR');
    const [row] = compared(csv('id,kind,code', `${party.id},country,TRK`), builtIn);
    expect(row).toMatchObject({ verdict: 'changed', changed: ['code'] });
    const twice = compared(csv('id,kind,code', `${party.id},country,TUR`, `,country,tur`), builtIn);
    expect(twice.map(({ verdict }) => verdict)).toEqual(['same', 'error']);
    expect(twice[1]?.issues[0]?.code).toBe('twice');
  });

  it('reads dated footnotes, and refuses what is none in words', () => {
    const header_ = 'kind,code,footnotes';
    const text = (cell: string) => csv(header_, `country,TUR,"${cell}"`);
    const [row] = compared(text('2010-01-01/.. | One\n../2009-12-31 | Other \\| text'), builtIn);
    expect(row).toMatchObject({ verdict: 'changed', changed: ['footnotes'] });
    expect(row?.taken.fields.footnotes).toEqual([
      { text: 'One', from: '2010-01-01', to: null },
      { text: 'Other | text', from: null, to: '2009-12-31' },
    ]);
    for (const [cell, code] of [
      ['since 2010 | Text', 'footnote-unreadable'],
      ['2010-01-01/..', 'footnote-unreadable'],
      ['2010-01-01/.. | Two | parts', 'footnote-unreadable'],
      ['2010-02-30/.. | Text', 'footnote-unreadable'],
      ['2011-01-01/2010-01-01 | Text', 'dates-reversed'],
    ] as const) {
      const [refused] = compared(text(cell), builtIn);
      expect(refused?.issues.map((one) => one.code)).toEqual([code]);
    }
    // A file from before there were any says nothing of them.
    const party = { ...sample, footnotes: [{ text: 'Kept', from: null, to: null }] };
    const [kept] = compared(csv('kind,code,name_en', 'organization,SYN,Synthetic'), [party]);
    expect(kept?.taken.fields.footnotes).toEqual(party.footnotes);
  });

  it('says at which line and column something cannot be read', () => {
    const [row] = compared(csv(header, 'country,KEN,Kenya,member since long,'), builtIn);
    expect(row?.issues).toEqual([
      {
        ...{ code: 'status-unreadable', severity: 'error', row: 2, column: 3 },
        ...{ value: 'member since long', params: { column: 'statuses' } },
      },
    ]);
    const [long] = compared(csv(header, `country,KEN,${'n'.repeat(301)},,`), builtIn);
    expect(long?.issues[0]).toMatchObject({ code: 'value-unfit', column: 2 });
  });

  it('takes the rows over that are sound as one act, and then they are the same', () => {
    const text = csv(header, 'country,KEN,Kenya,observer 2024-01-01/..,donor');
    const rows = compared(text, builtIn);
    const decision = takeOverParties(counting(), takenOf(rows), builtIn, headsOf);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.drafts).toHaveLength(1);
    const kenya = {
      ...(decision.drafts[0]?.body['set'] as unknown as Party),
      id: partyId(500),
      focalPoints: [],
    };
    expect(compared(text, [...builtIn, kenya])[0]?.verdict).toBe('same');
  });

  it.each([
    ['not-a-registry', csv('Name,Country', 'Ada,Kenya')],
    ['no-rows', csv(header, ',,,,')],
  ])('refuses another file: %s', (reason, text) => {
    expect(read(text)).toMatchObject({ ok: false, reason });
  });

  it('names headings that mean nothing here', () => {
    const registry = read(csv('Kind,CODE,Colour', 'country,KEN,blue'));
    expect(registry.ok && registry.unknown).toEqual(['Colour']);
  });
});
