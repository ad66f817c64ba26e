import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTexts, resealTexts } from '@electron/bridge/texts';
import { aesCipher } from '@electron/register/aes-cipher';
import { NO_CIPHER, type Cipher } from '@electron/register/cipher';

const KEY = aesCipher(new Uint8Array(32).fill(7));
const OTHER = aesCipher(new Uint8Array(32).fill(8));
const text = (key: string, value: string, at = 1) => ({ key, value, at });

let folder: string;
let file: string;
let log: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-texts-'));
  file = join(folder, 'texts.bin');
  log = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (cipher: Cipher = KEY) =>
  openTexts({ file, cipher, log: (message) => log.push(message) });

describe('kept texts', () => {
  it('are none at first, and none when they were dropped, once or twice', () => {
    const texts = open();
    expect(texts.kept()).toEqual([]);
    texts.keep([text('a', 'one')]);
    texts.drop();
    texts.drop();
    expect(open().kept()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are on disk when they were kept, sealed and for their owner alone', () => {
    open().keep([text('a', 'Zyxtyped')]);
    expect(open().kept()).toEqual([text('a', 'Zyxtyped')]);
    expect(readFileSync(file).includes('Zyxtyped')).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['texts.bin']);
  });

  it('of several windows come together, the one typed last first of two', () => {
    open().keep([text('a', 'old', 1), text('b', 'new', 5)]);
    open().keep([text('a', 'new', 2), text('b', 'old', 4), text('c', 'one')]);
    expect(open().kept()).toEqual([text('a', 'new', 2), text('b', 'new', 5), text('c', 'one')]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, 10)],
    [
      'changed in one bit',
      (bytes) => Buffer.from(bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('that are %s are none, and that is said without what is in them', (_, damage) => {
    open().keep([text('a', 'Zyxtyped')]);
    writeFileSync(file, damage(readFileSync(file)));
    expect(open().kept()).toEqual([]);
    expect(log).toEqual(['the texts that were kept for a page cannot be read']);
    open().keep([text('b', 'two')]);
    expect(open().kept()).toEqual([text('b', 'two')]);
  });

  it('that were being written when the program was killed leave nothing behind', () => {
    open().keep([text('a', 'one')]);
    writeFileSync(`${file}.new`, 'Zyxtyped');
    expect(open().kept()).toEqual([text('a', 'one')]);
    expect(readdirSync(folder)).toEqual(['texts.bin']);
  });

  it('are sealed anew, again after a crash, and lost to a key that nobody has', () => {
    resealTexts(file, NO_CIPHER, KEY);
    expect(readdirSync(folder)).toEqual([]);
    open(NO_CIPHER).keep([text('a', 'Zyxtyped')]);
    expect(readFileSync(file).includes('Zyxtyped')).toBe(true);
    resealTexts(file, NO_CIPHER, KEY);
    const sealed = readFileSync(file);
    resealTexts(file, NO_CIPHER, KEY);
    expect(readFileSync(file)).toEqual(sealed);
    expect(open().kept()).toEqual([text('a', 'Zyxtyped')]);
    resealTexts(file, NO_CIPHER, OTHER);
    expect(readdirSync(folder)).toEqual([]);
  });
});
