import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDocument, type Document } from '../settings/document';
import { openConf } from './settings-store';

const NAME = 'web';

const webStateSchema = z.strictObject({
  /** The port of the last start: the window's database belongs to it. Null before the first. */
  port: z.int().min(1).max(65535).nullable(),
  /** What a window's cookie holds; kept, so that an open window goes on after a restart. */
  secret: z.string().regex(/^[\w-]{43}$/),
});
export type WebState = z.infer<typeof webStateSchema>;

/** What the web shell keeps between starts. Only the one who has the profile may open it. */
export function openWebState(folder: string, now: () => string): Document<WebState> {
  return openDocument({
    folder,
    name: NAME,
    schema: webStateSchema,
    fallback: () => ({ port: null, secret: randomBytes(32).toString('base64url') }),
    openStore: openConf,
    now,
  });
}

/** The secret of whoever has the profile, without touching anything; null when there is none yet. */
export function readWebSecret(folder: string): string | null {
  try {
    const text = readFileSync(join(folder, `${NAME}.json`), 'utf8');
    return webStateSchema.parse(JSON.parse(text)).secret;
  } catch {
    return null;
  }
}
