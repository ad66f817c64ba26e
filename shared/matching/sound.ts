/**
 * Keys in which the usual romanisations of one name agree. They widen a search or support a
 * suggestion; by themselves they never identify anybody.
 */

/** Spelling conventions, applied in order to a folded Latin word. */
const CONVENTIONS: readonly (readonly [RegExp, string])[] = [
  [/^ou(?=[aeiou])/g, 'w'],
  [/schtsch|shch|chtch|szcz|sch|sht/g, 'sh'],
  [/tsch|tch|cz/g, 'ch'],
  [/dzh|dj|dž/g, 'j'],
  [/sz/g, 'sh'],
  [/kh/g, 'h'],
  [/gh|gu(?=[ei])/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ts|tz/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/f+$/g, 'v'],
  [/ou/g, 'u'],
  [/[yj]/g, 'i'],
  [/ee/g, 'i'],
  [/oo/g, 'u'],
  [/(.)\1+/g, '$1'],
];

/**
 * The sound key of a folded Latin word: Sergey, Sergei and Serguei share one, as do Yuriy, Iurii
 * and Juri, or Hussein and Husein. A word in another script is its own key.
 */
export function soundKey(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return CONVENTIONS.reduce((key, [pattern, by]) => key.replace(pattern, by), word);
}

const SINGLE_CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/shch|sch|sh|ch|tch/g, 'x'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dj/g, 'j'],
  [/dh/g, 'd'],
  [/zh/g, 'z'],
  [/ph/g, 'f'],
  [/q|c/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/[aeiouyw]/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * The consonants of a folded Latin word, for names whose short vowels Arabic script leaves out:
 * "mohammed", "muhamad" and "mhmd" all give "mhmd". Weak: compare whole keys, never beginnings.
 */
export function consonants(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  return SINGLE_CONSONANTS.reduce((key, [pattern, by]) => key.replace(pattern, by), word);
}
