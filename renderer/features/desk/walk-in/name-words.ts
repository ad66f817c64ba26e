/** The words of a name as they were written. */
export function wordsOfName(name: string): string[] {
  return name.split(/\s+/u).filter((word) => word !== '');
}

/** Names as a person's record has them. */
export interface WrittenName {
  readonly family: string;
  readonly given: string;
  readonly full: string;
}

/**
 * A name as it is recorded. Which words are the family name is said by whoever wrote it, never
 * guessed: where nobody said, the name stays whole.
 */
export function writtenName(name: string, family: ReadonlySet<number>): WrittenName {
  const words = wordsOfName(name);
  const pick = (wanted: boolean) => words.filter((_, at) => family.has(at) === wanted).join(' ');
  if (!words.some((_, at) => family.has(at))) {
    return { family: '', given: '', full: words.join(' ') };
  }
  return { family: pick(true), given: pick(false), full: '' };
}
