/**
 * Badge codes (domain.md, *Badge codes*): twelve random Crockford base-32 characters and a check
 * character over GF(32). With the weights 1, α, α², … α¹² every wrong character and every exchange
 * of two characters, neighbours or not, leaves a sum that is not zero.
 */

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. The place is the value. */
export const BADGE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a code, the check included. */
export const BADGE_CODE_LENGTH = 13;
const BODY = BADGE_CODE_LENGTH - 1;

/** x⁵ + x² + 1 is primitive: the powers of α = 2 run through all 31 elements but zero. */
const POLYNOMIAL = 0b100101;

const VALUES: ReadonlyMap<string, number> = new Map(
  Array.from(BADGE_ALPHABET, (character, value) => [character, value] as const),
);

/** Digits that no letter looks like. */
const PLAIN_DIGIT = /[2-9]/;
const LETTER = /[A-Z]/;

/**
 * Letters that are printed like characters of the code: Crockford's own, and those that a keyboard
 * of another script gives to somebody who copies what he sees.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('OIL', '011'),
  ...pairs('АВЕКМНОРСТХІЈЅ', 'ABEKMH0PCTX1JS'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZH1KMN0PTYX'),
]);

/** Spaces, hyphens and dashes of every width, and marks that mail programs put in unseen. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212]/gu;

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character, at) => [character, to.charAt(at)]);
}

const valueOf = (character: string): number => VALUES.get(character) ?? 0;

/** The check character of twelve characters. */
function checkOf(body: string): string {
  let sum = 0;
  for (const character of body) {
    sum = (sum ^ valueOf(character)) << 1;
    if (sum >= 32) sum ^= POLYNOMIAL;
  }
  return BADGE_ALPHABET.charAt(sum);
}

/**
 * A new code, as it is stored. `random` gives so many random bytes. Every code has a digit from 2
 * to 9 and a letter, so that neither a word, a name nor the number under a bar code of a shop is
 * ever taken for one.
 */
export function newBadgeCode(random: (bytes: number) => Uint8Array): string {
  const values = [...random(BODY)].map((byte) => byte % 32);
  const text = () => values.map((value) => BADGE_ALPHABET.charAt(value)).join('');
  if (!PLAIN_DIGIT.test(text())) values[0] = 2 + ((values[0] ?? 0) % 8);
  if (!LETTER.test(text())) values[1] = 10 + ((values[1] ?? 0) % 22);
  const body = text();
  return body + checkOf(body);
}

export type ReadCode =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'not-a-code' | 'wrong-check' };

/**
 * A code as somebody typed, pasted or scanned it: any case, spaces and hyphens anywhere, and
 * look-alike letters. `wrong-check`: it has the form of a code, and a character is wrong;
 * `not-a-code`: it is something else, or a part of one.
 */
export function readBadgeCode(text: string): ReadCode {
  // Longer than any way to write one: not looked at, whatever it is.
  if (text.length > 100) return { ok: false, reason: 'not-a-code' };
  const bare = text.normalize('NFKC').replace(BETWEEN, '').toUpperCase();
  const code = [...bare].map((character) => LOOK_ALIKES.get(character) ?? character).join('');
  const hasForm =
    code.length === BADGE_CODE_LENGTH &&
    [...code].every((character) => VALUES.has(character)) &&
    PLAIN_DIGIT.test(code) &&
    LETTER.test(code);
  if (!hasForm) return { ok: false, reason: 'not-a-code' };
  if (checkOf(code.slice(0, BODY)) !== code.charAt(BODY)) {
    return { ok: false, reason: 'wrong-check' };
  }
  return { ok: true, code };
}

/** A code for people to read and copy: `0000-0000-0000-0`. */
export function formatBadgeCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
