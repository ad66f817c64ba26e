import type { ProtectionStatus } from '@shared/contract/protection';

/** What the host says of a desk that was never protected. */
export const UNPROTECTED: ProtectionStatus = {
  state: 'none',
  lock: null,
  ways: { passphrase: false, keyStore: false, recovery: false },
  keyStore: 'none',
  operators: [],
  waitMs: 0,
  interrupted: false,
};
