import type { Person } from '@shared/domain/person/types';
import { foldName } from '@shared/matching/fold';
import { namePartsOf, pairUp, type NamePart } from '@shared/matching/name-agreement';
import { isFullWord } from '@shared/matching/suggestion';

/** Where people are looked up; the desk's directory is one. */
export interface Directory {
  readonly index: {
    search(query: string, limit: number): readonly { readonly id: string }[];
  };
  person(id: string): Person | undefined;
  /** The party that a person speaks for at this meeting. */
  party(id: string): { readonly id: string } | undefined;
}

/** More than anybody reads while somebody waits. */
const SHOWN = 4;
/** So many are looked at for each way of asking. */
const LOOKED_AT = 24;
/** What the same delegation adds to the agreement of two names, which is at most 1. */
const SAME_PARTY = 0.25;

const weightOf = (parts: readonly NamePart[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

/** How far a written name is a person's, 0 to 1; 0 when too little of it agrees. */
function agreement(written: readonly NamePart[], name: string): number {
  const parts = namePartsOf(name);
  const { pairs, worth } = pairUp(written, parts);
  const full = (list: readonly NamePart[]) => list.filter(isFullWord).length;
  const agreeing = pairs.filter(({ written: word, part }) => isFullWord(word) && isFullWord(part));
  const needed = Math.max(1, Math.min(2, full(written), full(parts)));
  if (agreeing.length < needed) return 0;
  return (2 * worth) / (weightOf(written) + weightOf(parts));
}

/** The name as a whole, and without each of its words: a middle name is often left out. */
function queries(name: string): string[] {
  const words = name.split(/\s+/u).filter((word) => foldName(word) !== '');
  if (words.length < 3) return [words.join(' ')];
  return [
    words.join(' '),
    ...words.map((_, without) => words.filter((_word, at) => at !== without).join(' ')),
  ];
}

/**
 * People who are known already and may be the one whose name is written, the likeliest first: two
 * words of the names agree, in any order, script and usual spelling, or all of a shorter one.
 * `party`: the delegation that was chosen, if one was.
 */
export function namesakesOf(name: string, party: string | null, directory: Directory): Person[] {
  const written = namePartsOf(name);
  if (!written.some(isFullWord)) return [];
  const ids = new Set(
    queries(name).flatMap((query) => directory.index.search(query, LOOKED_AT).map(({ id }) => id)),
  );
  return [...ids]
    .flatMap((id) => directory.person(id) ?? [])
    .map((person) => {
      const names = [`${person.family} ${person.given}`, person.full, person.native];
      const best = Math.max(...names.map((one) => agreement(written, one)));
      const same = party !== null && directory.party(person.id)?.id === party;
      return { person, score: best === 0 ? 0 : best + (same ? SAME_PARTY : 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ person }) => person);
}
