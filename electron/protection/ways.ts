import type { AnswerOf } from '@shared/contract/contract';
import type { UnlockWay } from '@shared/contract/protection';
import { assertNever } from '@shared/operation/assert';
import type { Attempts, Gate } from './attempts';
import type { KeyFile } from './key-file';
import { readRecoveryCode } from './recovery-code';
import { openSecretSlot, openStoreSlot, passphraseBytes } from './slots';
import type { KeyStore } from './types';

export type NotOpened = Exclude<AnswerOf<'protection.unlock'>, { ok: true }>;
export type Opened = { ok: true; dataKey: Uint8Array } | NotOpened;

export const notOpened = (reason: NotOpened['reason'], waitMs = 0): NotOpened => ({
  ok: false,
  reason,
  waitMs,
});

export interface WaysOptions {
  readonly attempts: Attempts;
  readonly keyStore: KeyStore;
}

/** The data key, by one of the ways that lead to it. A PIN does not: it only opens a locked screen. */
export async function openBy(
  way: UnlockWay,
  { passphrase, recovery, keyStore }: KeyFile,
  options: WaysOptions,
): Promise<Opened> {
  const { attempts } = options;
  switch (way.kind) {
    case 'pin':
      return notOpened('no-such-way');
    case 'passphrase':
      if (passphrase === null) return notOpened('no-such-way');
      return guess(attempts, 'passphrase', () =>
        openSecretSlot('passphrase', passphraseBytes(way.passphrase), passphrase),
      );
    case 'recovery': {
      const secret = readRecoveryCode(way.code);
      // Mistyped: it is nobody's code, so nothing was guessed and nothing is counted.
      if (secret === null) {
        const wait = attempts.waitMs('recovery');
        return notOpened(wait > 0 ? 'wait' : 'wrong', wait);
      }
      return guess(attempts, 'recovery', () => openSecretSlot('recovery', secret, recovery));
    }
    case 'key-store': {
      if (keyStore === null) return notOpened('no-such-way');
      if ((await storeState(options.keyStore)) !== 'available') return notOpened('refused');
      const dataKey = await openStoreSlot(options.keyStore, keyStore);
      return dataKey === null ? notOpened('refused') : { ok: true, dataKey };
    }
    default:
      return assertNever(way);
  }
}

/** A key store that does not even say what it is, is none. */
export const storeState = (store: KeyStore): ReturnType<KeyStore['state']> =>
  store.state().catch(() => 'none' as const);

async function guess(
  attempts: Attempts,
  gate: Gate,
  open: () => Promise<Uint8Array | null>,
): Promise<Opened> {
  const found: { dataKey: Uint8Array | null } = { dataKey: null };
  const tried = await attempts.attempt(gate, async () => {
    found.dataKey = await open();
    return found.dataKey !== null;
  });
  if (!tried.ok) return notOpened(tried.reason, tried.waitMs);
  return found.dataKey === null ? notOpened('wrong') : { ok: true, dataKey: found.dataKey };
}
