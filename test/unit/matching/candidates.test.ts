import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import asset from '@assets/programmes/paris-pact.json';
import { programmeRecords } from '@shared/domain/programme/file';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { LoginMatcher } from '@shared/matching/candidates';
import type { KnownPerson, LoginMatch } from '@shared/matching/candidates';
import { readDisplayName } from '@shared/matching/display-name';
import { partyResolver } from '@shared/matching/party-names';

const parties = programmeRecords(programmeFileSchema.parse(asset), false).parties;
const resolve = partyResolver(parties.map(({ fields }) => fields));
const codeOf = (text: string) => {
  const reading = resolve(text);
  return reading && 'party' in reading && reading.evidence !== 'misspelling'
    ? reading.party.code
    : null;
};

const person = (
  id: string,
  family: string,
  given: string,
  party: string | null,
  more: Partial<KnownPerson> = {},
): KnownPerson => ({
  id,
  family,
  given,
  full: '',
  native: '',
  emails: [],
  aliases: [],
  party,
  institution: '',
  ...more,
});

const people = [
  person('petrov', 'Petrov', 'Ivan', 'BGR', {
    emails: ['ivan.petrov@mvr.example.org'],
    institution: 'Ministry of Interior',
  }),
  person('stoyanov', 'Stoyanov', 'Ivan', 'BGR'),
  person('igor', 'Petrov', 'Igor', 'SRB'),
  person('yilmaz', 'Yılmaz', 'Ayşe', 'TUR'),
  person('ahmed', 'Ahmed', 'Mohammed', 'ARE'),
  person('li', 'Li', 'Wei', 'CHN', { native: '李伟' }),
  person('georgia', 'Smith', 'Georgia', 'USA'),
  person('dupont', 'Dupont-Martin', 'Jean-Pierre', 'FRA'),
  person('cruz', 'de la Cruz', 'María José', 'ESP'),
  person('single', '', '', 'PAK', { full: 'Khushnood' }),
  person('shch', 'Щербаков', 'Юрий', 'RUS'),
  person('papa', 'Παπαδόπουλος', 'Νίκος', 'GRC'),
  person('anna', 'Example', 'Anna', 'UNODC', {
    emails: ['shared@example.org'],
    aliases: ['Anna E. (UNODC)', 'iPhone', '+43 1 555 0100'],
  }),
  person('otto', 'Example', 'Otto', 'UNODC', { emails: ['shared@example.org'] }),
];
const matcher = new LoginMatcher(people, codeOf);

const suggestions = (match: LoginMatch) => (match.linked === null ? match.candidates : []);
const first = (name: string, email: string | null = null) =>
  suggestions(matcher.match({ name, email }))[0];

describe('certain links', () => {
  it.each([
    [
      'an address, whatever its case',
      'Somebody',
      ' IVAN.Petrov@mvr.example.org ',
      'petrov',
      'email',
    ],
    [
      'an address before an alias',
      'Anna E. (UNODC)',
      'ivan.petrov@mvr.example.org',
      'petrov',
      'email',
    ],
    ['a confirmed alias', 'ANNA E (unodc)', null, 'anna', 'alias'],
    ['an alias with what the platform adds', 'Anna E. (UNODC) (Unverified)', null, 'anna', 'alias'],
    ['a whole telephone number', '+43 1 555 0100', null, 'anna', 'alias'],
  ])('%s', (_, name, email, linked, by) => {
    expect(matcher.match({ name, email })).toEqual({ linked, by });
  });

  it('an address of two people links neither', () => {
    const match = matcher.match({ name: 'Room', email: 'shared@example.org' });
    expect(match.linked).toBeNull();
    expect(suggestions(match).map((one) => one.person)).toEqual(['anna', 'otto']);
    expect(suggestions(match)[0]?.evidence).toContainEqual({ kind: 'shared-email' });
  });

  it('the confirmed name of a device links nobody: the next iPhone is another', () => {
    const match = matcher.match({ name: 'iPhone', email: null });
    expect(match).toMatchObject({ linked: null, kind: 'device' });
    expect(suggestions(match)[0]).toMatchObject({
      person: 'anna',
      evidence: [{ kind: 'shared-alias' }],
    });
  });

  it('no likeness links anybody, however perfect', () => {
    expect(matcher.match({ name: 'Ivan Petrov', email: null }).linked).toBeNull();
    const name = fc.constantFrom(
      'Ivan',
      'Petrov',
      'BGR',
      'Anna',
      'Example',
      '李伟',
      '-',
      ' ',
      'UNODC',
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 5 }), (words) => {
        expect(matcher.match({ name: words.join(' '), email: null }).linked).toBeNull();
      }),
    );
  });
});

