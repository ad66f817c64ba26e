import type { Operation } from '../operation/operation';
import type { Vector } from './vector';

/** Where operations can be found by replica and number. */
export interface OperationSource {
  /** Every replica of which there are operations, with the greatest number known. */
  highest(): Iterable<readonly [replica: string, seq: number]>;
  /** Operations of a replica with a number above `seq`, ascending, at most `limit`. */
  above(replica: string, seq: number, limit: number): Operation[];
}

/**
 * Operations that the owner of the vector `theirs` lacks, at most `limit`, each replica's in order
 * of its numbers: whoever merges them and asks again gets on, however small the pages. The cost
 * follows what is missing, not what there is.
 */
export function difference(
  source: OperationSource,
  theirs: Vector,
  limit = Number.MAX_SAFE_INTEGER,
): Operation[] {
  const missing: Operation[] = [];
  for (const [replica, highest] of source.highest()) {
    if (missing.length >= limit) break;
    const known = (Object.hasOwn(theirs, replica) ? theirs[replica] : undefined) ?? 0;
    if (known >= highest) continue;
    for (const operation of source.above(replica, known, limit - missing.length)) {
      missing.push(operation);
    }
  }
  return missing;
}
