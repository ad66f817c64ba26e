import { safeStorage } from 'electron';
import type { KeyStore } from '../protection/types';

/**
 * The machine's key store by way of Electron: Keychain, DPAPI, or a Linux desktop's secret service. Usable
 * when the app is ready. Linux without such a service has a fall-back that protects nothing, because its
 * key is in Chromium's source; it is told apart here and not used.
 */
export function electronKeyStore(platform: NodeJS.Platform): KeyStore {
  return {
    async state() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none';
      return platform === 'linux' && isPlainText() ? 'plain-text' : 'available';
    },
    // The store takes text.
    seal: async (bytes) =>
      new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64'))),
    async open(sealed) {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
      return new Uint8Array(Buffer.from(result, 'base64'));
    },
  };
}

/** `unknown` is what it says before it has looked, and is no promise. */
function isPlainText(): boolean {
  const backend = safeStorage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown';
}
