import type { CellValue, Column } from '../table/column';
import type { Separator } from './separator';

/**
 * Characters that make a spreadsheet program take a text for a formula when it opens the file,
 * their full-width forms (which East Asian versions accept) included.
 */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Any separator forces quotes: the reader's program may be set to another one than ours. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
/** Characters that no text needs and that XML 1.0 cannot hold; tab and line ends stay. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

function field(value: CellValue, type: Column<never>['type']): string {
  if (value === null) return '';
  // A number is written bare, also a negative one: it is inert, and it must stay a number.
  if (type === 'number' && typeof value === 'number') return String(value);
  const text = String(value).replace(CONTROL, '');
  const inert = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export interface CsvOptions {
  readonly separator?: Separator;
  /** UTF-8 byte order mark: Excel takes the file for its own code page without it. */
  readonly bom?: boolean;
}

/**
 * Rows → CSV text (RFC 4180, CRLF). A text that could act as a formula gets an apostrophe before
 * it, so that nothing a user typed runs in somebody's spreadsheet.
 */
export function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: CsvOptions = {},
): string {
  const separator = options.separator ?? ',';
  const lines = [columns.map((column) => field(column.header, 'text')).join(separator)];
  for (const row of rows)
    lines.push(columns.map((column) => field(column.value(row), column.type)).join(separator));
  return `${options.bom === true ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
