import { LoginMatcher, type KnownPerson, type LoginMatch } from '@shared/matching/candidates';
import type { NamedParty } from '@shared/matching/party-names';
import { certainPartyReader } from '@shared/matching/party-reader';
import type { Report } from '../jobs';

export interface MatchLoginsInput {
  readonly people: readonly KnownPerson[];
  readonly parties: readonly NamedParty[];
  readonly logins: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
  }[];
}

/** What is known or suggested for each login, by its id. */
export type LoginMatches = ReadonlyMap<string, LoginMatch>;

/** How many logins are matched between two words about it. */
const AT_ONCE = 2_000;

/** Matches in a worker: 20,000 people are compared without the page noticing. */
export function matchLoginsJob(
  { people, parties, logins }: MatchLoginsInput,
  report?: Report,
): LoginMatches {
  const matcher = new LoginMatcher(people, certainPartyReader(parties));
  const matches = new Map<string, LoginMatch>();
  for (const [at, login] of logins.entries()) {
    if (at % AT_ONCE === 0) report?.({ phase: 'matching', done: at, total: logins.length });
    matches.set(login.id, matcher.match(login));
  }
  return matches;
}
