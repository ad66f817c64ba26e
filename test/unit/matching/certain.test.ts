import { describe, expect, it } from 'vitest';
import { LoginMatcher, mayBeAlias, type KnownPerson } from '@shared/matching/candidates';
import { certainOnes, offered } from '@shared/matching/certain';
import { guessNobody } from '@shared/matching/device-names';
import { readDisplayName } from '@shared/matching/display-name';
import { evidenceFor } from '@shared/matching/explain';
import { namePartsOf, pairUp } from '@shared/matching/name-agreement';
import { codeOf } from '../../support/logins/agreement';

const person = (
  id: string,
  family: string,
  given: string,
  more: Partial<KnownPerson> = {},
): KnownPerson => ({
  ...{
    id,
    family,
    given,
    full: '',
    native: '',
    emails: [],
    aliases: [],
    party: 'BGR',
    institution: '',
  },
  ...more,
});
const people = [
  person('anna', 'Tarvel', 'Anna', { emails: ['anna@mvr.example.org'], institution: 'MVR' }),
  person('ana', 'Tarvell', 'Ana'),
  person('borys', 'Drebin', 'Borys', { institution: 'MVR', aliases: ['Boss'] }),
  person('olga', 'Korvat', 'Olga', {
    seen: [
      { name: 'Olly', meeting: 'm1' },
      { name: 'Olly', meeting: 'm2' },
    ],
  }),
  person('zoe', 'Boss', 'Zoe'),
];
const matcher = new LoginMatcher(people, codeOf);
const match = (name: string, email: string | null = null) => matcher.match({ name, email });
const input = (id: string, name: string, email: string | null = null, rejected: string[] = []) => ({
  ...{ id, name, email, rejected, match: match(name, email) },
});
const certain = (...logins: ReturnType<typeof input>[]) => Object.fromEntries(certainOnes(logins));

describe('the rule for certain ones', () => {
  it.each([
    ['every word is the person’s', 'Borys Drebin', 'borys'],
    ['in another order and script', 'ДРЕБИН Борис', 'borys'],
    ['with the delegation', 'BGR - Drebin, Borys', 'borys'],
    ['another name comes near', 'Anna Tarvel', undefined],
    ['an initial says too little', 'B. Drebin', undefined],
    ['a family name says too little', 'Drebin', undefined],
    ['another delegation is named', 'SRB - Borys Drebin', undefined],
    ['there is a word too many', 'Borys Drebin Vardok', undefined],
  ])('%s: %s', (_, name, who) => {
    expect(certain(input('1', name))['1']).toBe(who);
  });

  it('gives one person only logins of one name', () => {
    expect(certain(input('1', 'Borys Drebin'), input('2', 'Drebin Borys'))).toEqual({});
    expect(certain(input('1', 'Borys Drebin'), input('2', 'BORYS DREBIN (Guest)'))).toEqual({
      ...{ 1: 'borys', 2: 'borys' },
    });
  });

  it('takes an exact address, unless that person was rejected', () => {
    expect(certain(input('1', 'x', 'ANNA@mvr.example.org'))).toEqual({ 1: 'anna' });
    const rejected = input('1', 'x', 'anna@mvr.example.org', ['anna']);
    expect(certain(rejected)).toEqual({});
    expect(offered(rejected.match, rejected.rejected)).toEqual([]);
  });
});

