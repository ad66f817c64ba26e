import {
  writeXlsx,
  type CellStyle,
  type CellValue as LibraryValue,
  type WriteSheet,
} from 'hucre/xlsx';
import { LIMITS } from '../limits';
import type { CellValue, Column } from '../table/column';
import { columnLetters } from './cells';

/** One worksheet: a title and notes above, the table with its header, notes below. */
export interface SheetSpec<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly title?: string;
  /** Lines under the title (what is counted, as of when, marked synthetic, …). */
  readonly notes?: readonly string[];
  /** Lines under the table (definitions, sources). */
  readonly footnotes?: readonly string[];
  readonly rightToLeft?: boolean;
}

export interface WorkbookProperties {
  readonly title: string;
  /** ISO instant; it is in the file, so the same input gives the same bytes. */
  readonly madeAt: string;
}

const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const NOTE: CellStyle = { font: { italic: true, color: { rgb: '595959' } } };
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  border: { bottom: { style: 'thin', color: { rgb: '5B7FA6' } } },
  alignment: { vertical: 'center', wrapText: true },
};
const BODY: Record<Column<never>['type'], CellStyle | undefined> = {
  text: undefined,
  number: undefined,
  date: { numFmt: 'yyyy-mm-dd' },
  datetime: { numFmt: 'yyyy-mm-dd hh:mm' },
};
const WIDTH: Record<Column<never>['type'], number> = {
  text: 24,
  number: 12,
  date: 12,
  datetime: 18,
};

/** What XML 1.0 cannot hold, half characters included. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as a workbook can hold it. The format reads `_x0041_` as an escape for `A`, and the
 * library writes such a text as it is: its first underscore is escaped here.
 */
function writable(text: string): string {
  return text
    .slice(0, LIMITS.cellCharacters)
    .replace(UNWRITABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/;

/** ISO text → the wall clock as the library takes it; anything else stays a text. */
function dateCell(text: string): LibraryValue {
  const match = ISO.exec(text);
  if (match === null) return writable(text);
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part || 0));
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return Number.isNaN(time) ? writable(text) : new Date(time);
}

function libraryValue(value: CellValue, type: Column<never>['type']): LibraryValue {
  if (value === null || value === '') return null;
  if (typeof value === 'number') {
    if (type === 'number') return Number.isFinite(value) ? value : null;
    return writable(String(value));
  }
  return type === 'date' || type === 'datetime' ? dateCell(value) : writable(value);
}

function librarySheet<Row>(spec: SheetSpec<Row>, name: string): WriteSheet {
  const above = [...(spec.title === undefined ? [] : [spec.title]), ...(spec.notes ?? [])];
  const header = above.length + (above.length > 0 ? 1 : 0);
  const styled = new Map<string, { style: CellStyle }>();
  const rows: LibraryValue[][] = above.map((text) => [writable(text)]);
  above.forEach((_, at) =>
    styled.set(`${at},0`, { style: at === 0 && spec.title !== undefined ? TITLE : NOTE }),
  );
  if (above.length > 0) rows.push([]);
  rows.push(spec.columns.map((column) => writable(column.header)));
  spec.columns.forEach((_, column) => styled.set(`${header},${column}`, { style: HEADER }));
  for (const row of spec.rows)
    rows.push(spec.columns.map((column) => libraryValue(column.value(row), column.type)));
  const last = rows.length;
  if (spec.footnotes !== undefined && spec.footnotes.length > 0) {
    rows.push([]);
    for (const note of spec.footnotes) {
      styled.set(`${rows.length},0`, { style: NOTE });
      rows.push([writable(note)]);
    }
  }
  const range = `A${header + 1}:${columnLetters(Math.max(0, spec.columns.length - 1))}${last}`;
  return {
    name,
    rows,
    cells: styled,
    columns: spec.columns.map(({ type, width }) => {
      const style = BODY[type];
      return { width: width ?? WIDTH[type], ...(style === undefined ? {} : { style }) };
    }),
    freezePane: { rows: header + 1 },
    ...(spec.columns.length > 0 && spec.rows.length > 0 ? { autoFilter: { range } } : {}),
    ...(spec.rightToLeft === true ? { view: { rightToLeft: true } } : {}),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Sheet names: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, all different. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, at) => {
    const clean = name
      .replace(/[[\]:*?/\\]|\p{Cc}/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = clean === '' ? `Sheet ${at + 1}` : clean;
    for (let copy = 1; ; copy++) {
      const suffix = copy === 1 ? '' : ` (${copy})`;
      const candidate = `${[...base]
        .slice(0, 31 - suffix.length)
        .join('')
        .trim()}${suffix}`;
      if (!taken.has(candidate.toLowerCase())) {
        taken.add(candidate.toLowerCase());
        return candidate;
      }
    }
  });
}

/** A sheet whose rows have been forgotten, so that sheets of different rows fit one workbook. */
export interface PreparedSheet {
  readonly name: string;
  readonly build: (name: string) => WriteSheet;
}

export function sheetOf<Row>(spec: SheetSpec<Row>): PreparedSheet {
  return { name: spec.name, build: (name) => librarySheet(spec, name) };
}

/**
 * Sheets → bytes of a workbook. Texts are texts, whatever they begin with; numbers and dates are
 * typed; the header is frozen and can be filtered. The same input gives the same bytes.
 */
export async function writeWorkbook(
  sheets: readonly PreparedSheet[],
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const madeAt = new Date(properties.madeAt);
  return writeXlsx({
    sheets: sheets.map((sheet, at) => sheet.build(names[at] ?? sheet.name)),
    properties: {
      title: writable(properties.title),
      creator: 'Rostrum',
      created: madeAt,
      modified: madeAt,
    },
  });
}
