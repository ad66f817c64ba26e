import { describe, expect, it } from 'vitest';
import { findDuplicates, type ComparedPerson } from '@shared/matching/duplicates';
import { crowd } from '../../support/crowd';

let count = 0;

/** "Family, Given" and what else is known. */
function person(name: string, set: Partial<ComparedPerson> = {}): ComparedPerson {
  const [family = '', given = ''] = name.split(', ');
  count += 1;
  return {
    id: `p${String(count).padStart(4, '0')}`,
    ...{ family, given, full: '', native: '', institution: '' },
    ...{ emails: [], parties: [], meetings: [] },
    ...set,
  };
}

const inParty = (party: string) => ({ parties: [party] });

function only(people: readonly ComparedPerson[]) {
  const { pairs } = findDuplicates(people);
  expect(pairs).toHaveLength(1);
  return pairs[0]!;
}

describe('one human being in two records, by name and party', () => {
  it.each([
    ['the same name', person('Ejemplo, Ana'), person('Ejemplo, Ana')],
    ['capitals', person('EJEMPLO, Ana'), person('Ejemplo, ANA')],
    ['family and given name swapped', person('Ejemplo, Ana'), person('Ana, Ejemplo')],
    ['accents', person('Muñoz-Ñandú, José'), person('Munoz Nandu, Jose')],
    ['umlauts written out', person('Müllerín, Jörg'), person('Muellerin, Joerg')],
    ['Cyrillic and Latin', person('Образцов, Сергей'), person('Obraztsov, Sergey')],
    ['two romanisations', person('Obraztsov, Sergei'), person('Obrazcov, Serguei')],
    ['Arabic and Latin', person('المثالي, محمد'), person('Almithali, Mohammed')],
    ['Greek and Latin', person('Παραδειγμας, Νικος'), person('Paradeigmas, Nikos')],
    ['Chinese', person('', { native: '王例文' }), person('', { full: '王例文' })],
    [
      'a native name beside a Latin one',
      person('Obraztsov, Sergey', { native: 'Образцов Сергей' }),
      person('', { full: 'Сергей Образцов' }),
    ],
    ['a double surname and its first part', person('Ejemplo Primero, Ana'), person('Ejemplo, Ana')],
    ['particles', person('van der Voorbeeld, Jan'), person('Voorbeeld, Jan')],
    ['a middle name that one list leaves out', person('Sample, Jo Anne'), person('Sample, Jo')],
    ['never split', person('Ejemplo, Ana'), person('', { full: 'Ana EJEMPLO' })],
    ['an initial', person('Obrazcov, I.'), person('Obrazcov, Ivan')],
    ['a typing error', person('Obraszcov, Ivan'), person('Obrazczov, Ivan')],
    ['a single name', person('Contohnya'), person('', { full: 'Contohnya' })],
  ])('%s', (_what, one, other) => {
    const party = inParty('xx');
    const pair = only([
      { ...one, ...party },
      { ...other, ...party },
    ]);
    expect(pair.likelihood).not.toBe('weak');
    expect(pair.evidence).toContainEqual({ kind: 'same-party', party: 'xx' });
    expect(pair.evidence.some(({ kind }) => kind === 'name-part')).toBe(true);
  });
});

