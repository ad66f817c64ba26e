import { z } from 'zod';
import { channel } from './channel';

/** A place inside the app as the hash router writes it: `/projector/0192…?text=…`, never another origin. */
export const routeSchema = z
  .string()
  .max(300)
  .regex(/^\/(?!\/)[A-Za-z0-9_/-]*(?:\?[A-Za-z0-9_=&.%-]*)?$/);

export const helloSchema = z.object({
  version: z.string(),
  shell: z.enum(['electron', 'web']),
  /** `process.platform` of the host. */
  platform: z.string(),
  /** BCP 47 language tag that the machine is set to. */
  locale: z.string(),
  /** Started for development: shows more, trusts no more. */
  development: z.boolean(),
});
export type Hello = z.infer<typeof helloSchema>;

export const appChannels = {
  'app.hello': channel(z.strictObject({}), helloSchema),
  /** `open` is a path that the page itself must open in a new window; null when the host has opened it. */
  'app.openWindow': channel(
    z.strictObject({ route: routeSchema }),
    z.object({ ok: z.literal(true), open: z.string().startsWith('/').nullable() }),
  ),
  /**
   * Removes everything that pages of this program keep in the browser, files included: for a database
   * that cannot be opened any more, and for bytes that must not stay. `fetch` is a path that the page
   * itself must fetch to bring it about (the web shell); null when the host has done it.
   */
  'app.clearStorage': channel(
    z.strictObject({}),
    z.object({ fetch: z.string().startsWith('/').nullable() }),
  ),
};
