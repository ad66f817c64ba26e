import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceDurably, stampForName, syncFolder, writeDurably } from '../register/durable';
import { MAX_N } from './slow-hash';

const base64 = z.base64().min(1).max(20_000);
const powerOfTwo = z
  .int()
  .min(2)
  .max(MAX_N)
  .refine((n) => Number.isInteger(Math.log2(n)));

/** The data key, sealed with what a secret gives through scrypt with this salt and cost. */
export const secretSlotSchema = z.strictObject({
  n: powerOfTwo,
  r: z.int().min(1).max(8),
  p: z.int().min(1).max(4),
  salt: z.base64().length(24),
  sealed: base64,
});
export type SecretSlot = z.infer<typeof secretSlotSchema>;

/**
 * The data key, sealed with a key that the machine's key store has sealed in turn: its own sealing
 * is not everywhere one that notices a flipped bit.
 */
export const storeSlotSchema = z.strictObject({ key: base64, sealed: base64 });
export type StoreSlot = z.infer<typeof storeSlotSchema>;

/** `switching`: written before the first file is rewritten, until the last one is. */
const keyFileSchema = z.strictObject({
  format: z.literal('rostrum-keys'),
  version: z.literal(1),
  /** Which data key this is about; says nothing of the key itself. */
  id: z.uuid(),
  state: z.enum(['switching', 'on']),
  passphrase: secretSlotSchema.nullable(),
  recovery: secretSlotSchema,
  keyStore: storeSlotSchema.nullable(),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

export type FoundKeyFile =
  { state: 'absent' } | { state: 'damaged' } | { state: 'sound'; keys: KeyFile };

/** A key file as it lies there. */
export function readKeyFile(file: string): FoundKeyFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return isAbsent(error) ? { state: 'absent' } : { state: 'damaged' };
  }
  const keys = keysIn(bytes);
  return keys === null ? { state: 'damaged' } : { state: 'sound', keys };
}

/** What a key file's bytes say; null with any byte other than this program wrote it. */
export function keysIn(bytes: Buffer): KeyFile | null {
  const keys = parse(bytes.toString('utf8'));
  // What is read must be, written again, what was read: spaces, order and letters included.
  return keys !== null && bytes.equals(Buffer.from(serialise(keys))) ? keys : null;
}

/** Writes it beside, then in its place: afterwards the old or the new one is there, whole. */
export function writeKeyFile(file: string, keys: KeyFile): void {
  const making = inTheMaking(file);
  writeDurably(making, serialise(keys));
  replaceDurably(making, file);
}

/** Gives it another name, and answers with that. Nobody's key is ever thrown away. */
export function setKeyFileAside(
  file: string,
  why: 'damaged' | 'taken-back' | 'replaced',
  now: number,
): string {
  const name = `keys.${why}-${stampForName(now)}.json`;
  renameSync(file, join(dirname(file), name));
  syncFolder(dirname(file));
  return name;
}

/** Removes what a write that was cut short left behind. */
export function removeUnfinished(file: string): void {
  rmSync(inTheMaking(file), { force: true });
}

const inTheMaking = (file: string) => `${file}.new`;

function serialise(keys: KeyFile): string {
  const body = JSON.stringify(keys);
  const check = createHash('sha256').update(body).digest('hex');
  return `${JSON.stringify({ keys, check }, null, 2)}\n`;
}

function parse(text: string): KeyFile | null {
  try {
    const whole: unknown = JSON.parse(text);
    const found = z.object({ keys: keyFileSchema }).safeParse(whole);
    return found.success ? found.data.keys : null;
  } catch {
    return null;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
