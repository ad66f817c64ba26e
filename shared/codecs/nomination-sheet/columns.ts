import type { NominationField } from '../nominations/header-names';

/** The columns of a nomination sheet, in their order. */
export const SHEET_FIELDS = [
  'party',
  'honorific',
  'familyName',
  'givenName',
  'nativeName',
  'institution',
  'jobTitle',
  'capacity',
  'modality',
  'email',
  'gender',
  'sourceKind',
  'sourceNumber',
  'sourceDate',
  'remarks',
] as const satisfies readonly NominationField[];
export type SheetField = (typeof SHEET_FIELDS)[number];

/** What the hidden worksheet says in its first cell: the sheet was made here. */
export const MARK = 'rostrum-nomination-sheet';
/** Raised when a sheet of an earlier program could no longer be read the same way. */
export const MARK_VERSION = 1;
