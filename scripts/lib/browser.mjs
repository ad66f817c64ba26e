// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Plain } from './project.mjs';

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const ON_MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const ON_WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @returns {string[]} where a browser may be, the likely ones first */
function candidates() {
  const { env, platform } = process;
  if (platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ON_MAC.map((name) => join(folder, name)),
    );
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder === undefined ? [] : ON_WINDOWS.map((name) => join(folder, name)),
    );
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The installed Chromium, Chrome or Edge; `CHROMIUM_PATH` names one explicitly.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Plain(`CHROMIUM_PATH names ${named}, which is not a program.`);
  }
  return candidates().find(isExecutable) ?? null;
}

/** Whether a window can be shown at all. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Chromium refuses its sandbox to root on Linux. */
export const isLinuxRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

/**
 * A browser from a snap may write only below its own folder; its private profile must lie there.
 * @param {string} browser
 */
function isSnap(browser) {
  const real = realpathSync(browser);
  if (real === '/usr/bin/snap' || real.startsWith('/snap/')) return true;
  return statSync(real).size < 20_000 && readFileSync(real, 'latin1').includes('/snap/bin/');
}

/**
 * Where the window keeps its data: with the Rostrum profile, unless the browser may not write there.
 * @param {string} browser @param {string} profile
 */
export function browserData(browser, profile) {
  if (!isSnap(browser)) return join(profile, 'browser');
  const name = `rostrum-${Buffer.from(profile).toString('hex').slice(-24)}`;
  return join(homedir(), 'snap', 'chromium', 'common', name);
}

/**
 * Arguments for an app window of its own, which talks to nobody but the host.
 * @param {string} browser @param {string} url @param {string} profile
 */
export function windowArguments(browser, url, profile) {
  return [
    `--app=${url}`,
    `--user-data-dir=${browserData(browser, profile)}`,
    '--window-size=1440,900',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-client-side-phishing-detection',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--metrics-recording-only',
    '--password-store=basic',
    '--disable-features=AutofillServerCommunication,InterestFeedContentSuggestions,MediaRouter,OptimizationHints,Translate',
    ...(isLinuxRoot() ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/**
 * A browser for the tests: the one that is there, else Debian's package when this is root.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  const howTo =
    'The end-to-end tests need Chromium, Chrome or Edge, and none was found. Install one ' +
    '(Debian, Ubuntu: "apt-get install chromium" as root), or name it in CHROMIUM_PATH.';
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' });
  if (!isLinuxRoot() || apt.status !== 0) throw new Plain(howTo);
  console.log('Installing Chromium (Debian package) …');
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  const installed = findBrowser();
  if (installed === null) throw new Plain(howTo);
  return installed;
}
