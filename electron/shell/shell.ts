import type { Shell } from '../bridge/shell-port';
import { createDialogs } from './dialogs';
import { createPrinter } from './printing';
import { openWindow } from './windows';

/** What the bridge asks of Electron: its windows, its dialogs, its printing. */
export function createElectronShell(options: {
  preload: string;
  scratch: string;
  now: () => number;
}): Shell {
  const { preload, scratch, now } = options;
  return {
    kind: 'electron',
    async openWindow({ route }) {
      await openWindow(preload, route);
      return { ok: true, open: null };
    },
    ...createDialogs(now),
    printPdf: createPrinter(scratch),
  };
}
