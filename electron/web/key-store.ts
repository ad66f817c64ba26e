import type { KeyStore } from '../protection/types';

const noStore = (): never => {
  throw new Error('there is no key store');
};

/** A browser offers the host no way to the machine's key store. */
export const NO_KEY_STORE: KeyStore = {
  state: async () => 'none',
  seal: async () => noStore(),
  open: async () => noStore(),
};
