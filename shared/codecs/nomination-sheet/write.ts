import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { UnLanguage } from '../../domain/language';
import { columnLetters } from '../xlsx/cells';
import { MARK, MARK_VERSION, SHEET_FIELDS, type SheetField } from './columns';
import { SHEET_WORDS, type SheetWords } from './words';

export interface NominationSheetSpec {
  readonly language: UnLanguage;
  /** Whose sheet it is; the name as it is written into the sheet. */
  readonly party: { readonly code: string; readonly name: string };
  readonly meeting: { readonly id: string; readonly title: string };
  /** Last day for nominations, as the reader is told; `null`: none is set. */
  readonly until: string | null;
  /** ISO instant: the same input gives the same bytes. */
  readonly madeAt: string;
}

/** People that a sheet has room for; rows below take more, without drop-downs. */
export const SHEET_ROWS = 60;

const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const LABEL: CellStyle = { font: { bold: true } };
const NOTE: CellStyle = { font: { color: { rgb: '595959' } } };
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  border: { bottom: { style: 'thin', color: { rgb: '5B7FA6' } } },
  alignment: { vertical: 'center', wrapText: true },
};
const FIXED: CellStyle = {
  font: { color: { rgb: '595959' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
};
const DAY: CellStyle = { numFmt: 'yyyy-mm-dd' };
/** Texts stay texts: a document number that looks like a date does not become one. */
const TEXT: CellStyle = { numFmt: '@' };

const WIDTHS: Partial<Record<SheetField, number>> = {
  ...{ party: 26, honorific: 12, institution: 30, jobTitle: 26, email: 30, remarks: 30 },
  ...{ gender: 14, modality: 16, sourceDate: 14 },
};

/** What can be chosen in a column that has a list. */
function choicesOf(words: SheetWords, party: string): Partial<Record<SheetField, string[]>> {
  return {
    party: [party],
    honorific: [...words.honorifics],
    capacity: Object.values(words.capacities),
    modality: Object.values(words.modalities),
    gender: Object.values(words.genders),
    sourceKind: Object.values(words.sourceKinds),
  };
}

const LISTS = 'Lists';

/**
 * A workbook that a focal point fills in: drop-downs where there is something to choose, the
 * delegation fixed, and a hidden worksheet by which the import recognises it and needs no mapping.
 */
export async function writeNominationSheet(spec: NominationSheetSpec): Promise<Uint8Array> {
  const { language, party, meeting, until } = spec;
  const words = SHEET_WORDS[language];
  const choices = choicesOf(words, party.name);
  const cells = new Map<string, { style: CellStyle }>();
  const above: (string | null)[][] = [
    [words.title],
    [meeting.title],
    [words.delegation, party.name],
    ...(until === null ? [] : [[words.until, until]]),
    ...words.how.map((line) => [line]),
    [],
  ];
  cells.set('0,0', { style: TITLE });
  cells.set('1,0', { style: LABEL });
  cells.set('2,1', { style: LABEL });
  const noted = above.length - 1 - words.how.length;
  words.how.forEach((_, at) => cells.set(`${noted + at},0`, { style: NOTE }));
  const header = above.length;
  SHEET_FIELDS.forEach((_, column) => cells.set(`${header},${column}`, { style: HEADER }));
  const blank = (): (string | null)[] =>
    SHEET_FIELDS.map((field) => (field === 'party' ? party.name : null));
  const rows = Array.from({ length: SHEET_ROWS }, blank);
  rows.forEach((_, at) => cells.set(`${header + 1 + at},0`, { style: FIXED }));

  const first = header + 2;
  const last = header + 1 + SHEET_ROWS;
  const lists = SHEET_FIELDS.flatMap((field, column) => {
    const own = choices[field];
    return own === undefined ? [] : [{ column, own }];
  });
  const sheet: WriteSheet = {
    name: words.sheet,
    rows: [...above, SHEET_FIELDS.map((field) => words.headings[field]), ...rows],
    cells,
    columns: SHEET_FIELDS.map((field) => ({
      width: WIDTHS[field] ?? 20,
      style: field === 'sourceDate' ? DAY : TEXT,
    })),
    freezePane: { rows: header + 1 },
    dataValidations: [
      ...lists.map(({ column, own }, at) => ({
        type: 'list' as const,
        range: `${columnLetters(column)}${first}:${columnLetters(column)}${last}`,
        formula1: `${LISTS}!$${columnLetters(at)}$1:$${columnLetters(at)}$${own.length}`,
        ...{ allowBlank: true, showErrorMessage: true, errorStyle: 'stop' as const },
        errorMessage: words.notInList,
      })),
    ],
    ...(language === 'ar' ? { view: { rightToLeft: true } } : {}),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  const longest = Math.max(...lists.map(({ own }) => own.length));
  const hidden: WriteSheet = {
    name: LISTS,
    veryHidden: true,
    rows: Array.from({ length: longest }, (_, at) => lists.map(({ own }) => own[at] ?? null)),
  };
  const mark: WriteSheet = {
    name: 'Rostrum',
    veryHidden: true,
    rows: [
      [MARK, MARK_VERSION],
      ['language', language],
      ['for-party', party.code],
      ['for-meeting', meeting.id],
      ...SHEET_FIELDS.map((field) => [field, words.headings[field]]),
    ],
  };
  const madeAt = new Date(spec.madeAt);
  return writeXlsx({
    sheets: [sheet, hidden, mark],
    properties: { title: words.title, creator: 'Rostrum', created: madeAt, modified: madeAt },
  });
}
