import { editDistance } from './edit-distance';

/** Shorter words have too many neighbours for an error in them to be recognised. */
const SHORTEST = 4;

/** Errors that a word may contain: one, and from eight letters on two. */
export function errorsAllowed(word: string): number {
  if (word.length < SHORTEST) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Set of letters as bits, to rule most words out before counting errors. */
function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Whether so many errors at most part two words; most that differ by more are seen at a glance. */
export function isWithin(word: string, other: string, errors: number): boolean {
  if (Math.abs(word.length - other.length) > errors) return false;
  if (bitCount(letters(word) ^ letters(other)) > 2 * errors) return false;
  return editDistance(word, other, errors) <= errors;
}

/** The tokens of four letters or more that `word` may be meant for, with the errors between. */
export function likelyTokens(
  tokens: Iterable<string>,
  word: string,
): { token: string; errors: number }[] {
  const allowed = errorsAllowed(word);
  const likely: { token: string; errors: number }[] = [];
  if (allowed === 0) return likely;
  const wanted = letters(word);
  for (const token of tokens) {
    if (token.length < SHORTEST || Math.abs(token.length - word.length) > allowed) continue;
    if (bitCount(wanted ^ letters(token)) > 2 * allowed) continue;
    const errors = editDistance(word, token, allowed);
    if (errors <= allowed) likely.push({ token, errors });
  }
  return likely;
}
