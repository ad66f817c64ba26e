// @ts-check
import { readdirSync } from 'node:fs';
import { at, readJson } from './project.mjs';

/**
 * What a runner counted. The reporters beside this file write it, `npm test` adds it up.
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string; reason: string }[]} skipped
 */

/** @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: [] });

/** @param {Counts[]} list @returns {Counts} */
export function sum(list) {
  return list.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: [...total.skipped, ...skipped],
    }),
    none(),
  );
}

/**
 * The counts of a step that ended. A check without tests of its own (format, lint …) counts as
 * one. A runner that failed without a failed test (a crash, an unhandled error, a time-out), or
 * that succeeded without finding one, counts as one failure.
 * @param {{ exit: number; file?: string | undefined }} outcome
 * @returns {Counts & { note: string | null }}
 */
export function countsOf({ exit, file }) {
  if (file === undefined)
    return { ...none(), passed: exit === 0 ? 1 : 0, failed: exit === 0 ? 0 : 1, note: null };
  const written = /** @type {Counts | null} */ (readJson(file));
  const counts = written ?? none();
  if (exit !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, note: `the runner itself failed (exit code ${exit})` };
  const ran = counts.passed + counts.failed;
  if (ran + counts.skipped.length === 0)
    return { ...counts, failed: 1, note: 'no test ran, although there are test files' };
  if (ran === 0) return { ...counts, note: 'every test was skipped; the reasons are below' };
  return { ...counts, note: null };
}

/** The last line of `npm test`. @param {Counts} counts */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped.length} skipped`;

/**
 * Whether there is a test file below one of these folders.
 * @param {string[]} folders project-relative
 */
export function hasTests(folders) {
  return folders.some((folder) => {
    try {
      return readdirSync(at(folder), { recursive: true }).some((name) =>
        /\.(test|spec)\.tsx?$/.test(String(name)),
      );
    } catch {
      return false;
    }
  });
}
