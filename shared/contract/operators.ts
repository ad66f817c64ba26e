import { z } from 'zod';
import { channel } from './channel';

/** A PIN: 4 to 12 digits. */
export const pinSchema = z.string().regex(/^\d{4,12}$/);

const done = z.object({ ok: z.literal(true) });
const waitMs = z.number().int().nonnegative();
const refused = z.object({
  ok: z.literal(false),
  /** `wait`: too many wrong tries. `unknown`: no such operator, or not one any more. */
  reason: z.enum([
    'wrong',
    'wait',
    'pin-needed',
    'unknown',
    'not-permitted',
    'disk-full',
    'failed',
  ]),
  waitMs,
});
const answer = z.discriminatedUnion('ok', [done, refused]);

export const operatorsChannels = {
  /** Makes this operator the actor of everything that follows at this desk. */
  'operators.signIn': channel(
    z.strictObject({ operator: z.uuid(), pin: z.string().max(40).nullable() }),
    answer,
  ),
  /**
   * Sets or (null) removes an operator's PIN. `current` is the PIN until now, null when there is
   * none; a coordinator may reset another operator's PIN without it. The host journals a slow hash
   * of it, sealed.
   */
  'operators.setPin': channel(
    z.strictObject({
      operator: z.uuid(),
      current: z.string().max(40).nullable(),
      pin: pinSchema.nullable(),
    }),
    answer,
  ),
};
