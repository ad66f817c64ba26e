import {
  aliasKey,
  type Candidate,
  type Evidence,
  type LoginMatch,
  type Suggestion,
} from './candidates';
import { foldName } from './fold';
import { isParticle } from './honorifics';

/** An open login as far as certainty is concerned. */
export interface CertainInput {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly match: LoginMatch;
  /** People who are not meant. */
  readonly rejected: readonly string[];
}

/** Nobody else may come as near as this. */
const NEAR = 0.12;

const AGAINST: readonly Evidence['kind'][] = [
  'other-delegation',
  'shared-email',
  'shared-alias',
  'namesake',
];

/** What a match offers a human, without those who were rejected; a link by itself comes first. */
export function offered(match: LoginMatch, rejected: readonly string[]): readonly Candidate[] {
  const candidates: readonly Candidate[] =
    match.linked === null
      ? match.candidates
      : [
          {
            person: match.linked,
            score: 1,
            evidence: [{ kind: match.by === 'email' ? 'same-email' : 'known-name' }],
          },
        ];
  return candidates.filter(({ person }) => !rejected.includes(person));
}

/**
 * The logins that may be confirmed in one act after a look at the list, with who each is. All of
 * this must hold: every word of the display name is the same as a part of the person's name, and at
 * least two are; nothing speaks against it; nobody else comes near, or has a name of which this may
 * be a spelling; and the logins that this would give to one person all show the same name. Or the address or a confirmed name says who it is.
 */
export function certainOnes(logins: readonly CertainInput[]): ReadonlyMap<string, string> {
  const byPerson = new Map<string, CertainInput[]>();
  for (const login of logins) {
    const person = certainPerson(login);
    if (person === null) continue;
    const others = byPerson.get(person);
    if (others === undefined) byPerson.set(person, [login]);
    else others.push(login);
  }
  const certain = new Map<string, string>();
  for (const [person, own] of byPerson) {
    if (isOneName(own)) for (const { id } of own) certain.set(id, person);
  }
  return certain;
}

/** Whether all that are not linked by themselves show one name. */
function isOneName(logins: readonly CertainInput[]): boolean {
  if (logins.length === 1) return true;
  const names = new Set(
    logins.map(({ name, match }) => (match.linked === null ? aliasKey(name) : '')),
  );
  names.delete('');
  return names.size <= 1;
}

/** Who a match says it is while nobody is rejected; the list is looked at after every decision. */
const unasked = new WeakMap<LoginMatch, { readonly person: string | null }>();

function certainPerson(login: CertainInput): string | null {
  if (login.rejected.length > 0) return personOf(login);
  let known = unasked.get(login.match);
  if (known === undefined) unasked.set(login.match, (known = { person: personOf(login) }));
  return known.person;
}

function personOf({ match, rejected }: CertainInput): string | null {
  if (match.linked !== null) return rejected.includes(match.linked) ? null : match.linked;
  if (match.kind !== 'person') return null;
  const [best, ...others] = match.candidates.filter(({ person }) => !rejected.includes(person));
  if (best === undefined || !isWhole(best)) return null;
  const isNear = others.some(({ fit, score }) => fit !== 'part' || best.score - score < NEAR);
  if (isNear) return null;
  return best.person;
}

function isWhole({ fit, evidence }: Suggestion): boolean {
  // "Al" and "van" are in many names: they are none of the two.
  const sure = evidence.filter(
    (one) =>
      one.kind === 'name-part' &&
      (one.how === 'same' || one.how === 'sound') &&
      !isParticle(foldName(one.part)),
  );
  return (
    fit === 'whole' && sure.length >= 2 && !evidence.some(({ kind }) => AGAINST.includes(kind))
  );
}
