import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aesCipher, SealError } from '@electron/register/aes-cipher';
import { lockOf, NO_CIPHER, unlocks } from '@electron/register/cipher';

const key = randomBytes(32);
const cipher = aesCipher(key);
const plain = Buffer.from('Ana Testova, ana@example.org');

describe('AES-256-GCM', () => {
  it.each([0, 1, 15, 16, 17, 400, 1_000_000])('seals and opens %i bytes', (length) => {
    const bytes = randomBytes(length);
    const sealed = cipher.seal(bytes, 'here');
    expect(sealed).toHaveLength(length + 29);
    expect(Buffer.from(cipher.open(sealed, 'here')).equals(bytes)).toBe(true);
  });

  it('seals the same text never twice alike, and never readably', () => {
    const [a, b] = [cipher.seal(plain, 'here'), cipher.seal(plain, 'here')];
    expect(Buffer.from(a).equals(b)).toBe(false);
    expect(Buffer.from(a).includes('Testova')).toBe(false);
    expect(new Set(Array.from({ length: 1000 }, () => nonceOf(cipher.seal(plain, '')))).size).toBe(
      1000,
    );
  });

  it('opens in the same context alone, also when it is written in another alphabet', () => {
    const sealed = cipher.seal(plain, 'список');
    expect(Buffer.from(cipher.open(sealed, 'список')).equals(plain)).toBe(true);
    expect(() => cipher.open(sealed, 'списокъ')).toThrow(SealError);
    expect(() => cipher.open(sealed, '')).toThrow(SealError);
  });

  it('opens with the same key alone', () => {
    const other = aesCipher(randomBytes(32));
    expect(() => other.open(cipher.seal(plain, 'here'), 'here')).toThrow(
      'not sealed with this key, or altered since',
    );
    expect(unlocks(other, lockOf(cipher))).toBe(false);
    expect(unlocks(cipher, lockOf(cipher))).toBe(true);
    expect(unlocks(NO_CIPHER, lockOf(cipher))).toBe(false);
    expect(unlocks(cipher, lockOf(NO_CIPHER))).toBe(false);
  });

  it('notices every byte that was altered, and every cut', () => {
    const sealed = cipher.seal(plain, 'here');
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = altered[at]! ^ 0x01;
      expect(() => cipher.open(altered, 'here'), `byte ${at}`).toThrow(SealError);
      expect(() => cipher.open(sealed.subarray(0, at), 'here'), `${at} bytes`).toThrow(SealError);
    }
    expect(() => cipher.open(Buffer.concat([sealed, Buffer.from([0])]), 'here')).toThrow(SealError);
  });

  it('keeps its key when the one that was given is wiped', () => {
    const given = Buffer.from(key);
    const same = aesCipher(given);
    given.fill(0);
    expect(Buffer.from(same.open(cipher.seal(plain, 'x'), 'x')).equals(plain)).toBe(true);
  });

  it.each([0, 16, 31, 33])('takes no key of %i bytes', (length) => {
    expect(() => aesCipher(randomBytes(length))).toThrow('a key has 32 bytes');
  });
});

const nonceOf = (sealed: Uint8Array) => Buffer.from(sealed.subarray(1, 13)).toString('hex');
