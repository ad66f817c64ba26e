import { LoginMatcher, type Evidence, type KnownPerson, type LoginName } from './candidates';
import { readDisplayName, type PartyCodeReader } from './display-name';

/** What speaks for one person being behind a login, whoever else may be: for those chosen by hand. */
export function evidenceFor(
  login: LoginName,
  person: KnownPerson,
  codeOf: PartyCodeReader,
): readonly Evidence[] {
  const match = new LoginMatcher([person], codeOf).match(login);
  if (match.linked !== null) {
    return [{ kind: match.by === 'email' ? 'same-email' : 'known-name' }];
  }
  const [found] = match.candidates;
  if (found !== undefined) return found.evidence;
  const { parties } = readDisplayName(login.name, codeOf);
  if (person.party === null || !parties.includes(person.party)) return [];
  return [{ kind: 'delegation', party: person.party }];
}
