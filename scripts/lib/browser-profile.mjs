// @ts-check
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readJson } from './project.mjs';

/**
 * What Chromium shall not write down. Names and texts are typed into its window; they belong into the
 * register, where they can be sealed and forgotten, and nowhere else.
 */
const PREFERENCES = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  search: { suggest_enabled: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
};

/** Where Chromium keeps what was typed into forms, and passwords. */
const FORM_DATA = ['Web Data', 'Web Data-journal', 'Login Data', 'Login Data-journal'];

/**
 * Makes or mends the browser's private profile before the browser starts: nothing that is typed stays
 * in it beside the program's own database. A profile that a browser has open is left alone.
 * @param {string} data the browser's `--user-data-dir`
 */
export function prepareBrowserProfile(data) {
  if (isInUse(data)) return;
  const folder = join(data, 'Default');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'Preferences');
  const found = readJson(file) ?? {};
  if (found.autofill?.profile_enabled !== false)
    for (const name of FORM_DATA) rmSync(join(folder, name), { force: true });
  writeFileSync(`${file}.new`, JSON.stringify(merged(found, PREFERENCES)), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  blockSessions(join(folder, 'Sessions'));
}

/**
 * In this folder Chromium keeps the open tabs for its next start, with what stands in their fields, and
 * no setting of version 156 keeps it from doing so. It does without when a file is in the way.
 * @param {string} path
 */
function blockSessions(path) {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile()) return;
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, '', { mode: 0o400 });
}

/**
 * On Windows the lock is a file that goes with its browser; elsewhere a link to `machine-process`, which
 * a browser that was killed leaves behind.
 * @param {string} data
 */
function isInUse(data) {
  if (existsSync(join(data, 'lockfile'))) return true;
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(join(data, 'SingletonLock')))?.[1]);
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is somebody else's; without a link, or without a process, there is no browser.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {Record<string, unknown>} found @param {Record<string, unknown>} wanted
 * @returns {Record<string, unknown>}
 */
function merged(found, wanted) {
  const result = { ...found };
  for (const [key, value] of Object.entries(wanted)) {
    const present = result[key];
    result[key] = isObject(value) && isObject(present) ? merged(present, value) : value;
  }
  return result;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
