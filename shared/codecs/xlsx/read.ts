import { readXlsx, type CellValue, type Sheet as LibrarySheet } from 'hucre/xlsx';
import { refuse, warning, type Issue, type Refusal } from '../issue';
import { LIMITS } from '../limits';
import { isBlank, withoutBlankEnd, type Sheet } from '../table/sheet';
import { fileKind } from '../text/file-kind';
import { cellName, dateText, numberText } from './cells';
import { checkPackage, type PackageRefusal } from './package-check';

/** In every issue `params.sheet` names the worksheet and `value` the first cell (`B3`). */
export type WorkbookIssueCode =
  /** The value that the workbook last calculated is taken. `params.count`. */
  | 'formula-cached-value'
  /** A formula that was never calculated: its cell is empty. `params.count`. */
  | 'formula-without-value'
  /** `#N/A` and the like: the cells are empty. `params.count`. */
  | 'error-cells'
  /** Cells merged downwards were filled with their value. `params.count`. */
  | 'merged-cells-filled'
  /** Cells merged sideways: the value stands in the first of them. `params.count`. */
  | 'merged-cells'
  /** The worksheet is hidden in the workbook. */
  | 'hidden-sheet';

/** `not-a-workbook`: `params.kind` says what it is instead. */
export type WorkbookRefusal =
  | PackageRefusal
  | 'empty'
  | 'not-a-workbook'
  | 'password-protected'
  | 'old-workbook'
  | 'too-large'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'cell-too-long';

export interface ReadWorkbook {
  readonly ok: true;
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue<WorkbookIssueCode>[];
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return dateText(value);
}

/** Counts what happened in a sheet and remembers where it happened first. */
class Tally {
  private readonly found = new Map<
    WorkbookIssueCode,
    { count: number; row: number; column: number }
  >();

  add(code: WorkbookIssueCode, row: number, column: number): void {
    const one = this.found.get(code);
    if (one === undefined) this.found.set(code, { count: 1, row, column });
    else one.count++;
  }

  issues(sheet: string): Issue<WorkbookIssueCode>[] {
    return [...this.found].map(([code, { count, row, column }]) =>
      warning(code, {
        row: row + 1,
        column,
        value: cellName(row, column),
        params: { sheet, count },
      }),
    );
  }
}

/**
 * Fills cells merged downwards (a delegation's name beside its five people). Sideways merges are
 * titles and stay in their first cell.
 */
function fillMerges(source: LibrarySheet, rows: string[][], tally: Tally): void {
  for (const merge of source.merges ?? []) {
    if (merge.endRow === merge.startRow) {
      if (merge.endCol > merge.startCol) tally.add('merged-cells', merge.startRow, merge.startCol);
      continue;
    }
    const value = rows[merge.startRow]?.[merge.startCol] ?? '';
    if (value.trim() === '') continue;
    const last = Math.min(merge.endRow, rows.length - 1);
    for (let at = merge.startRow + 1; at <= last; at++) {
      const row = rows[at];
      if (row === undefined) continue;
      while (row.length <= merge.startCol) row.push('');
      row[merge.startCol] = value;
    }
    tally.add('merged-cells-filled', merge.startRow, merge.startCol);
  }
}

function noteDetails(source: LibrarySheet, rows: string[][], tally: Tally): void {
  for (const [place, cell] of source.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const text = rows[row]?.[column] ?? '';
    const failed =
      cell.type === 'error' || /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/.test(text);
    if (failed) {
      const target = rows[row];
      if (target !== undefined) target[column] = '';
      tally.add('error-cells', row, column);
    } else if (cell.formula !== undefined)
      tally.add(text === '' ? 'formula-without-value' : 'formula-cached-value', row, column);
  }
}

interface ReadSheet {
  readonly sheet: Sheet;
  readonly issues: readonly Issue<WorkbookIssueCode>[];
}

function toSheet(source: LibrarySheet): ReadSheet | Refusal<WorkbookRefusal> {
  const { name } = source;
  if (source.rows.length > LIMITS.rows)
    return refuse('too-many-rows', { sheet: name, limit: LIMITS.rows });
  const rows: string[][] = [];
  for (const [at, cells] of source.rows.entries()) {
    const row = cells.map(cellText);
    while (row.length > 0 && row.at(-1) === '') row.pop();
    if (row.length > LIMITS.columns)
      return refuse('too-many-columns', { sheet: name, row: at + 1, limit: LIMITS.columns });
    const long = row.findIndex((cell) => cell.length > LIMITS.cellCharacters);
    if (long >= 0)
      return refuse('cell-too-long', {
        sheet: name,
        row: at + 1,
        column: long,
        limit: LIMITS.cellCharacters,
      });
    rows.push(row);
  }
  const tally = new Tally();
  noteDetails(source, rows, tally);
  fillMerges(source, rows, tally);
  const issues = tally.issues(name);
  if (source.hidden === true || source.veryHidden === true)
    issues.push(warning('hidden-sheet', { params: { sheet: name } }));
  return {
    sheet: withoutBlankEnd({ name, rows, firstLine: rows.map((_, at) => at + 1) }),
    issues,
  };
}

/** The library throws its own errors on a file that is not what it says; everything else is a bug. */
function whyUnreadable(cause: unknown): Refusal<WorkbookRefusal> | null {
  if (!(cause instanceof Error)) return null;
  if (cause.name === 'EncryptedFileError') return refuse('password-protected');
  if (/cells\), over the/.test(cause.message)) return refuse('too-many-cells');
  return refuse('damaged');
}

/**
 * Bytes of a workbook → all its sheets as text. Dates become ISO text, formulas their last
 * calculated value, cells merged downwards are filled; each is reported. Passwords, old formats,
 * files that are something else, damage and anything over the bounds are refused with the reason.
 */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<ReadWorkbook | Refusal<WorkbookRefusal>> {
  if (bytes.length > LIMITS.fileBytes)
    return refuse('too-large', { bytes: bytes.length, limit: LIMITS.fileBytes });
  const kind = fileKind(bytes);
  if (kind === 'empty') return refuse('empty');
  if (kind === 'encrypted-office') return refuse('password-protected');
  if (kind === 'xls' || kind === 'xlsb' || kind === 'xls-xml')
    return refuse('old-workbook', { kind });
  if (kind !== 'xlsx') return refuse('not-a-workbook', { kind });
  const checked = checkPackage(bytes);
  if (!checked.ok) return checked;

  let library: readonly LibrarySheet[];
  try {
    // One row more than allowed shows that there were too many, at bounded cost.
    ({ sheets: library } = await readXlsx(bytes, { maxRows: LIMITS.rows + 1 }));
  } catch (cause) {
    const refusal = whyUnreadable(cause);
    if (refusal === null) throw cause;
    return refusal;
  }
  if (library.length > LIMITS.sheets)
    return refuse('too-many-sheets', { sheets: library.length, limit: LIMITS.sheets });

  const sheets: Sheet[] = [];
  const issues: Issue<WorkbookIssueCode>[] = [];
  for (const source of library) {
    const read = toSheet(source);
    if ('ok' in read) return read;
    sheets.push(read.sheet);
    issues.push(...read.issues);
  }
  if (sheets.every((sheet) => sheet.rows.every(isBlank))) return refuse('empty');
  return { ok: true, sheets, issues };
}
