import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import { mayBeAlias } from '@shared/matching/candidates';
import { readDisplayName, type PartyCodeReader } from '@shared/matching/display-name';
import { inventedLogins, type InventedLogin } from './logins';
import { inventedPeople, type Invented } from './people';

/** Names that are anybody's; an earlier version, or another desk, may have remembered them. */
const DEVICES = ['iPhone', 'Galaxy S21', 'Call-in User_2', '+43 ***12', 'Zoom user'];

/**
 * The people as they are after an earlier meeting: of one in four the name is remembered under which
 * they were online there, whoever else may be called so, and of some a device.
 */
export function remembering(
  people: readonly Invented[],
  seed: number,
  partyName: (code: string) => string,
  codeOf: PartyCodeReader,
): readonly Invented[] {
  const chance = chanceOf(seed);
  const earlier = inventedLogins(people, seed + 1, partyName);
  return people.map((person, at) => {
    const name = earlier[at]?.name ?? '';
    const isKept = chance.holds(0.25) && mayBeAlias(name, readDisplayName(name, codeOf));
    const aliases = [
      ...(isKept ? [name] : []),
      ...(chance.holds(0.02) ? [chance.among(DEVICES)] : []),
    ];
    return { ...person, known: { ...person.known, aliases } };
  });
}

/** The logins, where half of those whose name is remembered come under it again. */
export function comingAgain(
  logins: readonly InventedLogin[],
  people: readonly Invented[],
  seed: number,
): readonly InventedLogin[] {
  const chance = chanceOf(seed);
  const byId = new Map(people.map(({ known }) => [known.id, known]));
  return logins.map((login) => {
    const [alias] = byId.get(login.person)?.aliases ?? [];
    if (alias === undefined || chance.holds(0.5)) return login;
    const name = chance.among([alias, alias.toUpperCase(), `${alias} (Guest)`]);
    // Whether anybody else fits is not known of a name that was dressed elsewhere.
    return { ...login, name, alone: false };
  });
}

/**
 * Logins of people whom nobody expects: each has the family name of somebody who is expected, and a
 * given name with which nobody is; their addresses are known to nobody.
 */
export function strangersAmong(
  people: readonly Invented[],
  seed: number,
  partyName: (code: string) => string,
): readonly InventedLogin[] {
  const chance = chanceOf(seed);
  const taken = new Set(people.map(nativeName));
  const parties = [...new Set(people.map(({ known }) => known.party ?? ''))];
  const others = inventedPeople(Math.ceil(people.length / 5), seed + 1, parties);
  const strangers = others.flatMap((other, at) => {
    const stranger = likeSomebody(chance, other, people);
    if (stranger === null || taken.has(nativeName(stranger))) return [];
    const id = `stranger-${String(at)}`;
    return [{ ...stranger, known: { ...stranger.known, id, emails: [] } }];
  });
  return inventedLogins(strangers, seed + 2, partyName).map((login, at) => ({
    ...login,
    email: chance.holds(0.5) ? `visitor.${String(at)}@elsewhere.example` : login.email,
    alone: false,
  }));
}

const nativeName = ({ given, family }: Invented): string => `${given.native} ${family.native}`;

/** The stranger under the family name of somebody who writes in the same script. */
function likeSomebody(
  chance: Chance,
  stranger: Invented,
  people: readonly Invented[],
): Invented | null {
  const somebody = chance.among(people);
  if (somebody.script !== stranger.script) return null;
  const { family, known } = somebody;
  return { ...stranger, family, known: { ...stranger.known, family: known.family, native: '' } };
}