describe('evidence beside the name', () => {
  it('an alias that is somebody else’s name too links nobody by itself', () => {
    const found = match('Boss Zoe');
    expect(found.linked).toBeNull();
    const alias = match('Boss');
    expect(alias.linked).toBeNull();
    expect(
      alias.linked === null && alias.candidates.find((one) => one.person === 'borys')?.evidence,
    ).toContainEqual({
      kind: 'namesake',
    });
  });

  it('an alias of one word links nobody where somebody else has it in their name', () => {
    const vera = person('vera', 'Solbek', 'Vera', { aliases: ['Vera', 'Vera S.'] });
    const alone = new LoginMatcher([vera, ...people], codeOf);
    const two = new LoginMatcher([vera, person('other', 'Mirvel', 'Вера')], codeOf);
    const linked = { linked: 'vera', by: 'alias' };
    expect(alone.match({ name: 'Vera', email: null })).toEqual(linked);
    expect(two.match({ name: 'Vera S.', email: null })).toEqual(linked);
    expect(two.match({ name: 'Vera', email: null })).toMatchObject({
      linked: null,
      candidates: [{ person: 'vera', evidence: [{ kind: 'namesake' }] }],
    });
  });

  it('the same name at earlier meetings suggests and does not link', () => {
    const found = match('Olly');
    expect(found.linked === null && found.candidates[0]).toMatchObject({
      ...{ person: 'olga', evidence: [{ kind: 'seen-before', meeting: 'm2', times: 2 }] },
    });
  });

  it('the domain of colleagues speaks for somebody without an address', () => {
    const found = match('Borys Drebin', 'x@mvr.example.org');
    expect(found.linked === null && found.candidates[0]?.evidence).toContainEqual({
      ...{ kind: 'institution-domain', domain: 'mvr.example.org' },
    });
  });

  it('a name in the address adds to what is shown', () => {
    const found = match('Borys', 'borys.drebin@gmail.com');
    expect(found.linked === null && found.candidates[0]).toMatchObject({ person: 'borys' });
  });

  it('is told of anybody who is chosen by hand, a member of the named delegation too', () => {
    const room = { name: 'Delegation of Bulgaria', email: null };
    expect(evidenceFor(room, people[0] as KnownPerson, codeOf)).toEqual([
      { kind: 'delegation', party: 'BGR' },
    ]);
    const stranger = { ...(people[0] as KnownPerson), party: 'SRB' };
    expect(evidenceFor(room, stranger, codeOf)).toEqual([]);
  });
});

describe('what may be remembered', () => {
  it.each([
    ['Anna Tarvel', true],
    ['+43 1 555 0100', true],
    ['+43 1 ***12', false],
    ['iPhone', false],
    ['Call-in User_2', false],
    ['+43 1 •••12', false],
    ['Гость', false],
    ['Anna’s iPhone', true],
    ['Interpreter 1', false],
    ['Delegation of Serbia', false],
    ['', false],
  ])('%s: %s', (name, may) => {
    expect(mayBeAlias(name, readDisplayName(name, codeOf))).toBe(may);
  });
});

describe('why somebody does not take part', () => {
  it.each([
    ['Interpreter RU 1', 'interpreter'],
    ['Переводчик 2', 'interpreter'],
    ['Otter.ai Notetaker', 'recording'],
    ['Test Test', 'test'],
    ['Technical support', 'operator'],
    ['UNODC Paris Pact (host)', 'host'],
    ['Somebody', 'service'],
  ])('%s: %s', (name, why) => {
    expect(guessNobody(name)).toBe(why);
  });
});

describe('names that are not one', () => {
  const agree = (one: string, other: string) =>
    pairUp(namePartsOf(one), namePartsOf(other)).pairs.map(({ agreement }) => agreement);
  it.each([
    ['d’Tindac', 'd’Tarvac'],
    ['O’Neill', 'O’Brien'],
    ['Al’Rashid', 'Al’Hakim'],
    ['Dell’Acqua', 'Dell’Orto'],
  ])('%s is not %s', (one, other) => {
    expect(agree(one, other)).not.toContain('same');
  });

  it.each([
    ['d’Tindac', 'DTindac', 'same'],
    ['d’Tindac', 'Tindac', 'same'],
    ['Altarbini', 'El-Tarbini', 'same'],
    ['Azzalmani', 'Zalmani', 'same'],
    ['Dmytro', 'Дмитрий', 'variant'],
    ['Meriem', 'Maryam', 'variant'],
    ['Said', 'سعيد', 'same'],
    ['Joltova', 'Zholtova', 'sound'],
  ])('%s and %s: %s', (one, other, how) => {
    expect(agree(one, other)).toContain(how);
  });

  it('a word twice is two words', () => {
    expect(agree('Salem Salem', 'Salem Salem')).toEqual(['same', 'same']);
  });
});

describe('parties with separators in their names', () => {
  it.each([
    ['[Joint United Nations Programme on HIV/AIDS] Anna Tarvel', ['UNAIDS']],
    ['Anna Tarvel (Iran (Islamic Republic of))', ['IRN']],
    ['Anna Tarvel / ROU', ['ROU']],
  ])('%s: %j', (name, parties) => {
    const display = readDisplayName(name, codeOf);
    expect(display).toMatchObject({ parties, words: ['Anna', 'Tarvel'] });
  });
});
