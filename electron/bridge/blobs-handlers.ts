import type { Handlers, Host } from './host';

export const blobsHandlers = ({ blobs }: Host): Handlers<'blobs'> => ({
  'blobs.put': async ({ bytes }) => ({ hash: await blobs.put(bytes) }),
  'blobs.get': async ({ hash }) => {
    const bytes = await blobs.get(hash);
    return bytes === null ? { ok: false, reason: 'missing' } : { ok: true, bytes: owned(bytes) };
  },
  'blobs.discard': async ({ hash }) => {
    await blobs.discard(hash);
    return {};
  },
});

/** The same bytes in a buffer of their own: a view of a shared or pooled buffer does not cross. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
