import { writeCsv } from '../csv/write';
import type { CellValue, Column } from '../table/column';
import { sheetOf, writeWorkbook, type SheetSpec } from '../xlsx/write';

/** A row of a document's table: one value for each column. */
export type Cells = readonly CellValue[];

/** A table of a document, before anybody knows whether it becomes a worksheet or a text file. */
export interface Table extends SheetSpec<Cells> {
  /** Names the table in every language: for files and for tests. */
  readonly key: string;
  /** A last column of a text file alone, which has no lines under its table. */
  readonly besides?: Column<Cells> | undefined;
}

export interface ColumnSpec {
  readonly key: string;
  readonly header: string;
  readonly type: Column<Cells>['type'];
  readonly width?: number;
}

export interface TableSpec extends Omit<Table, 'columns'> {
  readonly columns: readonly ColumnSpec[];
}

/** Columns by position, so that tables of different rows are of one kind. */
export function tableOf({ columns, ...rest }: TableSpec): Table {
  return {
    ...rest,
    columns: columns.map((column, at) => ({ ...column, value: (row: Cells) => row[at] ?? null })),
  };
}

/** How a text file marks rows about invented people; a worksheet says it in its notes. */
export interface Mark {
  readonly header: string;
  readonly value: string;
}

/** A document made of tables; the same input gives the same document. */
export interface DocumentModel {
  readonly title: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly tables: readonly Table[];
  readonly mark: Mark | null;
}

/** The document as a workbook, a worksheet for each table. */
export function documentWorkbook(model: DocumentModel): Promise<Uint8Array> {
  return writeWorkbook(
    model.tables.map((table) => sheetOf(table)),
    { title: model.title, madeAt: model.madeAt },
  );
}

/**
 * One table as CSV text with a byte order mark. A text file has no notes above its header, so
 * invented data is marked in every row.
 */
export function tableCsv(table: Table, mark: Mark | null): string {
  const marked: Column<Cells>[] =
    mark === null
      ? []
      : [{ key: 'mark', header: mark.header, type: 'text', value: () => mark.value }];
  const besides = table.besides === undefined ? [] : [table.besides];
  return writeCsv([...marked, ...table.columns, ...besides], table.rows, { bom: true });
}
