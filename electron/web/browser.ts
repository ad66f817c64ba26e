import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge'],
];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/**
 * An installed Chromium, Chrome or Edge, or null. `CHROMIUM_PATH` names another one. Only places that
 * such a browser is installed to are looked at, and nothing is started.
 */
export function findBrowser(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | null {
  return candidates(env, platform).find(canRun) ?? null;
}

function candidates(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string[] {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return isAbsolute(chosen) ? [chosen] : [];
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const base = env[name];
      return base === undefined ? [] : WINDOWS.map((path) => join(base, path));
    });
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
