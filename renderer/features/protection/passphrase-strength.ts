import { MIN_PASSPHRASE } from '@shared/contract/protection';

export type Strength = 'too-short' | 'repetitive' | 'good';

/** Fewer different characters than this are found by trying. */
const MIN_DIFFERENT = 6;
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiopasdfghjklzxcvbnm'];

/** One honest word about a passphrase. It cannot tell a good one from a famous quotation. */
export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < MIN_PASSPHRASE) return 'too-short';
  const text = passphrase.toLowerCase();
  if (new Set(text).size < MIN_DIFFERENT || isRepeated(text) || isRow(text)) return 'repetitive';
  return 'good';
}

/** `passpasspass`, `otter otter otter`: the same piece again and again. */
function isRepeated(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (words.length > 1 && new Set(words).size === 1) return true;
  return `${text}${text}`.indexOf(text, 1) < text.length;
}

/** Letters or digits as they stand on the keyboard or in the alphabet, forwards or backwards. */
function isRow(text: string): boolean {
  return ROWS.some((row) => {
    const round = row.repeat(Math.ceil(text.length / row.length) + 1);
    return round.includes(text) || [...round].reverse().join('').includes(text);
  });
}
