import { foldName, SYLLABIC } from './fold';

interface Named {
  readonly family: string;
  readonly given: string;
  readonly full: string;
  readonly native: string;
  readonly emails: readonly string[];
}

/** Shorter words are in too many texts to mean a person ("Li", "de"): only a whole name counts. */
const TELLING = 4;

/**
 * Finds people in free text: by the family name alone when it is telling, the whole name in either
 * order, the native name, an e-mail. Whole words (or signs, where a script writes no spaces), folded
 * as in searching. What no subject leads to is found in this way before somebody is forgotten, for a
 * human to look at; nothing is changed by it.
 */
export function mentionOf(people: readonly Named[]): (text: string) => boolean {
  const words = new Set<string>();
  const signs = new Set<string>();
  for (const name of people.flatMap(namesOf)) {
    if (name.length < 2) continue;
    if (SYLLABIC.test(name)) signs.add(name.replaceAll(' ', ''));
    else words.add(` ${name} `);
  }
  const wanted = [...words, ...signs];
  return (text) => {
    if (text.length < 2) return false;
    const folded = ` ${foldName(text)} `;
    return wanted.some((name) => folded.includes(name));
  };
}

function namesOf({ family, given, full, native, emails }: Named): string[] {
  const surname = foldName(family);
  const isTelling = SYLLABIC.test(surname)
    ? surname.length > 1
    : surname.replaceAll(' ', '').length >= TELLING;
  const both = family !== '' && given !== '';
  return [
    ...(isTelling ? [surname] : []),
    ...(both ? [`${given} ${family}`, `${family} ${given}`] : []),
    ...[full, native, ...emails],
  ].map(foldName);
}

/** Characters of an excerpt. */
const EXCERPT = 180;

/** The part of a text in which a mention stands, short enough for a list. */
export function excerptOf(text: string, mentions: (text: string) => boolean): string {
  if (text.length <= EXCERPT) return text;
  const parts = text.split(/(?<=[.;\n])\s+/u);
  const found = parts.find(mentions) ?? text;
  return found.length <= EXCERPT ? found : `${found.slice(0, EXCERPT)}…`;
}
