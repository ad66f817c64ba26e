import { LoginMatcher, type KnownPerson, type LoginMatch } from '@shared/matching/candidates';
import { partyResolver, type NamedParty } from '@shared/matching/party-names';

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

/** Matches in a worker: 20,000 people are compared without the page noticing. */
export function matchLoginsJob({ people, parties, logins }: MatchLoginsInput): LoginMatches {
  const resolve = partyResolver(parties);
  const codeOf = (text: string): string | null => {
    const reading = resolve(text);
    if (reading === null || !('party' in reading)) return null;
    return reading.evidence === 'misspelling' ? null : reading.party.code;
  };
  const matcher = new LoginMatcher(people, codeOf);
  return new Map(logins.map((login) => [login.id, matcher.match(login)]));
}
