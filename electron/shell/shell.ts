import { session } from 'electron';
import type { Shell } from '../bridge/shell-port';
import type { Profile } from '../settings/profile';
import { createDialogs } from './dialogs';
import { APP_ORIGIN } from './origin';
import { createPrinter } from './printing';
import { openWindow } from './windows';

/** What the bridge asks of Electron: its windows, its dialogs, its printing. */
export function createElectronShell(options: {
  preload: string;
  places: Pick<Profile, 'memory' | 'scratch'>;
  now: () => number;
}): Shell {
  const { preload, places, now } = options;
  return {
    kind: 'electron',
    async openWindow({ route }) {
      await openWindow(preload, route);
      return { ok: true, open: null };
    },
    async clearStorage() {
      await session.defaultSession.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] });
      return { fetch: null };
    },
    ...createDialogs(now),
    printPdf: createPrinter(places),
  };
}
