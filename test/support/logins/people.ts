import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import type { KnownPerson } from '@shared/matching/candidates';
import {
  ARABIC_FAMILY,
  ARABIC_GIVEN,
  CYRILLIC_ENDINGS,
  CYRILLIC_MEN,
  CYRILLIC_STEMS,
  CYRILLIC_WOMEN,
  INSTITUTIONS,
  LATIN_FORMS,
  LATIN_GIVEN,
  LATIN_STEMS,
  type Written,
} from './names';

export type Script = 'latin' | 'cyrillic' | 'arabic';

/** An invented person, with every way in which their names are written. */
export interface Invented {
  readonly known: KnownPerson;
  readonly script: Script;
  readonly given: Written;
  readonly family: Written;
}

/** `count` people of these parties; the same seed makes the same ones. */
export function inventedPeople(
  count: number,
  seed: number,
  parties: readonly string[],
): readonly Invented[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => invented(chance, at, parties));
}

function invented(chance: Chance, at: number, parties: readonly string[]): Invented {
  const party = chance.among(parties);
  const roll = chance.below(100);
  const script: Script = roll < 45 ? 'latin' : roll < 75 ? 'cyrillic' : 'arabic';
  const { given, family } = NAMES[script](chance);
  const [ownGiven, ownFamily] = [chance.among(given.latin), chance.among(family.latin)];
  const office = chance.among(INSTITUTIONS);
  const domain = `${office.split(' ')[0] ?? ''}.${party}.example.org`.toLowerCase();
  const inNative = script !== 'latin' && chance.holds(0.15);
  const address = `${plain(ownGiven)}.${plain(ownFamily)}.${String(at)}@${domain}`;
  const native = `${family.native} ${given.native}`;
  return {
    ...{ script, given, family },
    known: {
      id: `person-${String(at).padStart(5, '0')}`,
      family: inNative ? family.native : ownFamily,
      given: inNative ? given.native : ownGiven,
      full: '',
      native: !inNative && script !== 'latin' && chance.holds(0.5) ? native : '',
      emails: chance.holds(0.7) ? [address] : [],
      aliases: [],
      institution: `${office}, ${party}`,
      party,
    },
  };
}

/** The letters of an address. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/ß/gu, 'ss')
    .replace(/ı/gu, 'i')
    .replace(/[^a-z]/gu, '');
}

const NAMES: Record<Script, (chance: Chance) => Pick<Invented, 'given' | 'family'>> = {
  latin: (chance) => {
    const given = chance.among(LATIN_GIVEN);
    const family = chance.among(LATIN_FORMS).replace('*', chance.among(LATIN_STEMS));
    return {
      given: { native: given, latin: [given] },
      family: { native: family, latin: [family] },
    };
  },
  cyrillic: (chance) => {
    const woman = chance.holds(0.5);
    const given = chance.among(woman ? CYRILLIC_WOMEN : CYRILLIC_MEN);
    const stem = chance.among(CYRILLIC_STEMS);
    const ending = chance.among(CYRILLIC_ENDINGS)[woman ? 1 : 0];
    const latin = stem.latin.flatMap((one) => ending.latin.map((end) => one + end));
    return { given, family: { native: stem.native + ending.native, latin } };
  },
  arabic: (chance) => ({
    given: chance.among(ARABIC_GIVEN),
    family: chance.among(ARABIC_FAMILY),
  }),
};
