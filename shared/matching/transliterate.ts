import { foldName } from './fold';
import { ARABIC, ARMENIAN, CYRILLIC_SCHEMES, GEORGIAN, GREEK_SCHEMES } from './scripts';
import type { Scheme } from './scripts';

/** A word through one scheme: the longest entry at each place wins; unknown letters stay. */
function write(word: string, scheme: Scheme): string {
  let out = '';
  for (let at = 0; at < word.length;) {
    const rest = scheme.finals?.find(([ending]) => word.slice(at) === ending);
    if (rest) return out + rest[1];
    const start = at === 0 ? scheme.initials?.[word[at] ?? ''] : undefined;
    const pair = scheme.letters[word.slice(at, at + 2)];
    const single = scheme.letters[word[at] ?? ''];
    if (start !== undefined) {
      out += start;
      at += 1;
    } else if (pair !== undefined && word.length > at + 1) {
      out += pair;
      at += 2;
    } else {
      out += single ?? word[at] ?? '';
      at += 1;
    }
  }
  return out;
}

/** Composed lower case without marks that decide nothing: й, ё, ї keep theirs. */
function prepared(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0300\u0301\u0640]/gu, '');
}

function schemesFor(word: string): readonly Scheme[] {
  if (/^[\u0020-\u024f]*$/.test(word)) return [];
  if (/\p{Script=Cyrillic}/u.test(word)) return CYRILLIC_SCHEMES;
  if (/\p{Script=Greek}/u.test(word)) return GREEK_SCHEMES;
  if (/\p{Script=Arabic}/u.test(word)) return [ARABIC];
  if (/\p{Script=Georgian}/u.test(word)) return [GEORGIAN];
  if (/\p{Script=Armenian}/u.test(word)) return [ARMENIAN];
  return [];
}

/**
 * The Latin spellings under which one word in Cyrillic, Greek, Arabic, Georgian or Armenian script
 * is met, folded, each once, the most usual in English first. Latin and Chinese give none.
 *
 * Arabic writes no short vowels, so its one spelling has only those that stand in the text
 * ("mhmd"); compare it with `consonants`, and mind the article: "الراشد" also gives "rashd".
 */
export function transliterate(word: string): string[] {
  const schemes = schemesFor(word);
  if (schemes.length === 0) return [];
  const arabic = schemes[0] === ARABIC;
  const text = arabic ? foldName(word) : prepared(word);
  const spellings = new Set(schemes.map((scheme) => foldName(write(text, scheme))));
  if (arabic && text.startsWith('ال') && text.length > 3) {
    spellings.add(foldName(write(text.slice(2), ARABIC)));
  }
  spellings.delete('');
  return [...spellings];
}
