import type { Pattern } from './pattern';

/** One kind of value in a chart: how it is called and drawn. */
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly pattern: Pattern;
}

/** One row of a chart, and of the table behind it. */
export interface ChartRow {
  readonly key: string;
  readonly name: string;
  /** By key of the series. */
  readonly values: Readonly<Record<string, number>>;
  /** At the end of the row, in words of the language: a total, "155 of 160". */
  readonly label: string;
  readonly onOpen?: () => void;
}

export interface ChartData {
  /** What the rows are: heads the table's first column. */
  readonly rowHeader: string;
  readonly series: readonly Series[];
  readonly rows: readonly ChartRow[];
  /** Heads the column of the rows' labels; without it the table has none. */
  readonly total?: string;
  /** The values of a row are parts of a whole. */
  readonly stacked: boolean;
}
