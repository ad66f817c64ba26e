import { describe, expect, it } from 'vitest';
import { partySearch } from '@renderer/features/parties/search';
import type { FocalPoint } from '@shared/domain/party/types';
import { builtIn } from '../domain/party/parties';

const focalPoints: FocalPoint[] = [
  { name: 'Probność, Ágata', email: 'agata@example.org', institution: 'Ministry of Tests' },
];
const search = partySearch(
  builtIn.map((party) =>
    party.code === 'TUR' ? { ...party, aliases: ['Anatolia'], focalPoints } : party,
  ),
);
const codes = (typed: string) => search(typed).map(({ code }) => code);

describe('the search of the registry', () => {
  it.each([
    ['Türkiye', 'TUR'],
    ['turkiye', 'TUR'],
    ['Турция', 'TUR'],
    ['تركيا', 'TUR'],
    ['土耳其', 'TUR'],
    ['tur', 'TUR'],
    ['792', 'TUR'],
    ['Turkey', 'TUR'],
    ['anatol', 'TUR'],
    ['EMCDDA', 'EUDA'],
    ['European Monitoring Centre', 'EUDA'],
    ['Alemania', 'DEU'],
    ['Allemagne', 'DEU'],
    ['Deutschland', 'DEU'],
    ['Kazakstan', 'KAZ'],
    ['agata probnosc', 'TUR'],
    ['agata@example', 'TUR'],
  ])('%s finds %s', (typed, code) => {
    expect(codes(typed)).toContain(code);
  });

  it('gives everything for nothing typed, and nothing for what fits nobody', () => {
    expect(codes('  ')).toHaveLength(81);
    expect(codes('zzzz')).toEqual([]);
    expect(codes('!!')).toEqual([]);
  });
});
