import { foldName, SYLLABIC, wordsOf } from './fold';
import { soundQuery } from './name-keys';
import type { SoundQuery } from './name-keys';
import { transliterate } from './transliterate';

/** One word of a query: the folded spellings that count as itself, and its sounds. */
export interface QueryWord {
  readonly spellings: readonly string[];
  readonly sound: SoundQuery;
}

/** Whether a query says enough: two letters or digits, or one character of Chinese, Kana, Hangul. */
export function enoughToSearch(query: string): boolean {
  const folded = foldName(query).replaceAll(' ', '');
  return folded.length >= 2 || SYLLABIC.test(folded);
}

function queryWord(word: string): QueryWord {
  const spellings = new Set([foldName(word), ...transliterate(word)]);
  return { spellings: [...spellings], sound: soundQuery(word) };
}

/** The words of a query; "d'arc" stays one word, "al-rashid" is two. */
export function queryWords(query: string): QueryWord[] {
  return wordsOf(query).map(queryWord);
}

/**
 * The query with hyphenated words written together ("al-rashid" for somebody who writes
 * Alrashid), or `null` when it has none.
 */
export function joinedWords(query: string): QueryWord[] | null {
  const chunks = query
    .split(/\s+/)
    .map(wordsOf)
    .filter((parts) => parts.length > 0);
  if (chunks.every((parts) => parts.length === 1)) return null;
  return chunks.map((parts) => queryWord(parts.join('')));
}