describe('suggestions', () => {
  it.each([
    ['as written', 'Ivan Petrov', 'petrov'],
    ['reordered', 'PETROV Ivan', 'petrov'],
    ['with a comma', 'Petrov, Ivan', 'petrov'],
    ['a code before', 'BGR - Ivan Petrov', 'petrov'],
    ['a code glued on', 'BGR-Ivan Petrov', 'petrov'],
    ['a code after an underscore', 'BGR_Ivan Petrov', 'petrov'],
    ['a code without a separator', 'BGR Ivan Petrov', 'petrov'],
    ['a party in brackets', '[TURKIYE] Ayşe Yılmaz (Unverified)', 'yilmaz'],
    ['a party by its former name', 'Turkey / Ayse Yilmaz', 'yilmaz'],
    ['an original name', 'Ivan P (BGR - Ivan Petrov)', 'petrov'],
    ['a title', 'H.E. Amb. Dr Ivan Petrov', 'petrov'],
    ['a number', '012_Ivan Petrov', 'petrov'],
    ['Cyrillic for Latin', 'Петров, Иван (External)', 'petrov'],
    ['Latin for Cyrillic', 'Yuri Shcherbakov', 'shch'],
    ['German for Cyrillic', 'Juri Schtscherbakow', 'shch'],
    ['Latin for Greek', 'Nikos Papadopoulos', 'papa'],
    ['Arabic for Latin', 'محمد أحمد', 'ahmed'],
    ['Chinese', '李伟', 'li'],
    ['Chinese in Latin letters', 'LI Wei', 'li'],
    ['no accents, particles in capitals', 'Maria Jose De La Cruz', 'cruz'],
    ['half of two double names', 'Jean Dupont', 'dupont'],
    ['double names in one', 'JeanPierre DupontMartin', 'dupont'],
    ['a single name', 'Khushnood', 'single'],
    ['a typing error', 'Ivan Petorv', 'petrov'],
    ['the first name that is a country', 'Georgia Smith', 'georgia'],
    ['an institution', 'Ivan Petrov, Ministry of Interior', 'petrov'],
    ['the family name alone', 'Stoyanov', 'stoyanov'],
  ])('%s: %s', (_, name, id) => {
    expect(first(name)?.person).toBe(id);
  });

  it.each([
    ['a given name of many', 'Ivan'],
    ['another family name', 'Ivan Dimitrov'],
    ['another name', 'Ana Maria Lopez'],
    ['an interpreter', 'Interpreter RU 1'],
    ['a telephone', '+43 1 555 ***12'],
    ['nothing', ''],
  ])('none for %s: %j', (_, name) => {
    expect(suggestions(matcher.match({ name, email: null }))).toEqual([]);
  });

  it('say which parts of the name agree, and how', () => {
    expect(first('BGR - I. Petroff', 'x@mvr.example.org')?.evidence).toEqual([
      { kind: 'name-part', part: 'Petrov', how: 'sound' },
      { kind: 'name-part', part: 'Ivan', how: 'initial' },
      { kind: 'delegation', party: 'BGR' },
      { kind: 'email-domain', domain: 'mvr.example.org' },
    ]);
  });

  it('say when the delegation is another one, and rank it lower', () => {
    const other = first('SRB - Ivan Petrov');
    expect(other?.evidence).toContainEqual({ kind: 'other-delegation', party: 'SRB' });
    expect(other?.score).toBeLessThan(first('Ivan Petrov')?.score ?? 0);
  });

  it('use a given name when the delegation speaks for it too', () => {
    const found = suggestions(matcher.match({ name: 'Ivan (Bulgaria)', email: null }));
    expect(found.map((one) => one.person)).toEqual(['petrov', 'stoyanov']);
  });

  it('read the address when the name is a device', () => {
    const match = matcher.match({ name: 'Galaxy S21', email: 'ivan_petrov7@gmail.com' });
    expect(match).toMatchObject({ linked: null, kind: 'device' });
    expect(suggestions(match)[0]?.person).toBe('petrov');
    expect(suggestions(match)[0]?.evidence[0]).toMatchObject({ kind: 'email-name' });
  });

  it('the domain of a public mail provider is no evidence', () => {
    const own = new LoginMatcher(
      [person('a', 'Doe', 'Jane', null, { emails: ['jd@gmail.com'] })],
      codeOf,
    );
    const match = own.match({ name: 'Jane Doe', email: 'other@gmail.com' });
    expect(suggestions(match)[0]?.evidence.map(({ kind }) => kind)).toEqual([
      'name-part',
      'name-part',
    ]);
  });

  it('name the delegation of a login with several people behind it', () => {
    expect(matcher.match({ name: 'Delegation of Serbia (3 persons)', email: null })).toEqual({
      linked: null,
      kind: 'delegation',
      parties: ['SRB'],
      candidates: [],
    });
  });
});

describe('a display name', () => {
  it.each([
    ['UNODC Paris Pact (host)', 'service', ['UNODC']],
    ['Delegation of Exampleland (3 persons)', 'delegation', []],
    ['Embassy of Italy', 'delegation', ['ITA']],
    ['UZB | Delegation', 'delegation', ['UZB']],
    ['CoE Anna Example', 'person', ['CoE']],
    ['Anna Example UNODC', 'person', ['UNODC']],
    ['Li Wei', 'person', []],
  ])('%s: %s, %j', (name, kind, codes) => {
    expect(readDisplayName(name, codeOf)).toMatchObject({ kind, parties: codes });
  });
});
