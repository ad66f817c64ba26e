import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BlobPort } from '@electron/bridge/register-port';
import { openBlobStore, type BlobStore } from '@electron/register/blobs';
import type { Cipher } from '@electron/register/cipher';
import { newRoot } from './support/folders';

const bytes = Buffer.from('a note verbale');
const hash = createHash('sha256').update(bytes).digest('hex');
const files = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe('the blob store', () => {
  it('is what the bridge asks for, and keeps bytes by their content', async () => {
    const folder = newRoot();
    const blobs = openBlobStore(folder) satisfies BlobPort;
    expect(await blobs.put(bytes)).toBe(hash);
    expect(files(folder)).toEqual([join(folder, hash.slice(0, 2), hash)]);
    expect(await openBlobStore(folder).get(hash)).toEqual(bytes);
  });

  describe('whose act was not written', () => {
    const named = new Set<string>();
    const opened = (folder = newRoot()) => ({
      folder,
      blobs: openBlobStore(folder, undefined, (one) => named.has(one)),
    });
    afterEach(() => named.clear());

    it('does not stay, and can be stored again', async () => {
      const { folder, blobs } = opened();
      await blobs.put(bytes);
      blobs.discard(hash);
      expect(files(folder)).toEqual([]);
      expect(await blobs.put(bytes)).toBe(hash);
      expect(await blobs.get(hash)).toEqual(bytes);
    });

    it.each<[string, (blobs: BlobStore) => unknown]>([
      ['an operation refers to it', () => named.add(hash)],
      ['somebody else stored it as well', (blobs) => blobs.put(bytes)],
    ])('stays when %s', async (_, meanwhile) => {
      const { blobs } = opened();
      await blobs.put(bytes);
      await meanwhile(blobs);
      blobs.discard(hash);
      expect(await blobs.get(hash)).toEqual(bytes);
    });

    it('stays when it is being stored again at this moment', async () => {
      const { blobs } = opened();
      await blobs.put(bytes);
      const again = blobs.put(bytes);
      // Once the store is ready, storing begins with the next turn.
      await Promise.resolve();
      blobs.discard(hash);
      await again;
      expect(await blobs.get(hash)).toEqual(bytes);
    });

    it('stays when it was here before the program started, whoever stores it again', async () => {
      const { folder, blobs } = opened();
      await blobs.put(bytes);
      const next = opened(folder).blobs;
      await next.put(bytes);
      next.discard(hash);
      next.discard(hash);
      expect(await next.get(hash)).toEqual(bytes);
    });

    it('goes with the last of those who stored it', async () => {
      const { folder, blobs } = opened();
      await Promise.all([blobs.put(bytes), blobs.put(bytes)]);
      blobs.discard(hash);
      expect(files(folder)).toHaveLength(1);
      blobs.discard(hash);
      expect(files(folder)).toEqual([]);
    });

    it.each(['', '../../etc/passwd', 'f'.repeat(64)])('nothing goes for %j', async (name) => {
      const { folder, blobs } = opened();
      await blobs.put(bytes);
      blobs.discard(name);
      expect(files(folder)).toHaveLength(1);
    });
  });

  it.each([0, 1, 3_000_000])('keeps %i bytes', async (length) => {
    const blobs = openBlobStore(newRoot());
    const content = Buffer.alloc(length, 7);
    expect(await blobs.get(await blobs.put(content))).toEqual(content);
  });

  it('writes the same bytes once, also when they come at the same time', async () => {
    const folder = newRoot();
    const blobs = openBlobStore(folder);
    const hashes = await Promise.all([blobs.put(bytes), blobs.put(bytes), blobs.put(bytes)]);
    expect(new Set(hashes)).toEqual(new Set([hash]));
    const [file] = files(folder) as [string];
    const before = fs.statSync(file, { bigint: true });
    await blobs.put(bytes);
    expect(fs.statSync(file, { bigint: true }).ino).toBe(before.ino);
    expect(files(folder)).toEqual([file]);
  });

  it.each(['', 'abc', '../../etc/passwd', `${hash}/..`, hash.toUpperCase(), 'f'.repeat(64)])(
    'has nothing under %j',
    async (name) => {
      const blobs = openBlobStore(newRoot());
      await blobs.put(bytes);
      expect(await blobs.get(name)).toBeNull();
    },
  );

  it('does not hand out what was damaged, and takes it again', async () => {
    const folder = newRoot();
    const blobs = openBlobStore(folder);
    await blobs.put(bytes);
    fs.writeFileSync(join(folder, hash.slice(0, 2), hash), 'damaged');
    expect(await blobs.get(hash)).toBeNull();
    expect(await blobs.put(bytes)).toBe(hash);
    expect(await blobs.get(hash)).toEqual(bytes);
  });

  it('clears away what a crash left unfinished', async () => {
    const folder = newRoot();
    fs.mkdirSync(join(folder, 'unfinished'));
    fs.writeFileSync(join(folder, 'unfinished', 'x'), 'half');
    await openBlobStore(folder).put(bytes);
    expect(fs.readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  it('says so when its folder cannot be used', async () => {
    const file = join(newRoot(), 'file');
    fs.writeFileSync(file, '');
    await expect(openBlobStore(file).put(bytes)).rejects.toThrow(/ENOTDIR|EEXIST/);
  });

  it('seals what it writes', async () => {
    const folder = newRoot();
    const flip: Cipher = {
      name: 'flip',
      seal: (plain, context) => Buffer.from([context.length, ...plain.map((byte) => byte ^ 0xff)]),
      open(sealed, context) {
        if (sealed[0] !== context.length) throw new Error('sealed elsewhere');
        return sealed.subarray(1).map((byte) => byte ^ 0xff);
      },
    };
    const blobs = openBlobStore(folder, flip);
    await blobs.put(bytes);
    expect(fs.readFileSync(files(folder)[0]!).includes('verbale')).toBe(false);
    expect(Buffer.from((await blobs.get(hash))!)).toEqual(bytes);
    expect(await openBlobStore(folder).get(hash)).toBeNull();
  });

  it('removes what is to be forgotten, and nothing beside it', async () => {
    const folder = newRoot();
    const blobs = openBlobStore(folder);
    await blobs.put(bytes);
    const other = await blobs.put(Buffer.from('another note'));
    await blobs.remove(hash);
    expect(await blobs.get(hash)).toBeNull();
    expect(files(folder)).toEqual([join(folder, other.slice(0, 2), other)]);
    await blobs.remove(hash);
    await blobs.remove('../../etc/passwd');
    expect(await blobs.put(bytes)).toBe(hash);
    expect(await blobs.get(hash)).toEqual(bytes);
  });
});
