import { isStanding } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import { personsOf, type Alias, type Login } from '@shared/domain/virtual/types';
import type { KnownPerson } from '@shared/matching/candidates';

type Seen = NonNullable<KnownPerson['seen']>[number];

/** Display names under which people were linked before: at other meetings, or in other reports. */
export function seenNames(
  logins: readonly Pick<Login, 'name' | 'meeting' | 'link'>[],
  roots: Roots,
): ReadonlyMap<string, readonly Seen[]> {
  const seen = new Map<string, Seen[]>();
  for (const { name, meeting, link } of logins) {
    const persons = personsOf(link);
    const [person] = persons;
    // A room of several people is none of them.
    if (person === undefined || persons.length > 1 || name === '') continue;
    const root = roots.of(person);
    const own = seen.get(root);
    if (own === undefined) seen.set(root, [{ name, meeting }]);
    else own.push({ name, meeting });
  }
  return seen;
}

/** What is known of people as logins are compared with it, whoever they are. */
export class PeopleBook {
  readonly roots: Roots;
  private readonly byId: ReadonlyMap<string, Person>;
  private readonly delegations = new Map<string, string | null>();
  private readonly names = new Map<string, string[]>();

  constructor(
    private readonly people: readonly Person[],
    nominations: readonly Nomination[],
    parties: readonly Party[],
    aliases: readonly Alias[],
    private readonly seen: ReadonlyMap<string, readonly Seen[]> = new Map(),
  ) {
    this.roots = new Roots(people);
    this.byId = new Map(people.map((person) => [person.id, person]));
    const codes = new Map(parties.map((party) => [party.id, party.code]));
    for (const nomination of nominations) {
      const person = this.roots.of(nomination.person);
      if (!this.delegations.has(person) || isStanding(nomination)) {
        this.delegations.set(person, codes.get(nomination.party) ?? null);
      }
    }
    for (const alias of aliases) {
      if (alias.revoked) continue;
      const person = this.roots.of(alias.person);
      const own = this.names.get(person);
      if (own) own.push(alias.name);
      else this.names.set(person, [alias.name]);
    }
  }

  person(id: string): Person | undefined {
    return this.byId.get(this.roots.of(id));
  }

  /** Code of the party of their delegation at the meeting. */
  partyOf(person: string): string | null {
    return this.delegations.get(this.roots.of(person)) ?? null;
  }

  isNominated(person: string): boolean {
    return this.delegations.has(this.roots.of(person));
  }

  /** Those nominated for the meeting, by party code. */
  membersOf(parties: readonly string[]): readonly Person[] {
    if (parties.length === 0) return [];
    return this.people.filter(({ id }) => {
      const party = this.delegations.get(id) ?? null;
      return party !== null && parties.includes(party);
    });
  }

  known({ id, family, given, full, native, institution }: Person): KnownPerson {
    const records = this.roots.recordsOf(id);
    return {
      ...{ id, family, given, full, native, institution },
      // An address in any record is theirs.
      emails: [...new Set(records.flatMap((one) => this.byId.get(one)?.emails ?? []))],
      aliases: this.names.get(id) ?? [],
      party: this.delegations.get(id) ?? null,
      seen: this.seen.get(id) ?? [],
    };
  }

  /**
   * The people with whom a meeting's logins are compared: those nominated for it. People of other
   * meetings are found by hand; suggesting them would drown the likely ones.
   */
  nominated(): KnownPerson[] {
    return this.people
      .filter(({ id, forgotten }) => this.delegations.has(id) && !forgotten)
      .map((person) => this.known(person));
  }
}

/** As the import needs them: no display name of another login is looked at. */
export function knownPeople(
  people: readonly Person[],
  nominations: readonly Nomination[],
  parties: readonly Party[],
  aliases: readonly Alias[],
): KnownPerson[] {
  return new PeopleBook(people, nominations, parties, aliases).nominated();
}
