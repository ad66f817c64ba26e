import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The reading material beside the project (`../shared/data`). It is not part of the project, so a
 * test that needs it asks here and skips with a reason when it is absent.
 */
const root = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** Absolute path of a file of the reading material, or `null` when it is not on this machine. */
export function sharedData(path: string): string | null {
  const file = join(root, path);
  return existsSync(file) ? file : null;
}

/** Why a test that needs `path` is skipped; printed by the runner beside the test's name. */
export function missingData(path: string): string {
  return `needs ../shared/data/${path}, which is not on this machine`;
}
