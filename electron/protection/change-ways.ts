import { MIN_PASSPHRASE } from '@shared/contract/protection';
import type { KeyFile } from './key-file';
import type { PreparedCodes } from './prepared-codes';
import type { Cost } from './slow-hash';
import { makeSecretSlot, makeStoreSlot, passphraseBytes, passphraseLength } from './slots';
import type { KeyStore, Protection } from './types';
import { notOpened, openBy, storeState, type NotOpened, type WaysOptions } from './ways';

/** Data that is open, and unlocked: only then may the ways to it be changed. */
export interface OpenDesk {
  readonly file: KeyFile;
  readonly dataKey: Uint8Array;
}

/** A new slot of the key store's; null when it refuses, or protects nothing. */
export async function storeSlotFor(store: KeyStore, dataKey: Uint8Array) {
  return (await storeState(store)) === 'available' ? makeStoreSlot(store, dataKey) : null;
}

/** A passphrase that is to be used, when it is long enough. */
export const isLongEnough = (passphrase: string): boolean =>
  passphraseLength(passphrase) >= MIN_PASSPHRASE;

/**
 * Changes who can open the data, not the data key: a copy of an older key file, kept elsewhere, still
 * opens with what was valid then.
 */
export function changeWays(options: {
  /** Null while locked or unprotected. */
  desk: () => OpenDesk | null;
  save: (file: KeyFile) => void;
  ways: WaysOptions;
  prepared: PreparedCodes;
  cost: Cost;
  /** Whether the key store did not open its slot when it was last asked. */
  storeRefused: () => boolean;
}): Pick<Protection, 'changePassphrase' | 'renewRecovery' | 'useKeyStore'> {
  const { desk, save, ways, prepared, cost, storeRefused } = options;

  /**
   * Whoever changes a way shows another one anew: the desk may stand open and unattended. The key
   * store counts, or who lost passphrase and sheet could not save the data that lies open before them.
   */
  const prove = async (
    file: KeyFile,
    proof: Parameters<typeof openBy>[0],
  ): Promise<NotOpened | null> => {
    const opened = await openBy(proof, file, ways);
    if (!opened.ok) return opened;
    opened.dataKey.fill(0);
    return null;
  };

  return {
    changePassphrase: async ({ proof, next }) => {
      const open = desk();
      if (open === null) return notOpened('refused');
      const { file, dataKey } = open;
      if (next !== null && !isLongEnough(next)) return { ok: false, reason: 'too-short' };
      if (next === null && (file.keyStore === null || storeRefused())) {
        return { ok: false, reason: 'last-way' };
      }
      const failed = await prove(file, proof);
      if (failed !== null) return failed;
      const passphrase =
        next === null
          ? null
          : await makeSecretSlot('passphrase', passphraseBytes(next), dataKey, cost);
      save({ ...file, passphrase });
      ways.attempts.forgive('passphrase');
      return { ok: true };
    },

    renewRecovery: async ({ proof, recovery }) => {
      const open = desk();
      if (open === null) return notOpened('refused');
      const { file, dataKey } = open;
      const secret = prepared.find(recovery);
      if (secret === null) return { ok: false, reason: 'unknown-recovery' };
      const failed = await prove(file, proof);
      if (failed !== null) return failed;
      save({ ...file, recovery: await makeSecretSlot('recovery', secret, dataKey, cost) });
      ways.attempts.forgive('recovery');
      prepared.wipe();
      return { ok: true };
    },

    useKeyStore: async ({ use }) => {
      const open = desk();
      if (open === null) return { ok: false, reason: 'refused' };
      const { file, dataKey } = open;
      if (!use) {
        if (file.passphrase === null) return { ok: false, reason: 'last-way' };
        save({ ...file, keyStore: null });
        return { ok: true };
      }
      const keyStore = await storeSlotFor(ways.keyStore, dataKey);
      if (keyStore === null) return { ok: false, reason: 'refused' };
      save({ ...file, keyStore });
      return { ok: true };
    },
  };
}
