// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. Everything here runs on Node 20 with nothing installed. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @param {...string} path */
export const at = (...path) => join(ROOT, ...path);

/**
 * One hash over files and everything below folders: names and contents, in a fixed order. A missing
 * path is part of the hash too.
 * @param {string[]} paths project-relative
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const entries = existsSync(at(path)) ? readEntries(path) : null;
    if (entries === null) hash.update(`${path}\0absent\0`);
    else if (entries === 'file') hash.update(`${path}\0`).update(readFileSync(at(path)));
    else for (const name of entries) add(`${path}/${name}`);
  };
  for (const path of [...paths].sort()) add(path);
  return hash.digest('hex');
}

/** @param {string} path @returns {string[] | 'file'} */
function readEntries(path) {
  try {
    return readdirSync(at(path)).sort();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return 'file';
    throw error;
  }
}

/** @param {string} file absolute @returns {Record<string, any> | null} null when absent or no JSON */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} file absolute @param {unknown} value */
export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** @param {number} since from `performance.now()` */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A failure whose message is all that somebody needs to read. */
export class Plain extends Error {}

/** Whether the file at this `import.meta.url` is the one that was started. @param {string} url */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/**
 * Run a script's main function: a plain failure is printed as its message, anything else in full.
 * @param {() => Promise<number | void>} main
 */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Plain ? error.message : error);
    process.exitCode = 1;
  }
}
