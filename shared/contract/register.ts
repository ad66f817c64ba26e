import { z } from 'zod';
import { draftSchema, stampedSchema, type Stamped } from '../operation/operation';
import { channel } from './channel';

/** The most operations that one page of `register.read` carries. */
export const READ_LIMIT = 20_000;
/** The most drafts that one act commits: an import of 20,000 rows with two operations each, and room. */
export const COMMIT_LIMIT = 100_000;

const stamp = z.string().max(100);
const ordinal = z.number().int().nonnegative();

export const registerStatusSchema = z.object({
  /** The replica: the uuid of this register's present life. */
  life: z.uuid(),
  /** The largest local ordinal n. */
  last: ordinal,
  /** The hybrid logical clock's last stamp; null before the first operation. */
  clock: stamp.nullable(),
  operations: ordinal,
  backup: z.object({
    state: z.enum(['current', 'behind', 'failed', 'none']),
    at: stamp.nullable(),
  }),
  /** What had to be repaired when the register was opened; null when nothing had. */
  recovery: z
    .object({
      kind: z.enum(['restored-from-backup', 'new-life', 'rebuilt-backup']),
      reason: z.string().max(500),
      at: stamp,
      operations: ordinal,
      lost: ordinal,
    })
    .nullable(),
});
export type RegisterStatus = z.infer<typeof registerStatusSchema>;

const notCommitted = z.object({
  ok: z.literal(false),
  reason: z.enum(['invalid', 'disk-full', 'unavailable']),
  detail: z.string(),
});
const commitAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), operations: z.array(stampedSchema) }),
  notCommitted,
]);
export type RegisterCommitAnswer = z.infer<typeof commitAnswer>;

/** A stamped operation by its shape alone. */
const stampedAtEdge = z.custom<Stamped>(
  (value) =>
    isObject(value) &&
    Number.isInteger(value['n']) &&
    isObject(value['operation']) &&
    typeof value['operation']['id'] === 'string' &&
    typeof value['operation']['type'] === 'string' &&
    isObject(value['operation']['body']),
);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const page = z.object({ operations: z.array(stampedSchema), last: ordinal });
const trail = z.object({ operations: z.array(stampedSchema) });

export const registerChannels = {
  'register.status': channel(z.strictObject({}), registerStatusSchema),
  'register.commit': channel(
    z.strictObject({ drafts: z.array(draftSchema).min(1).max(COMMIT_LIMIT) }),
    commitAnswer,
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), operations: z.array(stampedAtEdge) }),
      notCommitted,
    ]),
  ),
  'register.read': channel(
    z.strictObject({ after: ordinal, limit: z.number().int().min(1).max(READ_LIMIT) }),
    page,
    z.object({ operations: z.array(stampedAtEdge), last: ordinal }),
  ),
  'register.history': channel(
    z.strictObject({ record: z.string().min(1).max(100) }),
    trail,
    z.object({ operations: z.array(stampedAtEdge) }),
  ),
};
