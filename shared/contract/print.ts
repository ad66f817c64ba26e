import { z } from 'zod';
import { bytesSchema } from './bytes';
import { channel } from './channel';
import { MAX_HTML } from './limits';

/** A side of a page in millimetres: from a narrow label to a poster. */
const side = z.number().min(20).max(1200);

/** A sheet by its name, or the page of a label printer by its size in millimetres. */
export const pageSizeSchema = z.union([
  z.enum(['A4', 'Letter']),
  z.strictObject({ widthMm: side, heightMm: side }),
]);
export type PageSize = z.infer<typeof pageSizeSchema>;

/**
 * Elements that make a document run something, load something or go somewhere. A document to be printed
 * has none of them, `<meta charset="utf-8">` apart; text carries its `<` as `&lt;` and is not affected.
 */
const ACTIVE =
  /<\s*(?:script|iframe|frame|frameset|object|embed|applet|base|link|portal|fencedframe|meta(?!\s+charset=["']?utf-8["']?\s*\/?>))(?![a-z0-9-])/i;

/** True when the document can be printed as it is: nothing in it runs, loads or navigates. */
export function isSelfContained(html: string): boolean {
  return !ACTIVE.test(html);
}

export const printChannels = {
  /** Prints a self-contained document (its styles inside, pictures and fonts as `data:`) to PDF. */
  'print.pdf': channel(
    z.strictObject({
      html: z.string().max(MAX_HTML),
      /** Turns a named sheet; a page by its size is as wide as it says. */
      landscape: z.boolean(),
      pageSize: pageSizeSchema,
    }),
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), bytes: bytesSchema }),
      z.object({
        ok: z.literal(false),
        reason: z.enum(['not-self-contained', 'no-browser', 'timed-out', 'failed']),
      }),
    ]),
  ),
};
