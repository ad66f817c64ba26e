import { useCallback } from 'react';
import type { Party } from '@shared/domain/party/types';
import { indexBitByBit } from '@shared/matching/index-bit-by-bit';
import type { IndexedPerson, PersonIndex } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';
import { useSliced } from '../../../ui/slices';
import type { PeopleBook } from '../known-people';
import type { ReadyModel } from '../use-virtual';

/** Finds anybody as the desk does, nominated people first; indexed once somebody has asked. */
export function useAnybody(
  { people, parties }: ReadyModel,
  book: PeopleBook | null,
  wanted: boolean,
): PersonIndex | null {
  return useSliced(
    useCallback(
      () => indexBitByBit(wanted && book !== null ? indexed(people, parties, book) : []),
      [people, parties, book, wanted],
    ),
  );
}

function* indexed(
  people: ReadyModel['people'],
  parties: readonly Party[],
  book: PeopleBook,
): Generator<IndexedPerson> {
  const byCode = new Map(parties.map((party) => [party.code, party]));
  for (const person of people) {
    if (person.forgotten || book.roots.isMerged(person.id)) continue;
    const party = byCode.get(book.partyOf(person.id) ?? '');
    const { family, given, native, full, institution } = person;
    const keys = searchKeys({
      ...{ family, given, native, full, institution },
      emails: person.emails,
      partyNames: party === undefined ? [] : Object.values(party.names),
      partyCodes: party === undefined ? [] : [party.code],
      badge: null,
    });
    yield { id: person.id, expected: book.isNominated(person.id), keys };
  }
}
