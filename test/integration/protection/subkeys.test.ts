import { describe, expect, it } from 'vitest';
import { deriveKeys } from '@electron/protection/subkeys';

const DATA_KEY = Uint8Array.from({ length: 32 }, (_, at) => at);
const KINDS = ['register', 'blobs', 'texts'] as const;
const TEXT = Buffer.from('a synthetic text');

describe('the keys of a profile', () => {
  it('are the same for the same data key', () => {
    const [one, two] = [deriveKeys(DATA_KEY.slice()), deriveKeys(DATA_KEY.slice())];
    expect(two.page).toEqual(one.page);
    expect(two.database).toBe(one.database);
    for (const kind of KINDS) {
      const sealed = one.ciphers[kind].seal(TEXT, 'here');
      expect(Buffer.from(two.ciphers[kind].open(sealed, 'here'))).toEqual(TEXT);
    }
  });

  it('are others for each kind of file, and for another data key', () => {
    const { ciphers } = deriveKeys(DATA_KEY.slice());
    const other = deriveKeys(DATA_KEY.map((byte) => byte ^ 1));
    for (const kind of KINDS) {
      const sealed = ciphers[kind].seal(TEXT, 'here');
      expect(() => other.ciphers[kind].open(sealed, 'here')).toThrow();
      for (const another of KINDS) {
        if (another === kind) continue;
        expect(() => ciphers[another].open(sealed, 'here'), `${kind} ${another}`).toThrow();
      }
    }
    expect(other.database).not.toBe(deriveKeys(DATA_KEY.slice()).database);
  });

  it('stay what they are: a profile of today opens with the program of tomorrow', () => {
    const { page, database } = deriveKeys(DATA_KEY.slice());
    expect(Buffer.from(page).toString('hex')).toMatchInlineSnapshot(
      `"612779c203bc126099a0cb383852d8d90719f453586b174d6b433f21b0d36207"`,
    );
    expect(database).toMatchInlineSnapshot(`"rostrum-ca686bbe4059c1b7"`);
  });

  it('are overwritten when they are wiped', () => {
    const dataKey = DATA_KEY.slice();
    const keys = deriveKeys(dataKey);
    keys.wipe();
    for (const key of [dataKey, keys.page]) expect(key.every((byte) => byte === 0)).toBe(true);
  });
});
