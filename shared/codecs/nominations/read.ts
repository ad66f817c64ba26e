import { ListReading } from './list-reading';
import type {
  NominationInput,
  NominationList,
  NominationPart,
  NominationRow,
  ReadingContext,
} from './types';

/** How many rows there are of each verdict. */
export function verdictCounts(rows: readonly NominationRow[]): NominationList['counts'] {
  const counts = { new: 0, changed: 0, same: 0, conflict: 0, error: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return counts;
}

/**
 * The mapped sheets of one list → rows with a verdict each, against what is there already and
 * against one another. Nothing is written and nothing is decided: the preview shows it, and a human
 * takes it over. The same list read again after it was taken over has only rows that are `same`.
 */
export function readParts(
  parts: readonly NominationPart[],
  reading: ReadingContext,
): NominationList {
  const { rows } = new ListReading(parts, reading);
  return { rows, counts: verdictCounts(rows) };
}

/** {@link readParts} of a list of one sheet. */
export function readNominations({ sheet, mapping, ...reading }: NominationInput): NominationList {
  return readParts([{ sheet, mapping }], reading);
}
