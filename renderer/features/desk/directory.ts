import { isStanding } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import { PersonIndex } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';

/** What the desk knows of the people it may meet. */
export interface DeskData {
  readonly people: readonly Person[];
  readonly nominations: readonly Nomination[];
  readonly parties: readonly Party[];
}

interface Known {
  readonly person: Person;
  readonly party: Party | undefined;
  readonly expected: boolean;
}

/**
 * The people of a desk in memory, kept level with the data: only who changed is indexed again, so
 * that a check-in elsewhere never makes somebody's typing wait.
 */
export class DeskDirectory {
  readonly index = new PersonIndex();
  private readonly known = new Map<string, Known>();

  nominationsOf: ReadonlyMap<string, readonly Nomination[]> = new Map();
  parties: ReadonlyMap<string, Party> = new Map();

  person(id: string): Person | undefined {
    return this.known.get(id)?.person;
  }

  /** The party that a person speaks for at this meeting, if it is known. */
  party(id: string): Party | undefined {
    return this.known.get(id)?.party;
  }

  /** Takes over what changed; returns itself. */
  update({ people, nominations, parties }: DeskData): this {
    this.parties = new Map(parties.map((party) => [party.id, party]));
    this.nominationsOf = byPerson(nominations);
    const present = new Set<string>();
    for (const person of people) {
      // Nobody can say who it was: a reference is not somebody to check in.
      if (person.forgotten) continue;
      present.add(person.id);
      const own = this.nominationsOf.get(person.id) ?? [];
      const speaking = own.find(isStanding) ?? own[0];
      const party = speaking === undefined ? undefined : this.parties.get(speaking.party);
      const expected = own.some(isStanding);
      const before = this.known.get(person.id);
      if (before?.person === person && before.party === party && before.expected === expected) {
        continue;
      }
      this.known.set(person.id, { person, party, expected });
      this.index.put({ id: person.id, keys: keysOf(person, party), expected });
    }
    for (const id of this.known.keys()) {
      if (present.has(id)) continue;
      this.known.delete(id);
      this.index.remove(id);
    }
    return this;
  }
}

function keysOf(person: Person, party: Party | undefined): string {
  const { family, given, native, full, institution, emails } = person;
  return searchKeys({
    family,
    given,
    native,
    full,
    institution,
    emails,
    partyNames: Object.values(party?.names ?? {}),
    partyCodes: party === undefined ? [] : [party.code, ...(party.iso2 ? [party.iso2] : [])],
    badge: null,
  });
}

function byPerson(nominations: readonly Nomination[]): Map<string, Nomination[]> {
  const map = new Map<string, Nomination[]>();
  for (const nomination of nominations) {
    const own = map.get(nomination.person);
    if (own) own.push(nomination);
    else map.set(nomination.person, [nomination]);
  }
  return map;
}
