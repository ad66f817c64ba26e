// @ts-check
/**
 * `npm start`: installs what is missing, builds what is stale and opens Rostrum, in Electron when
 * its binary can be had, else in a browser window. Plain JavaScript for Node 20 and later.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import {
  browserData,
  findBrowser,
  hasDisplay,
  isLinuxRoot,
  windowArguments,
} from './lib/browser.mjs';
import { prepareBrowserProfile } from './lib/browser-profile.mjs';
import { electronBinary, fetchElectron } from './lib/electron.mjs';
import { defaultProfile, holderOf, startHost } from './lib/host.mjs';
import { ensureInstalled, onProjectNode } from './lib/install.mjs';
import { Plain, ROOT, run } from './lib/project.mjs';

const HELP = `npm start -- [options]

  --web            open in a browser window even when Electron is there
  --no-window      open no window: print the address and serve
  --profile DIR    keep the desk's data in DIR (default: ${defaultProfile()})
  --port N         serve on this port (web only; default: the port of the last start)
  --help           this text

  ROSTRUM_SHELL=web|electron   which shell, by environment
  ROSTRUM_PROFILE=DIR          the same as --profile
  CHROMIUM_PATH=FILE           the browser to use
  ELECTRON_TIMEOUT=SECONDS     how long fetching Electron may take (default: 20)`;

/** How long Electron must live to count as started. */
const SETTLED_MS = 3000;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        web: { type: 'boolean', default: false },
        'no-window': { type: 'boolean', default: false },
        profile: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
      throw new Error(`--port wants a number from 0 to 65535, not "${values.port}"`);
    return { ...values, port, profile: resolve(values.profile ?? defaultProfile()) };
  } catch (error) {
    throw new Plain(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
  }
}

/** @typedef {ReturnType<typeof options>} Options */

/**
 * Which shell, and why, in words for whoever started it.
 * @param {Options} chosen
 * @returns {Promise<{ program: string | null; why: string }>} program: Electron, or null for web
 */
async function chooseShell(chosen) {
  const wanted = process.env['ROSTRUM_SHELL'] || undefined;
  if (wanted !== undefined && wanted !== 'web' && wanted !== 'electron')
    throw new Plain(`ROSTRUM_SHELL is "${wanted}"; it may be "web" or "electron".`);
  if (chosen['no-window']) return { program: null, why: 'no window was asked for' };
  if (chosen.web || wanted === 'web') return { program: null, why: 'it was asked for' };
  if (!hasDisplay() && wanted !== 'electron') return { program: null, why: 'there is no display' };
  const present = electronBinary();
  if (present !== null) return { program: present, why: 'its binary is there' };
  const limit = Number(process.env['ELECTRON_TIMEOUT'] ?? 20) * 1000;
  const fetched = await fetchElectron(limit);
  if (fetched.ok) return { program: fetched.program, why: 'its binary was fetched' };
  if (wanted === 'electron')
    throw new Plain(`ROSTRUM_SHELL=electron, but Electron's binary is missing: ${fetched.why}.`);
  return { program: null, why: `Electron's binary is missing (${fetched.why})` };
}

/**
 * Run Electron until it is closed. Resolves with its exit code, or with null when it could not
 * start at all (no libraries, no user namespaces), so that the web shell can take over.
 * @param {string} program @param {Options} chosen
 * @returns {Promise<number | null>}
 */
function runElectron(program, chosen) {
  const args = [ROOT];
  if (isLinuxRoot()) {
    console.log(
      'You are root, so Chromium cannot sandbox its pages. Better start as a normal user.',
    );
    args.unshift('--no-sandbox');
  }
  const started = performance.now();
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ROSTRUM_PROFILE: chosen.profile },
  });
  forwardSignals(() => child.kill('SIGTERM'));
  return new Promise((done) => {
    child.on('error', () => done(null));
    child.on('exit', (code) => {
      const failed = code !== 0 && performance.now() - started < SETTLED_MS;
      done(failed ? null : (code ?? 0));
    });
  });
}

/** @param {() => void} stop */
function forwardSignals(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
}

/**
 * Open an app window on a host, or print the address when there is no window to be had.
 * @param {string} url @param {Options} chosen
 */
function openWindow(url, chosen) {
  const browser = chosen['no-window'] || !hasDisplay() ? null : findBrowser();
  if (browser === null) {
    console.log('Open this address in Chromium, Chrome or Edge on this computer:');
    console.log(`  ${url}`);
    return null;
  }
  if (isLinuxRoot())
    console.log(
      'You are root, so the browser runs without its sandbox. Better start as a normal user.',
    );
  mkdirSync(chosen.profile, { recursive: true, mode: 0o700 });
  prepareBrowserProfile(browserData(browser, chosen.profile));
  const child = spawn(browser, windowArguments(browser, url, chosen.profile), { stdio: 'ignore' });
  child.on('error', (error) => console.error(`The browser could not be started: ${error.message}`));
  return child;
}

/**
 * Serve the program, or join the one that serves this profile already.
 * @param {Options} chosen @param {string} why said only when this start is the one that serves
 */
async function runWeb(chosen, why) {
  const host = await startHost({ ...chosen, onStart: forwardSignals });
  if (host.joined) {
    console.log('Rostrum is running already; this start only opens another window of it.');
    openWindow(host.url, chosen)?.unref();
    return host.exited;
  }
  console.log(`Rostrum runs in a browser window, without Electron: ${why}.`);
  const window = openWindow(host.url, chosen);
  if (window === null) console.log('It serves until you press Ctrl+C.');
  else window.on('exit', () => host.child.kill('SIGTERM'));
  const code = await host.exited;
  window?.kill('SIGTERM');
  return code;
}

/** @param {Options} chosen */
async function open(chosen) {
  const holder = holderOf(chosen.profile);
  if (holder === 'web') return runWeb(chosen, 'the profile was open in a browser window');
  const { program, why } = await chooseShell(chosen);
  if (program === null) {
    if (holder === 'electron')
      throw new Plain('Rostrum is running already, in Electron; close it there first.');
    return runWeb(chosen, why);
  }
  // Electron finds the first one by its own lock and shows its window.
  console.log(
    holder === 'electron'
      ? 'Rostrum is running already, in Electron; its window comes to the front.'
      : `Rostrum runs in Electron: ${why}.`,
  );
  const outcome = await runElectron(program, chosen);
  return outcome ?? runWeb(chosen, 'Electron could not start on this computer');
}

await run(async () => {
  const chosen = options();
  if (chosen.help) {
    console.log(HELP);
    return 0;
  }
  ensureInstalled();
  const code = await onProjectNode();
  if (code !== null) return code;
  await build();
  return open(chosen);
});
