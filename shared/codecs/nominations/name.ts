/** A name as the source wrote it: nothing is re-cased, re-ordered or invented. */
export interface SourceName {
  readonly family: string;
  readonly given: string;
  readonly honorific: string;
  readonly native: string;
  /** The undivided name, where the source has it in one piece; kept even when it could be split. */
  readonly full: string;
  /** How family and given name were told apart; `none`: only `full` is known. */
  readonly split: 'columns' | 'comma' | 'capitals' | 'none';
}

/** Titles that are no part of anybody's name, with or without a stop. */
const TITLE =
  /^(mr|mrs|ms|miss|mx|dr|prof|professor|mme|mlle|sra|srta|г-н|г-жа|господин|госпожа|д-р|проф|السيد|السيدة|الدكتور|الدكتورة)\.?$/i;
/** Titles that without their stops are somebody's name (`He Wei`, `Don Quixote`, `Gen Sato`). */
const STOPPED_TITLE =
  /^(h\.\s?e\.|s\.\s?e\.|hon\.|sr\.|amb\.|col\.|gen\.|maj\.|capt\.|lt\.|brig\.)$/i;
/** What follows a comma without being a given name. */
const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?\s?d|md|m\.d|esq|ll\.?m|msc|mba|dr|prof|mr|mrs|ms)\.?$/i;
/** Small words that belong to the family name after them. */
const PARTICLES = new Set(
  (
    'van von der den de del della di da do dos das du la le el al bin ben ibn abu ter ten zu ' +
    "van't op af av y e i"
  ).split(' '),
);

/** Form of address at the beginning of a name, and the rest. */
export function splitHonorific(name: string): {
  readonly honorific: string;
  readonly rest: string;
} {
  const words = name.split(' ');
  let count = 0;
  while (count < words.length - 1) {
    const word = words[count] ?? '';
    if (!TITLE.test(word) && !STOPPED_TITLE.test(word)) break;
    count++;
  }
  return { honorific: words.slice(0, count).join(' '), rest: words.slice(count).join(' ') };
}

function isCapital(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}'’ʼ.-]+$/u.test(word) && !/^\p{Lu}\.$/u.test(word);
}

function isMixed(word: string): boolean {
  return /\p{Ll}/u.test(word) || /^\p{Lu}\.?$/u.test(word);
}

/**
 * `FAMILY Given` or `Given FAMILY`: one run of capital words at an end, everything else mixed.
 * Particles before a run at the end belong to it (`Jan van der BERG`).
 */
function byCapitals(words: readonly string[]): readonly [family: string, given: string] | null {
  const capital = words.map(isCapital);
  const run = capital.filter(Boolean).length;
  if (run === 0 || run === words.length) return null;
  if (capital.slice(0, run).every(Boolean)) {
    const given = words.slice(run);
    return given.every(isMixed) ? [words.slice(0, run).join(' '), given.join(' ')] : null;
  }
  if (!capital.slice(-run).every(Boolean)) return null;
  let start = words.length - run;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start--;
  const given = words.slice(0, start);
  return given.every(isMixed) ? [words.slice(start).join(' '), given.join(' ')] : null;
}

/** `Family, Given`: exactly one comma, and a given name behind it. */
function byComma(name: string): readonly [family: string, given: string] | null {
  const parts = name.split(/[,،，]/).map((part) => part.trim());
  const [family = '', given = ''] = parts;
  if (parts.length !== 2 || family === '' || given === '' || SUFFIX.test(given)) return null;
  return [family, given];
}

/**
 * A name from the columns that a list has. One column is divided only where the writing itself
 * says how: a comma, or the family name in capitals. Otherwise it stays whole in `full`: half the
 * world writes the family name first, and a wrong division is worse than none.
 */
export function sourceName(columns: {
  readonly full: string;
  readonly family: string;
  readonly given: string;
  readonly honorific: string;
  readonly native: string;
}): SourceName {
  const { native } = columns;
  if (columns.family !== '' || columns.given !== '') {
    const { family, given, honorific, full } = columns;
    return { family, given, honorific, native, full, split: 'columns' };
  }
  const { honorific, rest } = splitHonorific(columns.full);
  const titled = [columns.honorific, honorific].find((text) => text !== '') ?? '';
  const whole = { honorific: titled, native, full: rest };
  const comma = byComma(rest);
  if (comma !== null) {
    // `Petrov, Mr. Ivan`: the title stands before the given name.
    const inner = splitHonorific(comma[1]);
    const found = titled === '' ? inner.honorific : titled;
    return { ...whole, family: comma[0], given: inner.rest, honorific: found, split: 'comma' };
  }
  const capitals = byCapitals(rest.split(' '));
  if (capitals !== null)
    return { ...whole, family: capitals[0], given: capitals[1], split: 'capitals' };
  return { ...whole, family: '', given: '', split: 'none' };
}

/** The name in one piece, for comparing and showing. */
export function wholeName(name: {
  readonly family: string;
  readonly given: string;
  readonly full: string;
}): string {
  const parts = [name.given, name.family].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : name.full;
}
