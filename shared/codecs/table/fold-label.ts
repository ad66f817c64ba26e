/**
 * A heading or a word of a list as it is compared: case, accents, apostrophes, Arabic vowel signs
 * and punctuation make no difference. For labels only; names of people are folded by `matching/`.
 */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff'’‘ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
