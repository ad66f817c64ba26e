import { isStanding } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { Alias } from '@shared/domain/virtual/types';
import type { KnownPerson } from '@shared/matching/candidates';

/**
 * The people with whom a meeting's logins are compared: those nominated for it. People of other
 * meetings are found by hand; suggesting them would drown the likely ones.
 */
export function knownPeople(
  people: readonly Person[],
  nominations: readonly Nomination[],
  parties: readonly Party[],
  aliases: readonly Alias[],
): KnownPerson[] {
  const roots = new Roots(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  const codes = new Map(parties.map((party) => [party.id, party.code]));
  const delegation = new Map<string, string | null>();
  for (const nomination of nominations) {
    const person = roots.of(nomination.person);
    if (!delegation.has(person) || isStanding(nomination)) {
      delegation.set(person, codes.get(nomination.party) ?? null);
    }
  }
  const names = new Map<string, string[]>();
  for (const alias of aliases) {
    if (alias.revoked) continue;
    const person = roots.of(alias.person);
    const own = names.get(person);
    if (own) own.push(alias.name);
    else names.set(person, [alias.name]);
  }
  return people
    .filter((person) => delegation.has(person.id))
    .map(({ id, family, given, full, native, institution }) => ({
      id,
      family,
      given,
      full,
      native,
      // An address in any record is theirs.
      emails: [...new Set(roots.recordsOf(id).flatMap((one) => byId.get(one)?.emails ?? []))],
      institution,
      aliases: names.get(id) ?? [],
      party: delegation.get(id) ?? null,
    }));
}
