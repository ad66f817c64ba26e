import { useCallback } from 'react';
import { indexBitByBit } from '@shared/matching/index-bit-by-bit';
import type { IndexedPerson, PersonIndex } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';
import { useSliced } from '../../ui/slices';
import type { PeopleModel, PersonEntry } from './use-people';

/** Finds people as the desk finds them; `null` until they are indexed for the first time. */
export function usePeopleIndex({ entries }: PeopleModel): PersonIndex | null {
  return useSliced(useCallback(() => indexBitByBit(indexed(entries)), [entries]));
}

/** All records of a person answer for them: somebody is found by a name that was merged. */
function* indexed(entries: readonly PersonEntry[]): Generator<IndexedPerson> {
  for (const { id, person, records, parties } of entries) {
    if (person.forgotten) continue;
    const keys = searchKeys({
      family: person.family,
      given: person.given,
      native: records.map(({ native }) => native).join(' '),
      full: records.map((one) => `${one.family} ${one.given} ${one.full}`).join(' '),
      institution: person.institution,
      emails: records.flatMap(({ emails }) => emails),
      partyNames: parties.flatMap(({ names }) => Object.values(names)),
      partyCodes: parties.map(({ code }) => code),
      badge: null,
    });
    yield { id, expected: true, keys };
  }
}
