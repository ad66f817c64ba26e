import {
  LoginMatcher,
  type AutomaticLink,
  type KnownPerson,
  type LoginMatch,
  type LoginName,
} from '@shared/matching/candidates';
import type { NamedParty } from '@shared/matching/party-names';
import { certainPartyReader } from '@shared/matching/party-reader';

/** With whom logins are compared. */
export interface ComparedWith {
  readonly people: readonly KnownPerson[];
  readonly parties: readonly NamedParty[];
}

export type AskedLogin = LoginName & { readonly id: string };

export interface MatchLoginsInput {
  /** `null`: those of the portion before; the worker has kept them. */
  readonly compared: ComparedWith | null;
  readonly logins: readonly AskedLogin[];
}

/** What is known or suggested for each login, by its id. */
export type LoginMatches = ReadonlyMap<string, LoginMatch>;

/** Of the portion before. A worker that matches does nothing else. */
let kept: LoginMatcher | null = null;

/** Matches a portion of a report's logins. */
export function matchLoginsJob({ compared, logins }: MatchLoginsInput): LoginMatches {
  if (compared !== null) kept = matcherOf(compared);
  const matcher = kept;
  if (matcher === null) throw new Error('nobody was given with whom logins are compared');
  return new Map(logins.map((login) => [login.id, matcher.match(login)]));
}

export interface LinkLoginsInput {
  readonly compared: ComparedWith;
  readonly logins: readonly AskedLogin[];
}

/** The links that need nobody's word, by login; nobody is suggested, which is most of the work. */
export function linkLoginsJob({
  compared,
  logins,
}: LinkLoginsInput): ReadonlyMap<string, AutomaticLink> {
  const matcher = matcherOf(compared);
  const links = new Map<string, AutomaticLink>();
  for (const login of logins) {
    const link = matcher.linkOf(login);
    if (link !== null) links.set(login.id, link);
  }
  return links;
}

const matcherOf = ({ people, parties }: ComparedWith): LoginMatcher =>
  new LoginMatcher(people, certainPartyReader(parties));
