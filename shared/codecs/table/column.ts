export type CellValue = string | number | null;

/**
 * A column of an exported table. Types are stated, never inferred: a text that looks like a number
 * or a formula stays a text. `date` takes `YYYY-MM-DD`, `datetime` `YYYY-MM-DDTHH:mm[:ss]` (as
 * shown to the reader: without zone), `number` a finite number.
 */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly type: 'text' | 'number' | 'date' | 'datetime';
  /** Characters wide; by type when absent. */
  readonly width?: number;
  readonly value: (row: Row) => CellValue;
}
