import type { BadgeTemplate } from '../../domain/badge/settings';

/** Paper, and where on it the labels lie. Millimetres. */
export interface Sheet {
  readonly id: string;
  /** What it is, for whoever chooses: sheets are cut by hand, labels are ready, a printer feeds. */
  readonly kind: 'labels' | 'cut' | 'printer' | 'tent';
  readonly page: Size;
  readonly label: Size;
  readonly columns: number;
  readonly rows: number;
  /** Of the first label's upper left corner. */
  readonly left: number;
  readonly top: number;
  /** From one label to the next. */
  readonly across: number;
  readonly down: number;
  /** Paper that has no labels of its own gets marks to cut along. */
  readonly cutMarks: boolean;
  readonly templates: readonly BadgeTemplate[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const A4: Size = { width: 210, height: 297 };
const LETTER: Size = { width: 215.9, height: 279.4 };
const INCH = 25.4;

interface Grid {
  readonly id: string;
  readonly kind: 'labels' | 'cut';
  readonly page: Size;
  readonly label: Size;
  readonly columns: number;
  readonly rows: number;
  readonly across?: number;
  readonly down?: number;
  readonly templates: readonly BadgeTemplate[];
}

/** Labels in the middle of the page, as every sheet here has them. */
function grid({ id, kind, page, label, columns, rows, templates, ...pitch }: Grid): Sheet {
  const across = pitch.across ?? label.width;
  const down = pitch.down ?? label.height;
  const left = (page.width - (columns - 1) * across - label.width) / 2;
  const top = (page.height - (rows - 1) * down - label.height) / 2;
  const place = { columns, rows, left, top, across, down };
  return { id, kind, page, label, ...place, cutMarks: kind === 'cut', templates };
}

/** A page that is one label. */
function single(
  id: string,
  kind: 'printer' | 'tent',
  page: Size,
  templates: readonly BadgeTemplate[],
): Sheet {
  const place = { columns: 1, rows: 1, left: 0, top: 0, across: page.width, down: page.height };
  return { id, kind, page, label: page, ...place, cutMarks: false, templates };
}

const size = (width: number, height: number): Size => ({ width, height });

/**
 * Common papers, by their measures: brands number the same sheet differently. Sheets of labels lie
 * symmetrically on their page, so that it does not matter which edge goes in first.
 */
export const SHEETS: readonly Sheet[] = [
  grid({
    ...{ id: 'a4-single', kind: 'cut', page: A4, label: size(105, 148), columns: 1, rows: 1 },
    templates: ['portrait', 'landscape'],
  }),
  grid({
    ...{ id: 'a4-105x148', kind: 'cut', page: A4, label: size(105, 148.5), columns: 2, rows: 2 },
    templates: ['portrait', 'landscape'],
  }),
  grid({
    ...{ id: 'a4-99x139', kind: 'labels', page: A4, label: size(99.1, 139), columns: 2, rows: 2 },
    ...{ across: 101.6, templates: ['portrait'] },
  }),
  grid({
    ...{ id: 'a4-99x68', kind: 'labels', page: A4, label: size(99.1, 67.7), columns: 2, rows: 4 },
    ...{ across: 101.6, templates: ['landscape'] },
  }),
  grid({
    ...{ id: 'a4-90x52', kind: 'labels', page: A4, label: size(90, 52), columns: 2, rows: 5 },
    templates: ['landscape'],
  }),
  grid({
    ...{ id: 'a4-80x50', kind: 'labels', page: A4, label: size(80, 50), columns: 2, rows: 5 },
    ...{ across: 95, down: 55, templates: ['landscape'] },
  }),
  grid({
    ...{ id: 'letter-108x140', kind: 'cut', page: LETTER, label: size(107.95, 139.7) },
    ...{ columns: 2, rows: 2, templates: ['portrait', 'landscape'] },
  }),
  grid({
    ...{ id: 'letter-102x76', kind: 'labels', page: LETTER, label: size(4 * INCH, 3 * INCH) },
    ...{ columns: 2, rows: 3, templates: ['landscape'] },
  }),
  grid({
    ...{ id: 'letter-86x59', kind: 'labels', page: LETTER },
    ...{ label: size(3.375 * INCH, (7 / 3) * INCH), columns: 2, rows: 4 },
    ...{ across: 3.75 * INCH, down: 2.5 * INCH, templates: ['landscape'] },
  }),
  single('badge-86x124', 'printer', size(86, 124), ['portrait']),
  single('badge-105x148', 'printer', size(105, 148), ['portrait', 'landscape']),
  single('label-102x152', 'printer', size(4 * INCH, 6 * INCH), ['portrait', 'landscape']),
  single('card-54x86', 'printer', size(54, 86), ['portrait']),
  single('card-86x54', 'printer', size(86, 54), ['landscape']),
  single('roll-62x100', 'printer', size(62, 100), ['portrait']),
  single('roll-100x62', 'printer', size(100, 62), ['landscape']),
  single('a4-tent', 'tent', size(297, 210), ['nameplate']),
  single('letter-tent', 'tent', size(279.4, 215.9), ['nameplate']),
];

export function sheetsFor(template: BadgeTemplate): readonly Sheet[] {
  return SHEETS.filter(({ templates }) => templates.includes(template));
}

/** The sheet of that name if the template can lie on it, else the first that it can. */
export function sheetFor(template: BadgeTemplate, id: string): Sheet {
  const possible = sheetsFor(template);
  const found = possible.find((sheet) => sheet.id === id) ?? possible[0];
  if (found === undefined) throw new Error(`no sheet for ${template}`);
  return found;
}

export const labelsOf = ({ columns, rows }: Sheet): number => columns * rows;

/** Where the label at a place lies, places being counted in rows from the upper left, from 0. */
export function placeOf(sheet: Sheet, at: number): { readonly x: number; readonly y: number } {
  return {
    x: sheet.left + (at % sheet.columns) * sheet.across,
    y: sheet.top + Math.floor(at / sheet.columns) * sheet.down,
  };
}

/**
 * Two halves that are folded along the middle: a tent always, a badge where its paper is higher than
 * wide. A lying badge on a lying label is not folded.
 */
export function isFolded(template: BadgeTemplate, { width, height }: Size): boolean {
  if (template === 'nameplate') return true;
  return template === 'landscape' && height > width;
}
