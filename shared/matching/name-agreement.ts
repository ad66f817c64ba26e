import { apostropheParts, foldName, wordsOf } from './fold';
import { isParticle } from './honorifics';
import { givenVariants } from './given-variants';
import { wordForms } from './name-keys';
import { consonants, soundKey } from './sound';
import { transliterate } from './transliterate';
import { errorsAllowed, isWithin } from './typo';

/** How a written word agrees with a part of a name, from certain to weak. */
export type Agreement =
  'same' | 'sound' | 'variant' | 'consonants' | 'typo' | 'beginning' | 'initial';

/** How much each kind of agreement is worth; a full word that is the same is 1. */
export const WORTH: Readonly<Record<Agreement, number>> = {
  same: 1,
  sound: 0.9,
  variant: 0.8,
  consonants: 0.7,
  typo: 0.7,
  beginning: 0.6,
  initial: 0.4,
};

/** One word of a name with everything it is compared by. */
export interface NamePart {
  /** As written. */
  readonly text: string;
  readonly forms: readonly string[];
  readonly sounds: readonly string[];
  readonly consonants: readonly string[];
  /** Numbers of given names of which it is a usual form; see `given-variants.ts`. */
  readonly variants: readonly number[];
  readonly arabic: boolean;
  /** Particles ("van", "bin") tell people apart badly and weigh little. */
  readonly weight: number;
  /** A word that says something: neither an initial nor a particle. */
  readonly full: boolean;
}

const distinct = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key) => key !== '')),
];

/** "dell'Acqua", "Sant'Anna": what stands before the apostrophe is shared by many names. */
const ELIDED = new Set(['all', 'dall', 'dell', 'nell', 'sant', 'sull']);

/**
 * The forms of a word by which two are compared. Of what an apostrophe parts ("d'Arc", "O'Neill",
 * "Al'Rashid") only a side that is a name of its own counts: d'Arc is not d'Orsay.
 */
function comparedForms(word: string): string[] {
  const sides = apostropheParts(word).map(foldName);
  if (sides.length < 2) return wordForms(word);
  const whole = foldName(word);
  const particles = sides.filter(
    (side) => side !== whole && ([...side].length < 3 || ELIDED.has(side) || isParticle(side)),
  );
  return wordForms(word).filter((form) => !particles.includes(form));
}

/** The Arabic article written together with a name: Altarbini, Elbelmari, Azzalmani. */
const ARTICLE = /^(?:(?:al|el)(?=[^aeiou].{4})|a([dnrstz])(?=\1.{4}))/u;

const ARABIC = /\p{Script=Arabic}/u;

/**
 * Spellings that Arabic script leaves open: ع is heard as a vowel inside a word, and ة and ى at its
 * end are written with -a as a rule.
 */
function arabicForms(word: string): string[] {
  if (!ARABIC.test(word)) return [];
  const spelled = [...transliterate(word), ...transliterate(word.replace(/(?<=.)ع/gu, 'ا'))];
  return spelled.flatMap((form) => [form, form.replace(/[hi]$/u, 'a'), form.replace(/h$/u, '')]);
}

/** The romanisations of ж and ج that are written with a j, as if they were written with zh. */
const asZh = (form: string): string => form.replace(/^j/u, 'zh');

function partOf(word: string, joined: readonly string[]): NamePart {
  const written = [...comparedForms(word), ...arabicForms(word), ...joined.map(foldName)];
  const forms = distinct([...written, ...written.map((form) => form.replace(ARTICLE, ''))]);
  const isOfLittleWeight = isParticle(foldName(word));
  return {
    text: word,
    forms,
    sounds: distinct(forms.flatMap((form) => [soundKey(asZh(form)), soundKey(form)])),
    consonants: distinct(forms.map(consonants)).filter((key) => key.length >= 2),
    variants: givenVariants(forms),
    arabic: ARABIC.test(word),
    weight: isOfLittleWeight ? 0.2 : 1,
    full: !isOfLittleWeight && [...word].length > 1,
  };
}

