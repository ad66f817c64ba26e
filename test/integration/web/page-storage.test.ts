import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { otherShellsPages, removeOtherOrigins } from '@electron/settings/page-storage';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rostrum-pages-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what pages kept at an address that this desk has left', () => {
  it('is removed; what is of this address, or of nobody here, stays', () => {
    const folder = join(root, 'Default', 'IndexedDB');
    const kept = [
      'http_127.0.0.1_24733.indexeddb.leveldb',
      'https_example.org_0.indexeddb.leveldb',
    ];
    const left = [
      ...['http_127.0.0.1_24734.indexeddb.leveldb', 'http_127.0.0.1_24734.indexeddb.blob'],
      'http_localhost_2473.indexeddb.leveldb',
    ];
    for (const name of [...kept, ...left]) mkdirSync(join(folder, name), { recursive: true });
    removeOtherOrigins({ browser: root }, 24733);
    expect(readdirSync(folder).sort()).toEqual(kept);
  });

  it('is nothing before the first window', () => {
    expect(() => removeOtherOrigins({ browser: join(root, 'none') }, 24733)).not.toThrow();
  });
});

it('knows where the pages of the other shell keep theirs', () => {
  const places = { browser: join(root, 'browser'), electron: join(root, 'electron') };
  expect(otherShellsPages(places, 'web')).toBe(join(root, 'electron', 'IndexedDB'));
  expect(otherShellsPages(places, 'electron')).toBe(join(root, 'browser', 'Default', 'IndexedDB'));
});
