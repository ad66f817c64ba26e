import { z } from 'zod';
import { bytesSchema } from './bytes';
import { channel } from './channel';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const blobHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const blobsChannels = {
  'blobs.put': channel(z.strictObject({ bytes: bytesSchema }), z.object({ hash: blobHashSchema })),
  /** Takes a `put` back, because the act that was to refer to it was not written. */
  'blobs.discard': channel(z.strictObject({ hash: blobHashSchema }), z.object({})),
  'blobs.get': channel(
    z.strictObject({ hash: blobHashSchema }),
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), bytes: bytesSchema }),
      z.object({ ok: z.literal(false), reason: z.literal('missing') }),
    ]),
  ),
};
