import { BADGE_CODE_LENGTH, readBadgeCode } from './code';

/** What came out of one scan. */
export type Reading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'not-a-code' | 'wrong-check' };

const NOTHING: readonly Reading[] = [{ ok: false, reason: 'not-a-code' }];

/** The mark of the kind of code, which some scanners send first. */
const SYMBOLOGY = /^\]Q\d/i;

/** So many characters of noise may stand beside a code. */
const NOISE = 2;

/**
 * The codes in what a scanner sent in one go: one, several after one another, or one with a bit of
 * noise or a part of itself beside it (it was read in two goes). Every 32nd text of the right form
 * passes the check by chance, so nothing is looked for in longer noise, and where more than one
 * reading is possible there is none: a wrong person is worse than a second scan.
 */
export function readBurst(text: string): readonly Reading[] {
  const bare = text.replace(SYMBOLOGY, '').replace(/[\s-]/g, '').toUpperCase();
  if (/[^0-9A-Z]/.test(bare) || bare.length < BADGE_CODE_LENGTH) return NOTHING;
  if (bare.length % BADGE_CODE_LENGTH === 0) {
    const parts = bare.match(new RegExp(`.{${BADGE_CODE_LENGTH}}`, 'g')) ?? [];
    const readings = parts.map(readBadgeCode);
    if (parts.length === 1 || readings.some(({ ok }) => ok)) return readings;
  }
  return among(bare);
}

function among(text: string): readonly Reading[] {
  const found: { reading: Reading; rest: readonly string[]; own: string }[] = [];
  for (let at = 0; at + BADGE_CODE_LENGTH <= text.length; at++) {
    const own = text.slice(at, at + BADGE_CODE_LENGTH);
    const reading = readBadgeCode(own);
    if (!reading.ok) continue;
    found.push({ reading, own, rest: [text.slice(0, at), text.slice(at + BADGE_CODE_LENGTH)] });
  }
  const [one, ...more] = found;
  if (one === undefined || more.length > 0) return NOTHING;
  const isExplained = one.rest.every(
    (part) => part.length <= NOISE || one.own.startsWith(part) || one.own.endsWith(part),
  );
  return isExplained ? [one.reading] : NOTHING;
}
