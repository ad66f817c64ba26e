import type { ProtectionStatus } from '@shared/contract/protection';
import type { Attempts } from './attempts';
import type { KeyFile } from './key-file';
import type { Keys } from './subkeys';
import type { KeyStore, PinCheck } from './types';
import { storeState } from './ways';

/** How the data stands. */
export type Situation =
  | { readonly kind: 'none' }
  /** Something is sealed, and there is no key file that could be read. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'locked'; readonly file: KeyFile }
  | OpenSituation;

export interface OpenSituation {
  readonly kind: 'open';
  readonly file: KeyFile;
  readonly keys: Keys;
  /** Locked by somebody: the keys stay, the channels refuse. */
  readonly screen: boolean;
}

export function stateOf(situation: Situation): ProtectionStatus['state'] {
  if (situation.kind === 'none') return 'none';
  return situation.kind === 'open' && !situation.screen ? 'open' : 'locked';
}

/**
 * The key store opens to anybody who sits at the machine. It opens a locked screen only where there
 * is nothing that could be asked for, or the lock would be a button.
 */
export const opensScreenByStore = (file: KeyFile, pins: PinCheck): boolean =>
  file.passphrase === null && pins.operators().length === 0;

/** The same in the words of the bridge. */
export async function statusOf(
  situation: Situation,
  options: {
    keyStore: KeyStore;
    storeRefused: boolean;
    pins: PinCheck;
    attempts: Attempts;
    interrupted: boolean;
  },
): Promise<ProtectionStatus> {
  const { keyStore, storeRefused, pins, attempts, interrupted } = options;
  const store = await storeState(keyStore);
  const state = stateOf(situation);
  const file = situation.kind === 'locked' || situation.kind === 'open' ? situation.file : null;
  const screen = situation.kind === 'open' && situation.screen;
  const byStore = file !== null && file.keyStore !== null;
  return {
    state,
    lock: state === 'locked' ? (screen ? 'screen' : 'start') : null,
    ways: {
      passphrase: file !== null && file.passphrase !== null,
      keyStore: byStore && (!screen || opensScreenByStore(file, pins)),
      recovery: file !== null,
    },
    keyStore: store === 'available' && storeRefused ? 'refused' : store,
    operators: screen ? pins.operators() : [],
    waitMs: attempts.waitMs(file?.passphrase === null ? 'recovery' : 'passphrase'),
    interrupted,
  };
}
