import type { Logo } from '@shared/codecs/badges/draw';
import { bridge } from '../../../bridge/client';
import { dataUrl } from '../data-url';

const kept = new Map<string, Promise<Logo | null>>();

async function read(hash: string): Promise<Logo | null> {
  const answer = await bridge.blobs.get({ hash });
  if (!answer.ok) return null;
  const blob = new Blob([answer.bytes], { type: 'image/png' });
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  bitmap.close();
  return { href: await dataUrl(blob), width, height };
}

/** The meeting's picture; `null`: it has none, or it is not at this desk, or is no picture. */
export function readLogo(hash: string | null): Promise<Logo | null> {
  if (hash === null) return Promise.resolve(null);
  let found = kept.get(hash);
  if (found === undefined) {
    found = read(hash).catch(() => null);
    void found.then((logo) => {
      if (logo === null) kept.delete(hash);
    });
    kept.set(hash, found);
  }
  return found;
}
