import { z } from 'zod';
import { draftSchema, stampedSchema, type Stamped } from '../operation/operation';
import { channel } from './channel';

/** The most operations that one page of `register.read` carries. */
export const READ_LIMIT = 20_000;
/** The most drafts that one act commits: the report of a webinar with 100,000 logins, and room. */
export const COMMIT_LIMIT = 120_000;
/** The most faults of the last verification that the status names. */
export const NAMED = 20;

const stamp = z.string().max(100);
const ordinal = z.number().int().nonnegative();

/** What is wrong with the journal, and what it touches. */
export const journalFaultSchema = z.object({
  /**
   * `altered`: its content or its place is not what was chained. `gap`: a number is missing.
   * `seal`: personal values are not those that were sealed. `claimed`: two operations have one number.
   * `signature`: its commit is not signed, or not by this replica's key. `file`: the file is damaged.
   */
  kind: z.enum(['altered', 'gap', 'seal', 'claimed', 'signature', 'file']),
  replica: z.string().nullable(),
  seq: z.number().int().nullable(),
  id: z.string().nullable(),
  type: z.string().nullable(),
  record: z.string().nullable(),
  meeting: z.string().nullable(),
  at: z.string().nullable(),
  /** For `file`: what SQLite or the check said; never personal data. */
  detail: z.string().max(500).nullable(),
});
export type JournalFault = z.infer<typeof journalFaultSchema>;

export const registerStatusSchema = z.object({
  /** The replica: the uuid of this register's present life. */
  life: z.uuid(),
  /** The largest local ordinal n. */
  last: ordinal,
  /** The hybrid logical clock's last stamp; null before the first operation. */
  clock: stamp.nullable(),
  operations: ordinal,
  /**
   * Raised whenever operations that were handed out before are no longer what they were: personal
   * values were forgotten, or a grant that came late changed what may be. Rows projected in another
   * epoch are void.
   */
  epoch: ordinal,
  /**
   * The last verification of journal, signatures and backup; null before the first has ended. The
   * first of its faults are named: when they are healed, no other verification finds them again.
   */
  verified: z
    .object({
      at: stamp,
      operations: ordinal,
      faults: ordinal,
      named: z.array(journalFaultSchema).max(NAMED),
      healed: z.boolean(),
    })
    .nullable(),
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

/**
 * `forgotten`: it says something personal about somebody who was forgotten. `not-permitted`: the
 * operator's role does not include it.
 */
const notCommitted = z.object({
  ok: z.literal(false),
  reason: z.enum(['invalid', 'forgotten', 'not-permitted', 'disk-full', 'unavailable']),
  detail: z.string(),
});
/**
 * Stamped operations by their shape alone. The register makes its operations itself and verifies each
 * one that it reads; a test holds that they fit `stampedSchema`.
 */
const stampedAtEdge = z.custom<Stamped[]>(
  (value) => Array.isArray(value) && value.every((one) => isStamped(one)),
);

function isStamped(value: unknown): boolean {
  if (!isObject(value) || !Number.isInteger(value['n'])) return false;
  const { operation } = value;
  return (
    isObject(operation) &&
    typeof operation['id'] === 'string' &&
    typeof operation['type'] === 'string' &&
    isObject(operation['body'])
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const commitAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), operations: stampedAtEdge }),
  notCommitted,
]);
export type RegisterCommitAnswer = z.infer<typeof commitAnswer>;

/**
 * Drafts whose envelopes were checked as they came over the bridge: only parsing makes them, so that
 * the register need not check 40,000 of them once more.
 */
const checkedDrafts = z.array(draftSchema).min(1).max(COMMIT_LIMIT).brand<'CheckedDrafts'>();
export type CheckedDrafts = z.output<typeof checkedDrafts>;

/** What the journal page asks for; members that are null do not narrow. */
export const journalFilterSchema = z.strictObject({
  /** Operations about this record, or that name this person. */
  record: z.uuid().nullable(),
  meeting: z.uuid().nullable(),
  actor: z.uuid().nullable(),
  replica: z.uuid().nullable(),
  /** Types of operation, such as `person.recorded`. */
  types: z.array(z.string().max(100)).max(200).nullable(),
  /** Instants as ISO text in UTC: from (inclusive) and to (exclusive), by the operation's stamp. */
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
});
export type JournalFilter = z.infer<typeof journalFilterSchema>;

const verification = z.object({
  at: stamp,
  operations: ordinal,
  faults: z.array(journalFaultSchema).max(1000),
  backup: z.enum(['sound', 'damaged', 'none']),
  /** Whether the journal was put right from the backup, and nothing is wrong with it any more. */
  healed: z.boolean(),
});
export type Verification = z.infer<typeof verification>;

/** What forgetting a person has erased at this register. */
const erasure = z.object({
  /** Operations that name the person, and those of them that had personal values. */
  named: ordinal,
  erased: ordinal,
  /** Attachments that were removed because nothing else needs them. */
  attachments: ordinal,
  /** `rewritten`: no backup file of this desk has the values any more. */
  backup: z.enum(['rewritten', 'pending', 'failed', 'none']),
});
export type Erasure = z.infer<typeof erasure>;

const page = z.object({ operations: z.array(stampedSchema), last: ordinal });
const trail = z.object({ operations: z.array(stampedSchema) });

export const registerChannels = {
  'register.status': channel(z.strictObject({}), registerStatusSchema),
  'register.commit': channel(z.strictObject({ drafts: checkedDrafts }), commitAnswer),
  'register.read': channel(
    z.strictObject({ after: ordinal, limit: z.number().int().min(1).max(READ_LIMIT) }),
    page,
    z.object({ operations: stampedAtEdge, last: ordinal }),
  ),
  'register.history': channel(
    z.strictObject({ record: z.string().min(1).max(100) }),
    trail,
    z.object({ operations: stampedAtEdge }),
  ),
  /** The newest operations that fit the filter with an ordinal below `before` (null: from the end). */
  'register.journal': channel(
    z.strictObject({
      filter: journalFilterSchema,
      before: ordinal.nullable(),
      limit: z.number().int().min(1).max(1000),
    }),
    z.object({ operations: z.array(stampedSchema), more: z.boolean() }),
    z.object({ operations: stampedAtEdge, more: z.boolean() }),
  ),
  /** Verifies the whole journal now: chain, seals, signatures, indexes, backup. */
  'register.verify': channel(z.strictObject({}), verification),
  /** What forgetting these persons has erased here; zeros for somebody who is not forgotten. */
  'register.erasure': channel(z.strictObject({ persons: z.array(z.uuid()).max(10_000) }), erasure),
};
