import type { Party } from '@shared/domain/party/types';
import { foldName } from '@shared/matching/fold';
import { partyResolver } from '@shared/matching/party-names';

/** Finds parties by what is typed; everything when nothing is. */
export type PartySearch = (typed: string) => readonly Party[];

/**
 * A search over these parties: names in six languages, codes, former names, other spellings and focal
 * points, each as a part of it and without regard to case and accents; where no part fits, everyday names
 * and misspellings, as lists are read.
 */
export function partySearch(parties: readonly Party[]): PartySearch {
  const known = parties.map((party) => ({ party, text: foldName(textsOf(party).join(' \n ')) }));
  const resolve = partyResolver(parties);
  return (typed) => {
    const words = foldName(typed).split(' ').filter(Boolean);
    if (words.length === 0) return typed.trim() === '' ? parties : [];
    const found = known.filter(({ text }) => words.every((word) => text.includes(word)));
    if (found.length > 0) return found.map(({ party }) => party);
    const reading = resolve(typed);
    if (reading === null) return [];
    return 'party' in reading ? [reading.party] : reading.candidates;
  };
}

function textsOf(party: Party): string[] {
  const { code, iso2, m49, names, designations, aliases, focalPoints } = party;
  return [
    ...[code, iso2 ?? '', m49 ?? ''],
    ...Object.values(names),
    ...designations.flatMap((one) => [one.code ?? '', ...Object.values(one.names)]),
    ...aliases,
    ...focalPoints.flatMap(({ name, email, institution }) => [name, email, institution]),
  ];
}
