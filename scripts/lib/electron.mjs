// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, readJson, writeJson } from './project.mjs';

const FOLDER = at('node_modules', 'electron');
const MEMORY = at('build', '.stamp', 'electron.json');
const DAY = 24 * 60 * 60 * 1000;

/** Electron's own test of completeness: version and path.txt are the last files it writes. */
export function electronBinary() {
  try {
    const { version } = readJson(join(FOLDER, 'package.json')) ?? {};
    const present = readFileSync(join(FOLDER, 'dist', 'version'), 'utf8')
      .replace(/^v/, '')
      .trim();
    const program = join(FOLDER, 'dist', readFileSync(join(FOLDER, 'path.txt'), 'utf8').trim());
    return present === version && existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * Fetch Electron's binary with its own installer, within a time limit. A failure is remembered for
 * a day, so that the next start on a machine without network does not wait again.
 * @param {number} limit milliseconds
 * @returns {Promise<{ ok: true; program: string } | { ok: false; why: string }>}
 */
export async function fetchElectron(limit) {
  const { version } = readJson(join(FOLDER, 'package.json')) ?? {};
  const memory = readJson(MEMORY);
  if (memory !== null && memory['version'] === version && Date.now() - memory['at'] < DAY)
    return { ok: false, why: `${memory['why']}; tried less than a day ago` };
  console.log(`Fetching Electron's binary (at most ${limit / 1000} s) …`);
  const why = await install(limit);
  const program = electronBinary();
  if (program !== null) return { ok: true, program };
  const reason = why ?? 'the installer left no binary';
  writeJson(MEMORY, { version, at: Date.now(), why: reason });
  return { ok: false, why: reason };
}

/** @param {number} limit @returns {Promise<string | null>} why it failed */
function install(limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(FOLDER, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (text) => (errors += text));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(`not fetched within ${limit / 1000} s`);
    }, limit);
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? null : `could not be fetched: ${firstLine(errors)}`);
    });
  });
}

/** @param {string} text */
const firstLine = (text) => /** @type {string} */ (text.trim().split('\n')[0]).slice(0, 160);
