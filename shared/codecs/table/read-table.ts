import { readCsv, type CsvIssueCode, type CsvRefusal } from '../csv/read';
import type { Separator } from '../csv/separator';
import type { Issue, Refusal } from '../issue';
import { decodeText, type Encoding, type TextIssueCode, type TextRefusal } from '../text/decode';
import { fileKind, type FileKind } from '../text/file-kind';
import { readWorkbook, type WorkbookIssueCode, type WorkbookRefusal } from '../xlsx/read';
import type { Sheet } from './sheet';

export type TableIssueCode = TextIssueCode | CsvIssueCode | WorkbookIssueCode;
export type TableRefusal = TextRefusal | CsvRefusal | WorkbookRefusal;

export interface ReadTable {
  readonly ok: true;
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue<TableIssueCode>[];
  /** How a text file was read; `null` for a workbook. The user can name other ones. */
  readonly text: { readonly encoding: Encoding; readonly separator: Separator } | null;
}

export interface TableOptions {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
}

/** Kinds that the reader of workbooks reads, or refuses with the better reason. */
const WORKBOOKS = new Set<FileKind>(['xlsx', 'xlsb', 'xls', 'xls-xml', 'encrypted-office']);

/** Bytes of a table, text or workbook, whatever the file is called → its sheets. */
export async function readTable(
  bytes: Uint8Array,
  options: TableOptions = {},
): Promise<ReadTable | Refusal<TableRefusal>> {
  if (WORKBOOKS.has(fileKind(bytes))) {
    const workbook = await readWorkbook(bytes);
    return workbook.ok ? { ...workbook, text: null } : workbook;
  }
  const { encoding, separator } = options;
  const decoded = decodeText(bytes, encoding === undefined ? {} : { encoding });
  if (!decoded.ok) return decoded;
  const csv = readCsv(decoded.text, separator === undefined ? {} : { separator });
  if (!csv.ok) return csv;
  return {
    ok: true,
    sheets: [csv.sheet],
    issues: [...decoded.issues, ...csv.issues],
    text: { encoding: decoded.encoding, separator: csv.separator },
  };
}
