import { z } from 'zod';
import { bytesSchema } from './bytes';
import { channel } from './channel';

/** Stands for a file that the user chose: good once, for a while, and only on the host that gave it. */
export const fileTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{32}$/);

export const chosenFileSchema = z.object({
  token: fileTokenSchema,
  /** The file's own name, without its folder. */
  name: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
});
export type ChosenFile = z.infer<typeof chosenFileSchema>;

const extension = z.string().regex(/^[a-z0-9]{1,10}$/);

export const filesChannels = {
  /**
   * `accept` lists extensions without the dot. `pick` says that the page itself must let the user pick
   * and hand the bytes over for tokens (the web shell); nothing picked is an empty list.
   */
  'files.choose': channel(
    z.strictObject({ accept: z.array(extension).max(20), multiple: z.boolean() }),
    z.object({ files: z.array(chosenFileSchema), pick: z.boolean() }),
  ),
  'files.read': channel(
    z.strictObject({ token: z.string().max(100) }),
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), bytes: bytesSchema, name: z.string() }),
      z.object({
        ok: z.literal(false),
        reason: z.enum(['unknown-token', 'unreadable', 'too-large']),
      }),
    ]),
  ),
  /**
   * `saved` is false when the user thought better of it. `download` is a one-use path from which the
   * page itself must download the file (the web shell), else null. `name` is the name really used.
   */
  'files.save': channel(
    z.strictObject({ name: z.string().min(1).max(1000), bytes: bytesSchema }),
    z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        saved: z.boolean(),
        name: z.string(),
        download: z.string().startsWith('/').nullable(),
      }),
      z.object({ ok: z.literal(false), reason: z.enum(['disk-full', 'not-allowed', 'failed']) }),
    ]),
  ),
};
