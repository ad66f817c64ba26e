import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { OpenStore } from '../settings/document';

/**
 * electron-store over a settings file. It listens on a synchronous channel for pages that make stores of
 * their own; here there are none, and a channel without a sender check is not kept.
 */
export const openElectronStore: OpenStore = (options) => {
  const store = new ElectronStore({ ...options, configFileMode: 0o600 });
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
};
