import { describe, expect, it } from 'vitest';
import { sortParties } from '@shared/domain/programme/collate';
import type { Sortable } from '@shared/domain/programme/collate';
import { sortName } from '@shared/domain/programme/sort-name';

describe('the part of a name that decides its place in a list', () => {
  it.each([
    ['en', 'Republic of Moldova (the)', 'Republic of Moldova'],
    ['en', 'the Republic of Moldova', 'Republic of Moldova'],
    [
      'en',
      'The former Yugoslav Republic of Macedonia',
      'The former Yugoslav Republic of Macedonia',
    ],
    ['en', 'Iran (Islamic Republic of)', 'Iran (Islamic Republic of)'],
    ['en', 'Theodora', 'Theodora'],
    ['fr', "Albanie (l')", 'Albanie'],
    ['fr', 'Allemagne (l’)', 'Allemagne'],
    ['fr', "Iran (République islamique d')", "Iran (République islamique d')"],
    ['es', 'Países Bajos (los)', 'Países Bajos'],
    ['es', 'El Salvador', 'El Salvador'],
    ['ar', 'النمسا', 'نمسا'],
    ['ar', 'ألبانيا', 'ألبانيا'],
    ['ru', 'Республика Молдова', 'Республика Молдова'],
    ['zh', '摩尔多瓦共和国', '摩尔多瓦共和国'],
  ])('%s: %s → %s', (language, name, expected) => {
    expect(sortName(name, language)).toBe(expected);
  });
});

describe('a list of parties in the order of a language', () => {
  const country = (code: string, names: Sortable['names']): Sortable => ({
    kind: 'country',
    code,
    names,
  });
  const austria = country('AUT', { en: 'Austria', ru: 'Австрия', ar: 'النمسا', zh: '奥地利' });
  const moldova = country('MDA', {
    en: 'Republic of Moldova',
    ru: 'Республика Молдова',
    ar: 'جمهورية مولدوفا',
    zh: '摩尔多瓦共和国',
  });
  const turkey = country('TUR', { en: 'Türkiye', ru: 'Турция', ar: 'تركيا', zh: '土耳其' });
  const romania = country('ROU', { en: 'Romania', ru: 'Румыния', ar: 'رومانيا', zh: '罗马尼亚' });
  const who: Sortable = {
    kind: 'organization',
    code: 'WHO',
    names: { en: 'World Health Organization' },
  };
  const council: Sortable = {
    kind: 'organization',
    code: 'CoE',
    names: { en: 'Council of Europe' },
  };
  const all = [who, turkey, romania, council, moldova, austria];

  it.each([
    ['en', ['AUT', 'MDA', 'ROU', 'TUR', 'CoE', 'WHO']],
    ['ru', ['AUT', 'MDA', 'ROU', 'TUR', 'CoE', 'WHO']],
    ['ar', ['TUR', 'MDA', 'ROU', 'AUT', 'CoE', 'WHO']],
    ['zh', ['AUT', 'ROU', 'MDA', 'TUR', 'CoE', 'WHO']],
  ])('%s', (language, expected) => {
    expect(sortParties(all, language).map((party) => party.code)).toEqual(expected);
  });

  it('gives the same order from every starting order and leaves its argument alone', () => {
    const before = [...all];
    const reversed = sortParties([...all].reverse(), 'en').map((party) => party.code);
    expect(reversed).toEqual(sortParties(all, 'en').map((party) => party.code));
    expect(all).toEqual(before);
  });
});
