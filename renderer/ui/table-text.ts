import type { Column } from './data-table';

export type CellText = string | number | null;

/** What a table shows, as text: what is copied and exported. */
export interface TableText {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellText[])[];
}

/** A cell as it is read: the column's text, else its value. */
export function textOf<Row>(column: Column<Row>, row: Row): CellText {
  return column.text === undefined ? column.value(row) : column.text(row);
}

export function tableText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): TableText {
  const shown = columns.filter(({ control }) => control !== true);
  return {
    headers: shown.map(({ header }) => header),
    rows: rows.map((row) => shown.map((column) => textOf(column, row))),
  };
}

/** Begins like a formula: a spreadsheet that it is pasted into would compute it. */
const FORMULA = /^[=+\-@\t\r]/;

const tsvCell = (cell: CellText): string => {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const flat = cell.replace(/[\t\r\n]+/g, ' ');
  return FORMULA.test(cell) ? `'${flat}` : flat;
};

/** Tab-separated text, as spreadsheets paste it; with headers when there is more than one row. */
export function toTsv({ headers, rows }: TableText): string {
  const lines = rows.length > 1 ? [headers, ...rows] : rows;
  return lines.map((line) => line.map(tsvCell).join('\t')).join('\n');
}
