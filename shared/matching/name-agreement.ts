import { editDistance } from './edit-distance';
import { foldName, wordsOf } from './fold';
import { isParticle } from './honorifics';
import { wordForms } from './name-keys';
import { consonants, soundKey } from './sound';
import { errorsAllowed } from './typo';

/** How a written word agrees with a part of a name, from certain to weak. */
export type Agreement = 'same' | 'sound' | 'consonants' | 'typo' | 'beginning' | 'initial';

/** How much each kind of agreement is worth; a full word that is the same is 1. */
const WORTH: Readonly<Record<Agreement, number>> = {
  same: 1,
  sound: 0.9,
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
  readonly arabic: boolean;
  /** Particles ("van", "bin") tell people apart badly and weigh little. */
  readonly weight: number;
}

const distinct = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key) => key !== '')),
];

function partOf(word: string, joined: readonly string[]): NamePart {
  const forms = distinct([...wordForms(word), ...joined.map(foldName)]);
  return {
    text: word,
    forms,
    sounds: distinct(forms.map(soundKey)),
    consonants: distinct(forms.map(consonants)).filter((key) => key.length >= 3),
    arabic: /\p{Script=Arabic}/u.test(word),
    weight: isParticle(foldName(word)) ? 0.2 : 1,
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
    return b.some((form) => form.length >= 4 && editDistance(word, form, allowed) <= allowed);
  });
}

/** The strongest way in which two words may be the same part of a name; `null` when none. */
export function agreementOf(written: NamePart, part: NamePart): Agreement | null {
  if (meet(written.forms, part.forms)) return 'same';
  if (oneIsInitial(written, part)) return 'initial';
  if (written.sounds.some((key) => key.length >= 3 && part.sounds.includes(key))) return 'sound';
  const common = written.consonants.filter((key) => part.consonants.includes(key));
  if (common.length > 0 && written.arabic !== part.arabic) return 'consonants';
  if (withinTypo(written.forms, part.forms)) return 'typo';
  if (common.some((key) => key.length >= 4)) return 'consonants';
  if (begins(written.forms, part.forms) || begins(part.forms, written.forms)) return 'beginning';
  return null;
}

/** Written words paired with parts of a name, each used once, strongest agreements first. */
export interface Pairing {
  readonly pairs: readonly { written: NamePart; part: NamePart; agreement: Agreement }[];
  /** Sum of worth × weight of the pairs. */
  readonly worth: number;
}

/** Pairs the words of a display name with the parts of a person's name. */
export function pairUp(written: readonly NamePart[], parts: readonly NamePart[]): Pairing {
  const possible = written.flatMap((word) =>
    parts.flatMap((part) => {
      const agreement = agreementOf(word, part);
      return agreement === null ? [] : [{ written: word, part, agreement }];
    }),
  );
  possible.sort((a, b) => WORTH[b.agreement] - WORTH[a.agreement]);
  const used = new Set<NamePart>();
  const pairs = possible.filter((pair) => {
    if (used.has(pair.written) || used.has(pair.part)) return false;
    used.add(pair.written);
    used.add(pair.part);
    return true;
  });
  const worth = pairs.reduce((sum, { agreement, part }) => sum + WORTH[agreement] * part.weight, 0);
  return { pairs, worth };
}
