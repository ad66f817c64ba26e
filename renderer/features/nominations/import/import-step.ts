import type { Issue, Refusal } from '@shared/codecs/issue';
import type { Choices } from '@shared/codecs/nominations/choice';
import type { DayOrder } from '@shared/codecs/nominations/dates';
import type { NominationField } from '@shared/codecs/nominations/header-names';
import type { NominationList, RowEdits } from '@shared/codecs/nominations/types';
import type { Sheet } from '@shared/codecs/table/sheet';
import type { HandedOut, MappedColumns } from '../../../workers/jobs/read-nominations';

export type Columns = Readonly<Partial<Record<NominationField, number>>>;

/** A worksheet that is taken over, and what it was taken for. */
export interface ListPart {
  readonly sheetAt: number;
  readonly sheet: Sheet;
  readonly guess: MappedColumns;
  /** As guessed, and as corrected by hand. */
  readonly columns: Columns;
}

/** A file that was opened. */
export interface OpenedList {
  readonly file: string;
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue[];
  /** The worksheets of it that are taken over, one at least. */
  readonly parts: readonly ListPart[];
  /** It is a nomination sheet that came back. */
  readonly handedOut: HandedOut | null;
}

/** What a human said about the list while looking at its rows. */
export interface Answers {
  /** Folded text → id of the party. */
  readonly settled: ReadonlyMap<string, string>;
  readonly dayOrder: DayOrder | null;
  readonly edits: RowEdits;
}

export const NO_ANSWERS: Answers = { settled: new Map(), dayOrder: null, edits: new Map() };

export type Step =
  | { readonly kind: 'file' }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: Refusal }
  | { readonly kind: 'columns'; readonly list: OpenedList }
  | {
      readonly kind: 'preview';
      readonly list: OpenedList;
      readonly read: NominationList;
      readonly answers: Answers;
      readonly choices: Choices;
    };

export function hasName({ fullName, familyName, givenName }: Columns): boolean {
  return fullName !== undefined || familyName !== undefined || givenName !== undefined;
}

export function hasParty({ party, organization }: Columns): boolean {
  return party !== undefined || organization !== undefined;
}

export function hasRows({ sheet, guess }: ListPart): boolean {
  return sheet.rows.length > (guess.headerRow === null ? 0 : guess.headerRow + 1);
}

/** Nothing has to be asked about the columns: a human said it before, or the form is known. */
export function isUnderstood({ parts, handedOut }: OpenedList, wholeParty: string | null): boolean {
  return parts.every((part) => {
    const { guess, columns } = part;
    const known = handedOut !== null || guess.profile !== null || guess.form !== null;
    const party = hasParty(columns) || handedOut !== null || wholeParty !== null;
    return known && party && hasName(columns) && hasRows(part);
  });
}

/** The sheet with the most rows: lists come with instructions beside them. */
export function largest(sheets: readonly Sheet[]): number {
  return sheets.reduce(
    (best, { rows }, at) => (rows.length > (sheets[best]?.rows.length ?? 0) ? at : best),
    0,
  );
}

/** The rows from which columns are guessed: the head of the sheet, and enough below it. */
const GUESS_ROWS = 600;

export function headOf(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.slice(0, GUESS_ROWS),
    firstLine: sheet.firstLine.slice(0, GUESS_ROWS),
  };
}
