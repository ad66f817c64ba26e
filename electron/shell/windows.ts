import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from './origin';

/** Options of every window that shows the app. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    // Shown when there is something to see.
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
    },
  };
}

/** Opens a window on a place in the app. */
export async function openWindow(preload: string, route: string): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  await window.loadURL(pageUrl(route));
  return window;
}

/** Brings the window to the front that was there first. */
export function showFirstWindow(): void {
  const window = BrowserWindow.getAllWindows().at(0);
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
