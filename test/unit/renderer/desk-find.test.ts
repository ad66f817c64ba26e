import { describe, expect, it } from 'vitest';
import { badgesBeginning, find, type Found } from '@renderer/features/desk/acts/find';
import { DeskDirectory } from '@renderer/features/desk/directory';
import { tellApart, type Readable } from '@renderer/features/desk/parts/tell-apart';
import { formatBadgeCode, newBadgeCode } from '@shared/domain/badge/code';
import { BADGE_DEFAULTS, type Badge } from '@shared/domain/badge/types';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { party } from '../statistics/build-world';

const person = (id: string, family: string, set: Partial<Person> = {}): Person => ({
  ...PERSON_DEFAULTS,
  ...{ id, family, given: 'Ana' },
  ...set,
});
const nomination = (who: string, of: string, set: Partial<Nomination> = {}): Nomination => ({
  ...NOMINATION_DEFAULTS,
  ...{ id: `n-${who}`, meeting: 'm', person: who, party: of, state: 'accepted' },
  ...set,
});
const GEORGIA = party('GEO', 'country', {
  names: { en: 'Georgia', ru: 'Грузия', zh: '格鲁吉亚', ar: 'جورجيا' },
  iso2: 'GE',
});
const FRANCE = party('FRA', 'country', { names: { en: 'France' } });

const PEOPLE = [
  person('expected', 'Samplova'),
  person('online', 'Gedachte', { emails: ['online@example.org'] }),
  person('withdrawn', 'Georgieva'),
  person('known', 'Georgescu'),
];
const directory = new DeskDirectory().update({
  people: PEOPLE,
  parties: [GEORGIA, FRANCE],
  nominations: [
    nomination('expected', 'GEO'),
    nomination('online', 'GEO', { modality: 'virtual' }),
    nomination('withdrawn', 'FRA', { state: 'withdrawn' }),
  ],
});

const words = (row: Found): string => {
  switch (row.kind) {
    case 'person':
      return row.id;
    case 'delegation':
      return `delegation ${row.party.code} ${String(row.people)}`;
    case 'code':
      return `code ${row.code}`;
    case 'walk-in':
      return `walk-in ${row.name}`;
  }
};
const found = (typed: string, badges: readonly Badge[] = []): string[] =>
  find(typed, directory, badges).map(words);

describe('what the box finds', () => {
  it('is of this meeting first, then known from others, and walk-in as the last', () => {
    expect(found('geo')).toEqual([
      ...['online', 'expected', 'withdrawn', 'known'],
      ...['delegation GEO 2', 'walk-in geo'],
    ]);
  });

  it.each([
    ['a country in Russian', 'груз'],
    ['in Chinese', '格鲁'],
    ['in Arabic', 'جورجيا'],
    ['by its code', 'ge'],
  ])('is a delegation found by %s', (_how, typed) => {
    expect(found(typed)).toContain('delegation GEO 2');
  });

  it('leads to walk-in when nobody is found, with what was typed', () => {
    expect(found(' Nemo Nobody ')).toEqual(['walk-in Nemo Nobody']);
    expect(found('x')).toEqual([]);
  });

  it('is somebody by a badge that was issued for a record merged since', () => {
    const merged = new DeskDirectory().update({
      people: [person('stays', 'Samplova'), person('gone', 'Samplowa', { mergedInto: 'stays' })],
      parties: [GEORGIA],
      nominations: [nomination('gone', 'GEO')],
    });
    const code = newBadgeCode(() => Uint8Array.from({ length: 12 }, (_, at) => at + 5));
    const badge: Badge = { ...BADGE_DEFAULTS, id: 'b', meeting: 'm', code, person: 'gone' };
    const rows = find(code.slice(0, 6), merged, [badge]);
    expect(rows[0]).toMatchObject({ kind: 'person', id: 'stays', badge });
  });

  it('is somebody by the beginning of their badge number, in any form', () => {
    const code = newBadgeCode((count) => new Uint8Array(count).fill(0x2b));
    const badge: Badge = { ...BADGE_DEFAULTS, id: 'b', meeting: 'm', code, person: 'known' };
    const revoked = { ...badge, id: 'r', person: 'expected', revokedFor: 'lost' as const };
    const floating = { ...badge, id: 'f', person: null, kind: 'floating' as const };
    for (const typed of [code.slice(0, 5), formatBadgeCode(code).slice(0, 6).toLowerCase()]) {
      expect(badgesBeginning(typed, [badge, revoked, floating])).toEqual([badge]);
      expect(found(typed, [badge, revoked, floating])[0]).toBe('known');
    }
    expect(badgesBeginning('ana', [badge])).toEqual([]);
    expect(found(formatBadgeCode(code), [badge])).toEqual([`code ${code}`, 'walk-in ']);
  });
});

describe('rows that read alike', () => {
  const row = (id: string, set: Partial<Readable> = {}): Readable => ({
    ...{ id, name: 'Ana Samplova', native: '', delegation: 'GEO', institution: 'Ministry' },
    ...{ jobTitle: 'Adviser', emails: [`${id}@example.org`] },
    ...set,
  });
  it('are told apart by job title, else by e-mail, and others by nothing', () => {
    const alike = [row('1', { jobTitle: 'Head' }), row('2')];
    expect([...tellApart([...alike, row('3', { institution: 'Police' })])]).toEqual([
      ['1', 'Head'],
      ['2', 'Adviser'],
    ]);
    expect([...tellApart([row('1'), row('2', { name: 'ANA SÁMPLOVA' })])]).toEqual([
      ['1', '1@example.org'],
      ['2', '2@example.org'],
    ]);
    expect(tellApart([row('1'), row('2', { delegation: 'FRA' })]).size).toBe(0);
  });

  it('show both where neither is enough', () => {
    const rows = [
      row('1', { jobTitle: 'Head', emails: [] }),
      row('2', { emails: [] }),
      row('3', { emails: ['3@example.org'] }),
    ];
    expect([...tellApart(rows).values()]).toEqual(['Head', 'Adviser', 'Adviser · 3@example.org']);
  });
});
