import { join } from 'node:path';

/** A constructed file beside the specs. */
export const testFile = (name: string): string => join(import.meta.dirname, '..', 'files', name);
