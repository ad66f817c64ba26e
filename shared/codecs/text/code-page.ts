import { decodeLeniently } from './host-decoder';

export const CODE_PAGES = ['windows-1251', 'windows-1252', 'windows-1256'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

/** Letters from the most to the least frequent; what is not listed is rare. */
const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўѓќљњћђџ';
const ARABIC = 'اليمنورتبةعدسفهكقأحجشصطخضذثىغئءزظؤإآپچژگکی';

function weights(alphabet: string): ReadonlyMap<string, number> {
  const letters = [...alphabet];
  return new Map(letters.map((letter, rank) => [letter, 1 - rank / letters.length]));
}
const CYRILLIC_WEIGHT = weights(CYRILLIC);
const ARABIC_WEIGHT = weights(ARABIC);

const WORD = /[\p{L}\p{M}]+/gu;
const BROKEN_CASE = /\p{Ll}\p{Lu}/u;
/** Letters of Western Europe that names really carry; the others are a sign of a wrong page. */
const WESTERN = new Set('éèüöäáíóúñçâêîôûàëïßãõåøæœìòùëÿšž');

function mean(letters: readonly string[], weight: ReadonlyMap<string, number>): number {
  return letters.reduce((sum, one) => sum + (weight.get(one) ?? 0), 0) / letters.length;
}

/** How much one word looks like a word of its script: about 1 when it does, below 0 when not. */
function wordScore(word: string): number {
  const letters = [...word.toLowerCase()];
  const high = letters.filter((letter) => letter > '\u007f');
  if (high.length === 0) return 0;
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter));
  const arabic = letters.filter((letter) => /\p{Script=Arabic}/u.test(letter));
  if (cyrillic.length === letters.length)
    return BROKEN_CASE.test(word) ? -1 : 0.2 + mean(letters, CYRILLIC_WEIGHT);
  if (arabic.length === letters.length) return 0.2 + mean(letters, ARABIC_WEIGHT);
  if (cyrillic.length > 0 || arabic.length > 0) return -1;
  if (BROKEN_CASE.test(word)) return -1;
  const share = high.length / letters.length;
  if (share > 0.5 && letters.length > 2) return -1;
  return high.every((letter) => WESTERN.has(letter)) ? 1 : 0.1;
}

function pageScore(text: string): number {
  let score = 0;
  let size = 0;
  for (const [word] of text.matchAll(WORD)) {
    const length = word.length;
    if (!/[^\u0000-\u007f]/.test(word)) continue;
    score += wordScore(word) * length;
    size += length;
  }
  return size === 0 ? 0 : score / size;
}

export interface CodePageGuess {
  readonly page: CodePage;
  /** From 0 (could as well be another) to 1. */
  readonly confidence: number;
}

/**
 * Guesses the 8-bit code page of a text by its letters: whole words of one script, regular case,
 * frequent letters. It is a guess: the reader reports it and takes a correction.
 */
export function guessCodePage(sample: Uint8Array): CodePageGuess {
  const scored = CODE_PAGES.map((page) => ({
    page,
    score: pageScore(decodeLeniently(sample, page)),
  })).sort((a, b) => b.score - a.score);
  const best = scored[0] ?? { page: 'windows-1252' as const, score: 0 };
  const second = scored[1]?.score ?? 0;
  // Nothing but punctuation above 127 (dashes, quotes): the pages agree on most of it.
  if (best.score === 0 && second === 0) return { page: 'windows-1252', confidence: 0 };
  return { page: best.page, confidence: Math.max(0, Math.min(1, best.score - second)) };
}