describe('two human beings', () => {
  it.each([
    ['other given names', person('Ejemplo, Ana'), person('Ejemplo, Pedro')],
    ['the same given names', person('Ejemplo, Juan Carlos'), person('Modelo, Juan Carlos')],
    ['other patronymics', person('Obrazcov, Ivan Petrovich'), person('Obrazcov, Ivan Borisovich')],
    ['a common prefix', person("d'Ejemplo, Rémi"), person("d'Voorbeeld, Rémi")],
    ['another common prefix', person("O'Sample, Jo"), person("O'Muster, Jo")],
    ['other initials', person('Obrazcov, Ivan P.'), person('Obrazcov, Ivan S.')],
    ['nothing but a given name', person('Ana'), person('Ana, Testova')],
  ])('%s in one party are no more than a weak hint', (_what, one, other) => {
    const party = inParty('xx');
    const { pairs } = findDuplicates([
      { ...one, ...party },
      { ...other, ...party },
    ]);
    expect(pairs.filter(({ likelihood }) => likelihood !== 'weak')).toEqual([]);
  });

  it('of one name in two countries are a weak hint', () => {
    const one = person('Ejemplo, Ana', inParty('aaa'));
    const pair = only([one, person('Ejemplo, Ana', inParty('bbb'))]);
    expect(pair.likelihood).toBe('weak');
    expect(pair.evidence).toContainEqual({ kind: 'other-party' });
  });

  it('of one name in two countries and at one meeting are none', () => {
    const at = { meetings: ['m1'] };
    const people = ['aaa', 'bbb'].map((party) =>
      person('Ejemplo, Ana', { ...inParty(party), ...at }),
    );
    expect(findDuplicates(people).pairs).toEqual([]);
  });

  it('with one e-mail address are a weak hint, and none when they sat at one meeting', () => {
    const shared = { emails: ['mission@example.org'], ...inParty('aaa') };
    const one = person('Ejemplo, Ana', shared);
    const other = person('Modelo, Pedro', shared);
    const pair = only([one, other]);
    expect(pair.likelihood).toBe('weak');
    expect(pair.evidence).toContainEqual({ kind: 'other-name' });
    const at = { meetings: ['m1'] };
    expect(
      findDuplicates([
        { ...one, ...at },
        { ...other, ...at },
      ]).pairs,
    ).toEqual([]);
  });

  it('whose names differ in their own script although they sound alike', () => {
    const party = inParty('chn');
    const one = person('Liwen, Wei', { native: '例文伟', ...party });
    const pair = only([one, person('Liwen, Wei', { native: '例文薇', ...party })]);
    expect(pair.likelihood).toBe('weak');
    expect(pair.evidence).toContainEqual({ kind: 'other-native-name' });
  });

  it('thirty called iPhone are nobody', () => {
    const people = Array.from({ length: 30 }, (_, at) =>
      person('', { full: 'iPhone', ...inParty(`party-${at % 3}`) }),
    );
    const { pairs, compared } = findDuplicates(people);
    expect([pairs, compared]).toEqual([[], 0]);
  });
});

describe('evidence', () => {
  it('makes name and address strong, whatever the party', () => {
    const email = { emails: [' Ana.Ejemplo@example.org'] };
    const one = person('Ejemplo, Ana', { ...email, ...inParty('aaa') });
    const other = person('Ejemplo, A.', {
      emails: ['ana.ejemplo@EXAMPLE.org'],
      ...inParty('aaa'),
    });
    const pair = only([other, one]);
    expect(pair).toMatchObject({ one: one.id, other: other.id, likelihood: 'strong' });
    expect(pair.evidence).toContainEqual({ kind: 'same-email', email: 'ana.ejemplo@example.org' });
  });

  it('says that both were at one meeting, which speaks against it', () => {
    const set = { ...inParty('aaa'), institution: 'Ministry of Examples' };
    const apart = only([person('Ejemplo, Ana', set), person('Ejemplo, Ana', set)]);
    const at = { ...set, meetings: ['m1'] };
    const together = only([person('Ejemplo, Ana', at), person('Ejemplo, Ana', at)]);
    expect(together.evidence).toContainEqual({ kind: 'same-meeting', meeting: 'm1' });
    expect(together.score).toBeLessThan(apart.score);
  });

  it('is the same in whatever order people are given', () => {
    const people = crowd(400, 5);
    expect(findDuplicates(people.toReversed()).pairs).toHaveLength(
      findDuplicates(people).pairs.length,
    );
  });
});

describe('the number of comparisons', () => {
  it('grows with the number of people, not with its square', () => {
    for (const size of [2_000, 4_000, 8_000]) {
      const { compared } = findDuplicates(crowd(size, 42));
      expect(compared, `${size} people`).toBeLessThan(size / 2);
    }
  });

  it('stays bounded where everybody has the same name', () => {
    for (const size of [500, 1_000, 2_000]) {
      const parties = (at: number) => inParty(`party-${at % 4}`);
      const people = Array.from({ length: size }, (_, at) => person('Ejemplo, Ana', parties(at)));
      expect(findDuplicates(people).compared).toBeLessThanOrEqual(12 * size);
    }
  });

  it('finds those who were recorded twice', () => {
    const people = crowd(5_000, 42);
    const twice = people.filter(({ meetings }) => meetings[0] === 'meeting-other').length;
    const { pairs } = findDuplicates(people);
    const strong = pairs.filter(({ likelihood }) => likelihood === 'strong');
    expect(strong.length).toBeGreaterThanOrEqual(twice * 0.98);
    expect(strong.length).toBeLessThanOrEqual(twice * 1.02);
  });
});
