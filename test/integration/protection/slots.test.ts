import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  makeSecretSlot,
  openSecretSlot,
  passphraseBytes,
  passphraseLength,
} from '@electron/protection/slots';

const COST = { n: 16, r: 8, p: 1 };
const DATA_KEY = randomBytes(32);
const SECRET = Buffer.from('a synthetic secret');

describe('a slot', () => {
  it('gives the data key back to its secret alone', async () => {
    const slot = await makeSecretSlot('passphrase', SECRET, DATA_KEY, COST);
    const opened = await openSecretSlot('passphrase', SECRET, slot);
    expect(Buffer.from(opened ?? []).equals(DATA_KEY)).toBe(true);
    const other = Buffer.from('another synthetic secret');
    expect(await openSecretSlot('passphrase', other, slot)).toBeNull();
  });

  it('is not taken for one of another kind, not even with the same secret', async () => {
    const slot = await makeSecretSlot('passphrase', SECRET, DATA_KEY, COST);
    expect(await openSecretSlot('recovery', SECRET, slot)).toBeNull();
  });

  it('is another one every time', async () => {
    const make = () => makeSecretSlot('passphrase', SECRET, DATA_KEY, COST);
    const [one, two] = [await make(), await make()];
    expect(one.salt).not.toBe(two.salt);
    expect(one.sealed).not.toBe(two.sealed);
  });
});

describe('a passphrase', () => {
  it.each([
    ['composed or not', 'caf\u00e9 au lait noir', 'cafe\u0301 au lait noir'],
    ['in Cyrillic, composed or not', '\u0439\u043e\u0434', '\u0438\u0306\u043e\u0434'],
    ['with any kind of space', 'two words', 'two\u00a0words'],
  ])('is the same %s', (_, one, two) => {
    expect(one).not.toBe(two);
    expect(passphraseBytes(two)).toEqual(passphraseBytes(one));
    expect(passphraseLength(two)).toBe(one.length);
  });

  it.each([
    ['letter case', 'Two words', 'two words'],
    ['outer spaces', ' two words', 'two words'],
    ['letters that only look alike', 'two words', 'tw\u043e words'],
  ])('is another one with other %s', (_, one, two) => {
    expect(passphraseBytes(two)).not.toEqual(passphraseBytes(one));
  });
});
