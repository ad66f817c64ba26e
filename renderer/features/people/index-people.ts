import { PersonIndex } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';
import type { PeopleModel } from './use-people';

/** All records of a person answer for them: somebody is found by a name that was merged. */
export function indexOf({ entries }: PeopleModel): PersonIndex {
  return new PersonIndex(
    entries
      .filter(({ person }) => !person.forgotten)
      .map(({ id, person, records, parties }) => ({
        id,
        expected: true,
        keys: searchKeys({
          family: person.family,
          given: person.given,
          native: records.map(({ native }) => native).join(' '),
          full: records.map((one) => `${one.family} ${one.given} ${one.full}`).join(' '),
          institution: person.institution,
          emails: records.flatMap(({ emails }) => emails),
          partyNames: parties.flatMap(({ names }) => Object.values(names)),
          partyCodes: parties.map(({ code }) => code),
          badge: null,
        }),
      })),
  );
}
