import Papa from 'papaparse';
import { error, refuse, warning, type Issue, type Refusal } from '../issue';
import { LIMITS } from '../limits';
import { withoutBlankEnd, type Sheet } from '../table/sheet';
import { guessSeparator, type Separator } from './separator';

export type CsvIssueCode =
  /** A quotation mark is opened and never closed: everything after it is in one cell. */
  | 'unclosed-quote'
  /** A quotation mark in the middle of a cell. */
  | 'stray-quote';

/** `params.limit` states the bound that was passed; `row` and `column` the place of a long cell. */
export type CsvRefusal = 'too-many-rows' | 'too-many-columns' | 'cell-too-long';

export interface ReadCsv {
  readonly ok: true;
  readonly sheet: Sheet;
  readonly separator: Separator;
  readonly issues: readonly Issue<CsvIssueCode>[];
}

function lineBreaks(row: readonly string[]): number {
  let count = 0;
  for (const cell of row)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * Text → one sheet. Separator `,` `;` or tab (sniffed unless given); line ends CR, LF or CRLF, also
 * mixed, and inside quotation marks; inside a cell they all become `\n`.
 */
export function readCsv(
  text: string,
  options: { readonly separator?: Separator; readonly name?: string } = {},
): ReadCsv | Refusal<CsvRefusal> {
  const lines = text.replace(/\r\n?/g, '\n');
  const separator = options.separator ?? guessSeparator(lines, LIMITS.sampleBytes);
  const stated = /^sep=[,;\t]\n/i.exec(lines)?.[0] ?? '';
  const parsed = Papa.parse<string[]>(lines.slice(stated.length), {
    delimiter: separator,
    newline: '\n',
    quoteChar: '"',
    preview: LIMITS.rows + 1,
  });
  if (parsed.data.length > LIMITS.rows) return refuse('too-many-rows', { limit: LIMITS.rows });

  const firstLine: number[] = [];
  let line = stated === '' ? 1 : 2;
  for (const row of parsed.data) {
    firstLine.push(line);
    if (row.length > LIMITS.columns)
      return refuse('too-many-columns', { row: line, limit: LIMITS.columns });
    const long = row.findIndex((cell) => cell.length > LIMITS.cellCharacters);
    if (long >= 0)
      return refuse('cell-too-long', { row: line, column: long, limit: LIMITS.cellCharacters });
    line += 1 + lineBreaks(row);
  }

  const issues: Issue<CsvIssueCode>[] = [];
  for (const problem of parsed.errors) {
    const row = problem.row === undefined ? null : (firstLine[problem.row] ?? null);
    if (problem.code === 'MissingQuotes') issues.push(error('unclosed-quote', { row }));
    else if (problem.code === 'InvalidQuotes') issues.push(warning('stray-quote', { row }));
  }
  const sheet = withoutBlankEnd({ name: options.name ?? '', rows: parsed.data, firstLine });
  return { ok: true, sheet, separator, issues };
}
