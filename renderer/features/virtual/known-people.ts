import { isStanding } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
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
  const codes = new Map(parties.map((party) => [party.id, party.code]));
  const delegation = new Map<string, string | null>();
  for (const nomination of nominations) {
    if (!delegation.has(nomination.person) || isStanding(nomination)) {
      delegation.set(nomination.person, codes.get(nomination.party) ?? null);
    }
  }
  const names = new Map<string, string[]>();
  for (const alias of aliases) {
    if (alias.revoked) continue;
    const own = names.get(alias.person);
    if (own) own.push(alias.name);
    else names.set(alias.person, [alias.name]);
  }
  return people
    .filter((person) => delegation.has(person.id))
    .map(({ id, family, given, full, native, emails, institution }) => ({
      id,
      family,
      given,
      full,
      native,
      emails,
      institution,
      aliases: names.get(id) ?? [],
      party: delegation.get(id) ?? null,
    }));
}
