import { config } from 'zod';

/**
 * Pages forbid `eval` and its kin; zod would try it once, to compile its schemas, and the browser would
 * report a violation. Imported for its effect, *before* any module that makes a schema: first in every
 * entry of the renderer, workers included.
 */
config({ jitless: true });
