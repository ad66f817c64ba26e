import { randomUUID } from 'node:crypto';
import type { AnswerOf } from '@shared/contract/contract';
import type { Draft, Stamped } from '@shared/operation/operation';

/** The host's part in signing in, with PINs in the clear: the real ones are slow hashes. */
export class HostPins {
  /** PINs by operator. */
  readonly pins = new Map<string, string>();
  /** How long the next try has to wait after a wrong one, in milliseconds. */
  waitMs = 0;
  /** Who signed in, in order. */
  readonly signedIn: string[] = [];

  check(operator: string, pin: string | null): AnswerOf<'operators.signIn'> {
    const known = this.pins.get(operator);
    if (known === undefined || known === pin) return { ok: true };
    return { ok: false, reason: pin === null ? 'pin-needed' : 'wrong', waitMs: this.waitMs };
  }

  /** Keeps a PIN (null: removes it); gives what is journaled of that. */
  keep(operator: string, pin: string | null, journal: readonly Stamped[]): Draft {
    if (pin === null) this.pins.delete(operator);
    else this.pins.set(operator, pin);
    const over = journal
      .map(({ operation }) => operation)
      .filter(({ type, body }) => type === 'operator.secured' && body['id'] === operator)
      .map(({ id }) => id);
    return {
      ...{ id: randomUUID(), type: 'operator.secured', v: 1, meeting: null, blobs: [] },
      ...{ over, subjects: [operator], personal: null },
      body: { id: operator, set: { secured: pin !== null } },
    };
  }
}
