import { z } from 'zod';
import { jsonObjectSchema, type Json } from './json';

/**
 * The operation: the one thing that is stored, sent and merged. Every screen, figure and file is
 * derived from operations (see docs/adr/0001-operations.md).
 */

const uuid = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `YYYY-MM-DDTHH:mm:ss.sssZ-cccc-rrrrrrrr`: fixed width, sorts as text (see clock.ts). */
export const stampSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}-[0-9a-f]{8}$/);

/**
 * Personal values of an operation. `digest` is SHA-256(salt ‖ text) and takes part in the chain;
 * forgetting erases salt *and* text, so that the chain still verifies and the text cannot be
 * guessed from the digest. `text` is canonical JSON.
 */
export const sealedSchema = z.union([
  z.strictObject({ digest: sha256, salt: z.string().min(16).max(64), text: z.string() }),
  z.strictObject({ digest: sha256, salt: z.null(), text: z.null() }),
]);
export type Sealed = z.infer<typeof sealedSchema>;

export type Body = Record<string, Json>;

/** What a feature decides. Ids are given by the caller: a repeated command is the same command. */
export const draftSchema = z.strictObject({
  id: uuid,
  type: z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/),
  v: z.int().min(1),
  meeting: uuid.nullable(),
  over: z.array(uuid),
  subjects: z.array(uuid),
  blobs: z.array(sha256),
  body: jsonObjectSchema,
  personal: jsonObjectSchema.nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** The envelope as architecture.md defines it. */
export const operationSchema = z.strictObject({
  id: uuid,
  replica: uuid,
  seq: z.int().min(1),
  prev: sha256,
  at: stampSchema,
  actor: uuid,
  meeting: uuid.nullable(),
  type: z.string(),
  v: z.int().min(1),
  over: z.array(uuid),
  subjects: z.array(uuid),
  blobs: z.array(sha256),
  body: jsonObjectSchema,
  sealed: sealedSchema.nullable(),
});
export type Operation = z.infer<typeof operationSchema>;

/**
 * An operation in the register: `n` is its local ordinal, the order in which it arrived here. `void`:
 * its actor's role does not permit it, so it is kept and forwarded but changes nothing.
 */
export const stampedSchema = z.strictObject({
  n: z.int().min(1),
  operation: operationSchema,
  void: z.literal(true).optional(),
});
export type Stamped = z.infer<typeof stampedSchema>;

/** The personal values of an operation, `null` when it has none or they were forgotten. */
export function personalOf(operation: Operation): Body | null {
  const text = operation.sealed?.text;
  return text == null ? null : (JSON.parse(text) as Body);
}
