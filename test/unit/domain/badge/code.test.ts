import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBadgeCode, newBadgeCode, readBadgeCode } from '@shared/domain/badge/code';
import { badgeCodeSchema } from '@shared/domain/badge/types';
import { ALPHABET, seededCodes } from './support';

const SEED = 20261122;
const CODES = seededCodes(SEED, 1000);

describe(`codes from a thousand draws (seed ${SEED})`, () => {
  it('are different, have the stored form and are read back', () => {
    expect(new Set(CODES).size).toBe(1000);
    for (const code of CODES) {
      expect(badgeCodeSchema.safeParse(code).success).toBe(true);
      expect(readBadgeCode(code)).toEqual({ ok: true, code });
    }
  });

  it('use every character in every place', () => {
    for (let place = 0; place < 13; place++) {
      expect(new Set(CODES.map((code) => code.charAt(place))).size).toBe(32);
    }
  });

  it('catch every wrong character', () => {
    for (const code of CODES.slice(0, 300)) {
      for (let place = 0; place < 13; place++) {
        for (const character of ALPHABET) {
          if (character === code.charAt(place)) continue;
          const wrong = code.slice(0, place) + character + code.slice(place + 1);
          expect(readBadgeCode(wrong).ok, `${code} as ${wrong}`).toBe(false);
        }
      }
    }
  });

  it('catch every exchange of two different characters, neighbours or not', () => {
    for (const code of CODES) {
      for (let one = 0; one < 12; one++) {
        for (let other = one + 1; other < 13; other++) {
          if (code.charAt(one) === code.charAt(other)) continue;
          const characters = [...code];
          characters[one] = code.charAt(other);
          characters[other] = code.charAt(one);
          expect(readBadgeCode(characters.join('')).ok, code).toBe(false);
        }
      }
    }
  });

  it('catch a character that is missing or typed twice', () => {
    for (const code of CODES) {
      for (let place = 0; place < 13; place++) {
        expect(readBadgeCode(code.slice(0, place) + code.slice(place + 1)).ok).toBe(false);
        expect(readBadgeCode(code.slice(0, place) + code.slice(place - 1)).ok).toBe(false);
      }
    }
  });
});

describe('any bytes', () => {
  const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

  it('give a code that people can read and copy', () => {
    fc.assert(
      fc.property(bytes, (drawn) => {
        const code = newBadgeCode(() => drawn);
        expect(readBadgeCode(code)).toEqual({ ok: true, code });
        expect(readBadgeCode(formatBadgeCode(code).toLowerCase())).toEqual({ ok: true, code });
        expect(code).toMatch(/[2-9]/);
        expect(code).toMatch(/[A-Z]/);
      }),
    );
  });

  it('give a code also when the source of chance stands still', () => {
    expect(readBadgeCode(newBadgeCode((count) => new Uint8Array(count))).ok).toBe(true);
    expect(readBadgeCode(newBadgeCode((count) => new Uint8Array(count).fill(31))).ok).toBe(true);
  });

  it('never make reading fail', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        const read = readBadgeCode(text);
        if (read.ok) expect(badgeCodeSchema.safeParse(read.code).success).toBe(true);
      }),
    );
  });
});

describe('a code as people write it', () => {
  /** All look-alikes are in it: 0, 1 and the letters that other scripts have too. */
  const code = withCheck('01ABEKMPCTX2');

  it.each([
    ['in groups', formatBadgeCode(code)],
    ['in small letters', code.toLowerCase()],
    ['with spaces', ` ${code.slice(0, 5)} ${code.slice(5)}\n`],
    [
      'with the dashes and unseen marks of a mail',
      `${code.slice(0, 4)}–\u00ad${code.slice(4)}\u200b`,
    ],
    ['with O for 0 and I for 1', code.replace('0', 'O').replace('1', 'I')],
    ['with o for 0 and l for 1', code.toLowerCase().replace('0', 'o').replace('1', 'l')],
    [
      'in full width',
      [...code].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join(''),
    ],
    ['on a Russian keyboard', `О1АВЕКМРСТХ2${code.charAt(12)}`],
    ['on a Greek keyboard', `ΟΙΑΒΕΚΜPCΤΧ2${code.charAt(12)}`],
  ])('%s', (_how, text) => {
    expect(readBadgeCode(text)).toEqual({ ok: true, code });
  });

  it.each([
    ['nothing', ''],
    ['half a code', code.slice(0, 7)],
    ['two codes', code + code],
    ['a letter that no code has', `U${code.slice(1)}`],
    ['a name of thirteen letters', 'LIECHTENSTEIN'],
    ['a full name', 'Maria Gonzalez'],
    ['the number under a bar code', '4006381333931'],
    ['a long text', code.padEnd(5000)],
    ['an address', 'https://www.example.org/badge'],
  ])('%s is none', (_what, text) => {
    expect(readBadgeCode(text)).toEqual({ ok: false, reason: 'not-a-code' });
  });

  it('says that a character is wrong where the form is right', () => {
    expect(readBadgeCode(code.replace('K', 'H'))).toEqual({ ok: false, reason: 'wrong-check' });
  });

  it('is written in groups of four', () => {
    expect(formatBadgeCode('0123456789ABC')).toBe('0123-4567-89AB-C');
    expect(formatBadgeCode('')).toBe('');
  });
});

/** The one of 32 endings that is right. */
function withCheck(body: string): string {
  const right = ALPHABET.filter((end) => readBadgeCode(body + end).ok);
  expect(right).toHaveLength(1);
  return body + (right[0] ?? '');
}
