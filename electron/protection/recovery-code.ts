import { createHash, randomBytes } from 'node:crypto';

/** 160 bits: 32 characters in 8 groups; a ninth group checks them. */
const BYTES = 20;
const GROUP = 4;
const CHARACTERS = (BYTES * 8) / 5;

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is read as what: look-alikes, and the Cyrillic letters on the keys of a Russian keyboard. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1' },
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M' },
  ...{ О: '0', Р: 'P', Т: 'T', Х: 'X', У: 'Y' },
};

/** 20 random bytes: the secret that the printed sheet carries. */
export const newRecoverySecret = (): Uint8Array => randomBytes(BYTES);

/** As it is printed: `ABCD-EFGH-…`, eight groups and one that checks them. */
export function writeRecoveryCode(secret: Uint8Array): string {
  const characters = encode(secret) + checkGroup(secret);
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/**
 * The secret in a code as somebody typed it: in any case, with any spaces and dashes, O for 0, I and
 * L for 1. Null: the check group does not fit, so it was mistyped, and no code of anybody's reads so.
 */
export function readRecoveryCode(typed: string): Uint8Array | null {
  const characters = Array.from(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}\u2212]/gu, ''),
    (character) => READ_AS[character] ?? character,
  ).join('');
  if (characters.length !== CHARACTERS + GROUP) return null;
  const secret = decode(characters.slice(0, CHARACTERS));
  if (secret === null) return null;
  return checkGroup(secret) === characters.slice(CHARACTERS) ? secret : null;
}

/** The first 20 bits of a hash of the secret: one mistyped code in a million passes. */
function checkGroup(secret: Uint8Array): string {
  const digest = createHash('sha256').update('rostrum recovery code\0').update(secret).digest();
  return encode(digest).slice(0, GROUP);
}

function encode(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

function decode(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}
