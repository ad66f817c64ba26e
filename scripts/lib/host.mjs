// @ts-check
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { at, Plain, readJson } from './project.mjs';

/**
 * Where this user's desk lives unless `--profile` says otherwise; the same as
 * `electron/settings/profile.ts`, which is not built yet when this is asked.
 */
export function defaultProfile(
  /** @type {Pick<NodeJS.Process, 'env' | 'platform'>} */ { env, platform } = process,
  home = homedir(),
) {
  const named = env['ROSTRUM_PROFILE'];
  if (named) return resolve(named);
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Rostrum');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Rostrum');
  const data = env['XDG_DATA_HOME'];
  return join(data && isAbsolute(data) ? data : join(home, '.local', 'share'), 'rostrum');
}

/**
 * Which shell has this profile open, as far as its own note says; a note whose process is gone is
 * none. Whether it really answers is for the shell itself to find out.
 * @param {string} profile
 * @returns {'web' | 'electron' | null}
 */
export function holderOf(profile) {
  const { pid, shell } = readJson(join(profile, 'instance.json')) ?? {};
  if (!Number.isInteger(pid) || (shell !== 'web' && shell !== 'electron')) return null;
  try {
    process.kill(pid, 0);
    return shell;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' ? shell : null;
  }
}

/**
 * @typedef {object} Ready what the host says on standard output when it can be used
 * @property {string} url lets one window in
 * @property {boolean} joined the address belongs to a host that was already running
 */

/**
 * Start the built web host and wait for its ready line on standard output. When another one serves
 * this profile, the new one hands over that one's address and ends.
 * @param {object} options
 * @param {string} options.profile
 * @param {number | undefined} [options.port]
 * @param {Record<string, string>} [options.environment] on top of this process's own
 * @param {(stop: () => void) => void} [options.onStart] gets the way to end it, from its first moment
 */
export async function startHost({ profile, port, environment = {}, onStart }) {
  const args = [at('build', 'web', 'main.js')];
  if (port !== undefined) args.push('--port', String(port));
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, ROSTRUM_PROFILE: profile },
  });
  onStart?.(() => child.kill('SIGTERM'));
  /** @type {Promise<number>} */
  const exited = new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
  /** @type {Promise<Ready>} */
  const ready = new Promise((done) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = readReady(line);
      if (message === null) console.log(line);
      else done(message);
    });
  });
  const message = await Promise.race([ready, exited.then(() => null)]);
  if (message === null)
    throw new Plain('The program stopped before it was ready; see its message above.');
  return { child, exited, ...message };
}

/** The ready line, or null for any other. @param {string} line @returns {Ready | null} */
export function readReady(line) {
  if (!line.startsWith('{')) return null;
  try {
    const { ready, url, joined } = JSON.parse(line);
    return ready === true && typeof url === 'string' ? { url, joined: joined === true } : null;
  } catch {
    return null;
  }
}
