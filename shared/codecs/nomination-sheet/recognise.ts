import { foldLabel } from '../table/fold-label';
import { cellAt, type Sheet } from '../table/sheet';
import type { NominationMapping } from '../nominations/types';
import { MARK, MARK_VERSION, SHEET_FIELDS, type SheetField } from './columns';

/** A nomination sheet that came back: what is needed to read it without asking. */
export interface RecognisedSheet {
  /** The worksheet with the people; rows that nobody filled in are empty. */
  readonly sheet: Sheet;
  readonly mapping: NominationMapping;
  readonly language: string;
  /** Code of the party whose sheet it is. */
  readonly party: string;
  /** Id of the meeting that it was made for. */
  readonly meeting: string;
}

/** Headings that a row must have before it is taken for the sheet's own. */
const LEAST_HEADINGS = 4;

function mapped(sheet: Sheet, headings: ReadonlyMap<string, SheetField>): NominationMapping | null {
  let best: NominationMapping | null = null;
  let most = LEAST_HEADINGS - 1;
  for (const [headerRow, cells] of sheet.rows.slice(0, 40).entries()) {
    const columns: Partial<Record<SheetField, number>> = {};
    for (const [column, cell] of cells.entries()) {
      const field = headings.get(foldLabel(cell));
      if (field !== undefined) columns[field] ??= column;
    }
    const found = Object.keys(columns).length;
    if (found <= most) continue;
    most = found;
    best = { headerRow, columns };
  }
  return best;
}

/** Rows in which only the delegation stands, as the sheet was handed out, are empty. */
function withoutUnfilled(sheet: Sheet, { headerRow, columns }: NominationMapping): Sheet {
  const first = headerRow === null ? 0 : headerRow + 1;
  const rows = sheet.rows.map((cells, at) =>
    at >= first && cells.every((cell, column) => column === columns.party || cell.trim() === '')
      ? []
      : cells,
  );
  return { ...sheet, rows };
}

/**
 * Finds the hidden mark of a nomination sheet among a workbook's sheets; `null` when there is none,
 * when it is of a later version, or when its headings are gone: then it is a list like any other.
 */
export function recogniseNominationSheet(sheets: readonly Sheet[]): RecognisedSheet | null {
  const mark = sheets.find(({ rows }) => cellAt(rows[0], 0) === MARK);
  if (mark === undefined || cellAt(mark.rows[0], 1) !== String(MARK_VERSION)) return null;
  const said = new Map(mark.rows.map((row) => [cellAt(row, 0), cellAt(row, 1)]));
  const headings = new Map<string, SheetField>();
  for (const field of SHEET_FIELDS) {
    const heading = foldLabel(said.get(field) ?? '');
    if (heading !== '') headings.set(heading, field);
  }
  for (const sheet of sheets) {
    const mapping = sheet === mark ? null : mapped(sheet, headings);
    if (mapping === null) continue;
    return {
      ...{ sheet: withoutUnfilled(sheet, mapping), mapping },
      language: said.get('language') ?? '',
      party: said.get('for-party') ?? '',
      meeting: said.get('for-meeting') ?? '',
    };
  }
  return null;
}
