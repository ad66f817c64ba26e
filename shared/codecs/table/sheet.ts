/** A table as a file holds it, before anybody knows what its columns mean. */
export interface Sheet {
  /** Name of the worksheet; the empty text for a text file. */
  readonly name: string;
  /** Cells as text, row by row; rows may differ in length. */
  readonly rows: readonly (readonly string[])[];
  /** For each row its line in the file (row of the worksheet), counted from 1. */
  readonly firstLine: readonly number[];
}

/** The text of a cell without surrounding space; the empty text where there is none. */
export function cellAt(row: readonly string[] | undefined, column: number | undefined): string {
  return column === undefined ? '' : (row?.[column] ?? '').trim();
}

export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The sheet without blank rows at its end. */
export function withoutBlankEnd(sheet: Sheet): Sheet {
  let end = sheet.rows.length;
  while (end > 0 && isBlank(sheet.rows[end - 1] ?? [])) end--;
  return end === sheet.rows.length
    ? sheet
    : { ...sheet, rows: sheet.rows.slice(0, end), firstLine: sheet.firstLine.slice(0, end) };
}
