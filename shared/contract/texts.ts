import { z } from 'zod';
import { channel } from './channel';

const text = z.strictObject({
  key: z.string().min(1).max(200),
  value: z.string().max(200_000),
  /** When it was last typed, ms since the epoch. */
  at: z.number(),
});

/**
 * Texts that are being typed, carried by the host over the moment in which a page throws its own
 * database away and begins a new one: a crash just then loses nothing.
 */
export const textsChannels = {
  'texts.keep': channel(z.strictObject({ texts: z.array(text).max(2000) }), z.object({})),
  /** What was kept and not dropped; the page drops it when it has written it down itself. */
  'texts.kept': channel(z.strictObject({}), z.object({ texts: z.array(text) })),
  'texts.drop': channel(z.strictObject({}), z.object({})),
};
