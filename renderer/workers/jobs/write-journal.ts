import { documentWorkbook, tableCsv, tableOf } from '@shared/codecs/documents/table';
import type { Cells, ColumnSpec, Mark } from '@shared/codecs/documents/table';

/** The journal as a table of plain values. */
export interface WriteJournalInput {
  readonly format: 'csv' | 'xlsx';
  readonly title: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly sheet: string;
  readonly notes: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly Cells[];
  readonly mark: Mark | null;
}

/** The bytes of a file of the journal. */
export async function writeJournalJob(input: WriteJournalInput): Promise<Uint8Array<ArrayBuffer>> {
  const { format, title, madeAt, sheet, notes, columns, rows, mark } = input;
  const table = tableOf({ key: 'journal', name: sheet, title, notes, columns, rows });
  return format === 'xlsx'
    ? new Uint8Array(await documentWorkbook({ title, madeAt, tables: [table], mark }))
    : new TextEncoder().encode(tableCsv(table, mark));
}
