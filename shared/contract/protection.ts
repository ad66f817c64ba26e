import { z } from 'zod';
import { bytesSchema } from './bytes';
import { channel } from './channel';

/** The longest passphrase, in UTF-16 units, and the shortest that is taken. */
export const MAX_PASSPHRASE = 500;
export const MIN_PASSPHRASE = 12;

const secret = z.string().max(MAX_PASSPHRASE);
const waitMs = z.number().int().nonnegative();

/**
 * How the data of this desk is protected, and whether it can be read now.
 *
 * - `none`: everything lies readable on the disk (the sample programme)
 * - `locked`: the keys are not there, or the screen is locked: only `protection.*`, `app.*` and
 *   `settings.read` answer, every other channel throws `locked`
 * - `open`: protected, and unlocked
 */
export const protectionStatusSchema = z.object({
  state: z.enum(['none', 'locked', 'open']),
  /**
   * Why it is locked. `start`: the program was started and nobody has opened the data yet, so that
   * only a passphrase, the recovery sheet or the key store help. `screen`: somebody locked the
   * screen or left it idle; the PIN of an operator helps as well. Null unless locked.
   */
  lock: z.enum(['start', 'screen']).nullable(),
  /** The ways that were set up to open the data. */
  ways: z.object({ passphrase: z.boolean(), keyStore: z.boolean(), recovery: z.boolean() }),
  /**
   * The machine's key store: `plain-text` is Linux's fall-back that protects nothing; `refused`:
   * it is there, but it did not open what it had sealed (an update, another user, a copied profile).
   */
  keyStore: z.enum(['available', 'none', 'plain-text', 'refused']),
  /** Operators who can open a locked screen with their PIN; empty unless the lock is `screen`. */
  operators: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** How long the next try must wait after wrong ones, in milliseconds; 0 when it need not. */
  waitMs,
  /** A switch-on was cut short before anything was protected, and was taken back. */
  interrupted: z.boolean(),
});
export type ProtectionStatus = z.infer<typeof protectionStatusSchema>;

/** How somebody opens a locked desk. A recovery code may be typed in any case, with any spaces. */
export const unlockWaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: secret }),
  z.strictObject({ kind: z.literal('recovery'), code: z.string().max(200) }),
  z.strictObject({ kind: z.literal('key-store') }),
  z.strictObject({ kind: z.literal('pin'), operator: z.uuid(), pin: z.string().max(40) }),
]);
export type UnlockWay = z.infer<typeof unlockWaySchema>;

const done = z.object({ ok: z.literal(true) });

/** `wait`: too many wrong tries, none is looked at before `waitMs` are over. */
const notOpened = z.object({
  ok: z.literal(false),
  reason: z.enum(['wrong', 'wait', 'no-such-way', 'refused', 'damaged']),
  waitMs,
});

const opened = z.discriminatedUnion('ok', [done, notOpened]);

export const protectionChannels = {
  'protection.status': channel(z.strictObject({}), protectionStatusSchema),
  /**
   * The key with which a page enciphers what it keeps in its own database, and the name of that
   * database: another one after every switch of protection. `key`: 32 bytes, null without protection.
   */
  'protection.page': channel(
    z.strictObject({}),
    z.object({ database: z.string().max(60), key: bytesSchema.nullable() }),
  ),
  /**
   * Makes a recovery code for the sheet that is printed, for a first set-up or to replace the old
   * one; nothing is changed until `setUp` or `renewRecovery` is called with it. Groups of Crockford
   * characters with a check at the end.
   */
  'protection.prepare': channel(z.strictObject({}), z.object({ recovery: z.string().max(200) })),
  /**
   * Switches protection on: writes new, enciphered files and removes the old ones. `recovery` is the
   * code that `prepare` gave; a null passphrase is allowed only when the key store is used.
   */
  'protection.setUp': channel(
    z.strictObject({ passphrase: secret.nullable(), keyStore: z.boolean(), recovery: z.string() }),
    z.discriminatedUnion('ok', [
      done,
      z.object({
        ok: z.literal(false),
        reason: z.enum([
          ...(['already', 'too-short', 'no-way', 'unknown-recovery'] as const),
          ...(['key-store-refused', 'disk-full', 'failed'] as const),
        ]),
      }),
    ]),
  ),
  'protection.unlock': channel(z.strictObject({ way: unlockWaySchema }), opened),
  /** Locks the screen of every window. `no-way`: without protection there is nothing to lock with. */
  'protection.lock': channel(
    z.strictObject({}),
    z.discriminatedUnion('ok', [
      done,
      z.object({ ok: z.literal(false), reason: z.literal('no-way') }),
    ]),
  ),
  /** Sets, changes or (null, with the key store in use) removes the passphrase. */
  'protection.changePassphrase': channel(
    z.strictObject({ proof: unlockWaySchema, next: secret.nullable() }),
    z.union([
      done,
      notOpened,
      z.object({ ok: z.literal(false), reason: z.enum(['too-short', 'last-way']) }),
    ]),
  ),
  /** Replaces the recovery code; the old sheet opens nothing any more. */
  'protection.renewRecovery': channel(
    z.strictObject({ proof: unlockWaySchema, recovery: z.string() }),
    z.union([
      done,
      notOpened,
      z.object({ ok: z.literal(false), reason: z.literal('unknown-recovery') }),
    ]),
  ),
  /** Uses the machine's key store, or no longer. `last-way`: there would be no other way in. */
  'protection.useKeyStore': channel(
    z.strictObject({ use: z.boolean() }),
    z.discriminatedUnion('ok', [
      done,
      z.object({ ok: z.literal(false), reason: z.enum(['refused', 'last-way']) }),
    ]),
  ),
};

export const protectionEvents = {
  /** Locked, unlocked or switched: every window asks for the status again. */
  'protection.changed': z.strictObject({ state: z.enum(['none', 'locked', 'open']) }),
  /** How a switch-on is getting on; `done` of `total` counts operations, then attachments. */
  'protection.progress': z.strictObject({
    step: z.enum(['journal', 'attachments', 'backup']),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
  }),
};
