import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import { plain, type Invented } from './people';
import { SHORT } from './names';

/** A login as a platform's report has it, and whose it is. */
export interface InventedLogin {
  readonly name: string;
  readonly email: string | null;
  readonly person: string;
  readonly style: Style;
  /** Nobody else of the set fits what the login shows. */
  readonly alone: boolean;
}

export const STYLES = [
  'as-listed',
  'reordered',
  'other-script',
  'other-spelling',
  'initial',
  'shortened',
  'typing-error',
  'family-and-delegation',
  'renamed',
] as const;
export type Style = (typeof STYLES)[number];

/** What of the name can be seen. */
interface Shown {
  readonly text: string;
  readonly given: 'whole' | 'initial' | 'none';
}

const TITLES = ['Dr', 'H.E. Mr', 'Prof.', 'Ms', 'Amb.', 'г-н'];
const MARKS = ['(Guest)', '(Unverified)', '(External)'];

/** One login of everybody: six in a hundred sign in with their own address, the others as guests. */
export function inventedLogins(
  people: readonly Invented[],
  seed: number,
  partyName: (code: string) => string,
): readonly InventedLogin[] {
  const chance = chanceOf(seed);
  const fits = new Map<string, Set<Invented>>();
  for (const person of people) {
    for (const key of identities(person)) fits.set(key, (fits.get(key) ?? new Set()).add(person));
  }
  return people.map((person) => {
    const style = chance.among(STYLES);
    const { text, given } = SHOW[style](chance, person);
    const party = person.known.party ?? '';
    const isNamed = style === 'family-and-delegation' || chance.holds(0.35);
    const name = dressed(chance, text, isNamed ? party : null, partyName);
    const email = addressOf(chance, person);
    const others = visible(person, text, given).flatMap((seen) => [
      ...(fits.get(`${seen}\n${isNamed ? party : ''}`) ?? []),
    ]);
    return {
      ...{ name, style, person: person.known.id },
      alone: others.every((other) => other === person),
      email: email?.address ?? null,
    };
  });
}

function addressOf(
  chance: Chance,
  { known, given, family }: Invented,
): { address: string; own: boolean } | null {
  const roll = chance.below(100);
  const [own] = known.emails;
  if (roll < 6) return own === undefined ? null : { address: own.toUpperCase(), own: true };
  if (roll < 9) return { address: `office.${known.party ?? ''}@example.org`, own: false };
  if (roll >= 25) return null;
  const name = `${plain(given.latin[0] ?? '')}.${plain(family.latin[0] ?? '')}`;
  return { address: `${name}@mail.example`, own: false };
}

/** Delegation, title and what the platform adds, around the name. */
function dressed(
  chance: Chance,
  name: string,
  party: string | null,
  partyName: (code: string) => string,
): string {
  let text = chance.holds(0.12) ? `${chance.among(TITLES)} ${name}` : name;
  if (party !== null) {
    const long = partyName(party);
    text = chance.among([
      `${party} - ${text}`,
      `${party}_${text}`,
      `[${long}] ${text}`,
      `${text} (${long})`,
      `${text}, ${party}`,
      `${long} | ${text}`,
    ]);
  }
  if (chance.holds(0.08)) text = `${text} ${chance.among(MARKS)}`;
  return text;
}

const listed = ({ known }: Invented) => ({ given: known.given, family: known.family });
const whole = (text: string): Shown => ({ text, given: 'whole' });

const SHOW: Record<Style, (chance: Chance, person: Invented) => Shown> = {
  'as-listed': (_, person) => whole(`${listed(person).given} ${listed(person).family}`),
  reordered: (chance, person) => {
    const { given, family } = listed(person);
    return whole(
      chance.among([
        `${family} ${given}`,
        `${family}, ${given}`,
        `${family.toUpperCase()} ${given}`,
        `${given} ${family.toUpperCase()}`,
        `${family} ${given}`.toLowerCase(),
      ]),
    );
  },
  'other-script': (chance, { known, given, family, script }) => {
    if (script === 'latin') return whole(withoutAccents(`${known.given} ${known.family}`));
    const isLatin = /\p{Script=Latin}/u.test(known.family);
    return whole(
      isLatin
        ? `${given.native} ${family.native}`
        : `${chance.among(given.latin)} ${chance.among(family.latin)}`,
    );
  },
  'other-spelling': (chance, { given, family }) =>
    whole(withoutAccents(`${chance.among(given.latin)} ${chance.among(family.latin)}`)),
  initial: (chance, person) => {
    const { given, family } = listed(person);
    const letter = [...given][0] ?? '';
    const text = chance.among([
      `${letter}. ${family}`,
      `${family} ${letter}.`,
      `${letter} ${family}`,
    ]);
    return { text, given: 'initial' };
  },
  shortened: (_, person) => {
    const { given, family } = listed(person);
    const short = SHORT[given] ?? given.split('-')[0] ?? given;
    return whole(`${short} ${family.replace(/-Belmor$/u, '')}`);
  },
  'typing-error': (chance, person) => {
    const { given, family } = listed(person);
    const start = Math.max(...['-', ' ', '’'].map((sign) => family.lastIndexOf(sign))) + 1;
    const at = chance.between(start + 1, Math.max(start + 1, family.length - 3));
    const swapped = (family[at + 1] ?? '') + (family[at] ?? '');
    return whole(`${given} ${family.slice(0, at)}${swapped}${family.slice(at + 2)}`);
  },
  'family-and-delegation': (_, person) => ({ text: listed(person).family, given: 'none' }),
  renamed: (_, person) => {
    const { given, family } = listed(person);
    return whole(`${given} (${given} ${family})`);
  },
};

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A spelling without case, accents, order and what stands between words. */
const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => word.replace(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** Every way in which a person can be seen, with and without the delegation. */
function identities(person: Invented): string[] {
  const { known, given, family } = person;
  const givens = [known.given, given.native, ...given.latin];
  const families = [known.family, family.native, ...family.latin];
  const shown = families.flatMap((last) => [
    last,
    ...givens.flatMap((first) => [`${first} ${last}`, `${[...first][0] ?? ''} ${last}`]),
    `${SHORT[known.given] ?? known.given.split('-')[0] ?? ''} ${last.replace(/-Belmor$/u, '')}`,
  ]);
  const seen = new Set([...shown.map(letters), ...canonical(person)]);
  return [...seen].flatMap((one) => [`${one}\n`, `${one}\n${known.party ?? ''}`]);
}

/** The name behind the spelling: two who have the same one cannot be told apart by any. */
function canonical({ given, family }: Invented): string[] {
  return [`=${given.native} ${family.native}`, `=${family.native}`];
}

/** What somebody who reads the login can tell: the letters, and the name that they stand for. */
function visible(person: Invented, text: string, given: Shown['given']): string[] {
  const [whole = '', family = ''] = canonical(person);
  const named = given === 'whole' ? [whole] : given === 'none' ? [family] : [];
  const renamed = /\((.*)\)$/u.exec(text)?.[1];
  return [letters(renamed ?? text), ...named];
}
