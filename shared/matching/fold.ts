/**
 * Folding: the form of a name in which two spellings of it are equal although case, accents,
 * apostrophes, hyphens or invisible characters differ. It is for finding, never for showing.
 */

/** Letters that the compatibility decomposition (NFKD) leaves whole. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
  ɛ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ŧ: 't',
  ĸ: 'k',
  ƀ: 'b',
  ɨ: 'i',
  ʉ: 'u',
  // Greek: the sigma at the end of a word.
  ς: 'σ',
  // Arabic script: letters that Persian and Urdu keyboards write otherwise, and spelling variants.
  ة: 'ه',
  ۃ: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ۍ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ں: 'ن',
  ٱ: 'ا',
};

const WHOLE_LETTER = new RegExp(`[${Object.keys(WHOLE_LETTERS).join('')}]`, 'gu');

/**
 * Accents and vowel marks of Latin, Cyrillic, Greek, Hebrew and Arabic. Marks of other scripts
 * (Devanagari vowels, for one) are letters to their readers and stay.
 */
const MARKS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** Everything written like an apostrophe, also the letters ʻ ʼ and the soft sign's ′; Arabic ء. */
const APOSTROPHES = /['’‘‛`´ʹʺʻʼʽˈ′‵＇ء]/gu;

/** Shown by nothing: bidirectional controls, zero-width characters, soft hyphen, Arabic tatweel. */
const INVISIBLE = /[\p{Cf}\u0640\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu;

const NOT_IN_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/** Both before decomposing (a lone ´ becomes a space with a mark) and after (ﹽ becomes a tatweel). */
const withoutSigns = (text: string): string => text.replace(INVISIBLE, '').replace(APOSTROPHES, '');

/** Most names of most lists: folded by a shorter way to the same result. */
export const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The folded form: lower case, without accents, apostrophes and invisible characters; hyphens,
 * control characters and punctuation become one space; no space at either end. Folding twice
 * changes nothing. Turkish İ and ı both become i.
 */
export function foldName(text: string): string {
  if (PLAIN.test(text)) {
    return text
      .replace(/['`]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return withoutSigns(withoutSigns(text).normalize('NFKD').toLowerCase())
    .replace(MARKS, '')
    .replace(/l·l/gu, 'll')
    .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(NOT_IN_A_WORD, ' ')
    .trim();
}

/**
 * The words of a text as it writes them, parted at spaces, hyphens and punctuation but not at
 * apostrophes, which belong to a word ("d'Arc", "O’Neill", "Mu‘min").
 */
export function wordsOf(text: string): string[] {
  if (PLAIN.test(text)) return text.match(/['`]*[A-Za-z0-9][A-Za-z0-9'`]*/g) ?? [];
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}'’‘‛`´ʹʺʻʼʽˈ′‵＇]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The parts of a word on both sides of its apostrophes; the word itself when it has none. */
export function apostropheParts(word: string): string[] {
  return word.split(APOSTROPHES).filter((part) => part !== '');
}

/** Characters each of which is a word or syllable of its own: one is enough to search by. */
export const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
