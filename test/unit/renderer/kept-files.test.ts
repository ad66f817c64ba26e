import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withKeptFiles } from '@renderer/features/virtual/import/kept-files';

const host = vi.hoisted(() => ({ stored: new Set<string>(), full: false }));

vi.mock('@renderer/bridge/client', () => ({
  bridge: {
    blobs: {
      put: ({ bytes }: { bytes: Uint8Array }) => {
        if (host.full && host.stored.size > 0) return Promise.reject(new Error('full'));
        const hash = `hash ${bytes.join()}`;
        host.stored.add(hash);
        return Promise.resolve({ hash });
      },
      discard: ({ hash }: { hash: string }) => {
        host.stored.delete(hash);
        return Promise.resolve({});
      },
    },
  },
}));

const file = (byte: number, keep: boolean) => ({ bytes: new Uint8Array([byte]), keep });
const files = [file(1, true), file(2, false), file(3, true)];

describe('files that are to be kept with what refers to them', () => {
  beforeEach(() => {
    host.stored.clear();
    host.full = false;
  });

  it('stay when it is written, those alone that somebody asked to keep', async () => {
    const asked = vi.fn((hashes: readonly (string | null)[]) =>
      Promise.resolve({ ok: true as const, hashes }),
    );
    expect((await withKeptFiles(files, asked)).hashes).toEqual(['hash 1', null, 'hash 3']);
    expect([...host.stored]).toEqual(['hash 1', 'hash 3']);
  });

  it('go when it is refused', async () => {
    const refused = () => Promise.resolve({ ok: false, reason: 'not-permitted' });
    expect(await withKeptFiles(files, refused)).toEqual({ ok: false, reason: 'not-permitted' });
    expect(host.stored.size).toBe(0);
  });

  it('go when it fails', async () => {
    const fails = () => Promise.reject(new Error('gone'));
    await expect(withKeptFiles(files, fails)).rejects.toThrow('gone');
    expect(host.stored.size).toBe(0);
  });

  it('go when there is no room for all of them, and nothing is written', async () => {
    host.full = true;
    const write = vi.fn(() => Promise.resolve({ ok: true }));
    await expect(withKeptFiles(files, write)).rejects.toThrow('full');
    expect(host.stored.size).toBe(0);
    expect(write).not.toHaveBeenCalled();
  });
});