/** The parts of a name; the last part of a hyphenated word also answers to the word in one. */
export function namePartsOf(name: string): NamePart[] {
  return name.split(/\s+/).flatMap((chunk) => {
    const words = wordsOf(chunk);
    return words.map((word, index) =>
      partOf(word, words.length > 1 && index === words.length - 1 ? [words.join('')] : []),
    );
  });
}

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((key) => b.includes(key));

const begins = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((short) => short.length >= 3 && b.some((long) => long.startsWith(short)));

function oneIsInitial(a: NamePart, b: NamePart): boolean {
  const initial = [a, b].find((part) => [...part.text].length === 1);
  const other = initial === a ? b : a;
  return Boolean(
    initial?.forms.some((letter) => other.forms.some((form) => form.startsWith(letter))),
  );
}

function withinTypo(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => {
    const allowed = errorsAllowed(word);
    if (allowed === 0) return false;
    return b.some((form) => form.length >= 4 && isWithin(word, form, allowed));
  });
}

/** Abdulla and Abdallah, Yudkenko and Iudkenco: spelled otherwise and one letter besides. */
function soundsNearly(written: NamePart, part: NamePart): boolean {
  return written.sounds.some((sound) => {
    if (sound.length < 5) return false;
    const near = part.sounds.filter((other) => other[0] === sound[0]);
    return near.length > 0 && withinTypo([sound], near);
  });
}

/** The strongest way in which two words may be the same part of a name; `null` when none. */
export function agreementOf(written: NamePart, part: NamePart): Agreement | null {
  if (meet(written.forms, part.forms)) return 'same';
  if (oneIsInitial(written, part)) return 'initial';
  if (written.sounds.some((key) => key.length >= 3 && part.sounds.includes(key))) return 'sound';
  if (written.variants.some((name) => part.variants.includes(name))) return 'variant';
  const common = written.consonants.filter((key) => part.consonants.includes(key));
  if (common.length > 0 && written.arabic !== part.arabic) return 'consonants';
  if (withinTypo(written.forms, part.forms) || soundsNearly(written, part)) return 'typo';
  if (common.some((key) => key.length >= 4)) return 'consonants';
  if (begins(written.forms, part.forms) || begins(part.forms, written.forms)) return 'beginning';
  return null;
}

/** Written words paired with parts of a name, each used once, strongest agreements first. */
export interface Pairing<Part extends NamePart = NamePart> {
  readonly pairs: readonly { written: Part; part: Part; agreement: Agreement }[];
  /** Sum of worth × weight of the pairs. */
  readonly worth: number;
}

/** What agreements are worth, each once, the strongest first. */
const WORTHS = [...new Set(Object.values(WORTH))].sort((one, other) => other - one);

/** Pairs the words of a display name with the parts of a person's name. */
export function pairUp<Part extends NamePart>(
  written: readonly Part[],
  parts: readonly Part[],
  agreementBetween: (written: Part, part: Part) => Agreement | null = agreementOf,
): Pairing<Part> {
  const agreements = written.map((word) => parts.map((part) => agreementBetween(word, part)));
  // By place and not by part: somebody may be called Salem Salem.
  const used: boolean[] = [];
  const pairs: { written: Part; part: Part; agreement: Agreement }[] = [];
  const paired: boolean[] = [];
  let worth = 0;
  for (const level of WORTHS) {
    written.forEach((word, at) => {
      parts.forEach((part, of) => {
        const agreement = agreements[at]?.[of] ?? null;
        if (agreement === null || WORTH[agreement] !== level) return;
        if (paired[at] === true || used[of] === true) return;
        [paired[at], used[of]] = [true, true];
        worth += level * part.weight;
        pairs.push({ written: word, part, agreement });
      });
    });
  }
  return { pairs, worth };
}
