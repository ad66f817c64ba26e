import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  newRecoverySecret,
  readRecoveryCode,
  writeRecoveryCode,
} from '@electron/protection/recovery-code';

const SECRET = Uint8Array.from({ length: 20 }, (_, at) => (at * 37 + 11) & 255);
const CODE = writeRecoveryCode(SECRET);

const read = (typed: string) => {
  const secret = readRecoveryCode(typed);
  return secret === null ? null : Buffer.from(secret).toString('hex');
};
const hex = Buffer.from(SECRET).toString('hex');

describe('a recovery code', () => {
  it('is nine groups of four Crockford characters', () => {
    expect(CODE).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newRecoverySecret()).toHaveLength(20);
    expect(newRecoverySecret()).not.toEqual(newRecoverySecret());
  });

  it('gives back every secret', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (secret) => {
        expect(readRecoveryCode(writeRecoveryCode(secret))).toEqual(Uint8Array.from(secret));
      }),
    );
  });

  const zeros = writeRecoveryCode(new Uint8Array(20));
  it.each([
    ['as printed', CODE],
    ['in lower case', CODE.toLowerCase()],
    ['without dashes', CODE.replaceAll('-', '')],
    ['with spaces, tabs and line ends', ` ${CODE.replaceAll('-', ' \t\r\n ')} `],
    ['with the dashes of a word processor', CODE.replaceAll('-', ' – ').replace('–', '−')],
    ['in full-width letters', CODE.replace(/[0-9A-Z]/g, (c) => wide(c))],
    ['on a Russian keyboard', cyrillic(CODE)],
  ])('is read %s', (_, typed) => expect(read(typed)).toBe(hex));

  it.each([
    ['O', 'O'],
    ['o', 'o'],
    ['a Cyrillic О', 'О'],
  ])('reads %s as 0', (_, letter) => {
    expect(read(zeros.replaceAll('0', letter))).toBe('00'.repeat(20));
  });

  it.each(['I', 'i', 'L', 'l'])('reads %s as 1', (letter) => {
    // 20 bytes that are written with nothing but the digit 1.
    const ones = Uint8Array.from(Buffer.from('0842108421'.repeat(4), 'hex'));
    const code = writeRecoveryCode(ones);
    expect(code.startsWith('1111-1111')).toBe(true);
    expect(read(code.replaceAll('1', letter))).toBe('0842108421'.repeat(4));
  });

  it('tells every single mistyped character, and neighbours that changed places, from a code', () => {
    const characters = CODE.replaceAll('-', '');
    const read = (at: number, length: number, by: string) =>
      readRecoveryCode(characters.slice(0, at) + by + characters.slice(at + length));
    let tried = 0;
    for (let at = 0; at < characters.length; at++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === characters[at]) continue;
        expect(read(at, 1, other), `${at} ${other}`).toBeNull();
        tried++;
      }
      const [one = '', two = ''] = characters.slice(at, at + 2);
      if (two !== '' && one !== two) expect(read(at, 2, two + one), `at ${at}`).toBeNull();
    }
    expect(tried).toBe(36 * 31);
  });

  it.each([
    ['nothing', ''],
    ['a group less', CODE.slice(0, -5)],
    ['a group more', `${CODE}-0000`],
    ['U, which Crockford has not', CODE.replace(/^./, 'U')],
    ['a sign', CODE.replace(/^./, '*')],
    ['a passphrase', 'a synthetic passphrase of 36 letters'],
  ])('is not read in %s', (_, typed) => expect(readRecoveryCode(typed)).toBeNull());
});

function wide(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
}

function cyrillic(code: string): string {
  const alike: Record<string, string> = { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К' };
  Object.assign(alike, { M: 'М', P: 'Р', T: 'Т', X: 'Х', Y: 'У', 0: 'О' });
  return code.replace(/[A-Z0]/g, (c) => alike[c] ?? c);
}
