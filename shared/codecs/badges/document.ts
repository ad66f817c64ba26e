import { assertNever } from '../../operation/assert';
import type { BadgeTemplate } from '../../domain/badge/settings';
import { htmlDocument } from '../documents/html';
import type { BadgeContent } from './content';
import { drawing, drawLine, logoSymbol, mm, type Logo, type Pen } from './draw';
import { landscapeFace } from './face-landscape';
import { nameplateFace } from './face-nameplate';
import { portraitFace } from './face-portrait';
import { fontFaces, type LoadedSlice } from './fonts';
import { LINE } from './palette';
import { isFolded, labelsOf, placeOf, type Sheet, type Size } from './sheets';

function face(pen: Pen, template: BadgeTemplate, content: BadgeContent, size: Size): string {
  switch (template) {
    case 'portrait':
      return portraitFace(pen, content, size);
    case 'landscape':
      return landscapeFace(pen, content, size);
    case 'nameplate':
      return nameplateFace(pen, content, size);
    default:
      return assertNever(template);
  }
}

/** Length of a mark at an edge. */
const MARK = 4;

/**
 * One badge or plate as it lies on its label. Folded ones have both sides on one face of the paper,
 * the upper one upside down, and marks where the fold is.
 */
export function drawLabel(
  pen: Pen,
  template: BadgeTemplate,
  content: BadgeContent,
  { width, height }: Size,
): string {
  if (!isFolded(template, { width, height }))
    return face(pen, template, content, { width, height });
  const half = height / 2;
  const side = face(pen, template, content, { width, height: half });
  return (
    `<g transform="rotate(180 ${mm(width / 2)} ${mm(half / 2)})">${side}</g>` +
    `<g transform="translate(0 ${mm(half)})">${side}</g>` +
    drawLine(0, half, MARK, half, LINE) +
    drawLine(width - MARK, half, width, half, LINE)
  );
}

/** Crosses at the corners of a label that is cut out by hand. */
function cutMarks(x: number, y: number, { width, height }: Size): string {
  const marks: string[] = [];
  for (const cx of [x, x + width]) {
    for (const cy of [y, y + height]) {
      marks.push(drawLine(cx - MARK / 2, cy, cx + MARK / 2, cy, LINE));
      marks.push(drawLine(cx, cy - MARK / 2, cx, cy + MARK / 2, LINE));
    }
  }
  return marks.join('');
}

/** What one page shows: labels at their places, from `first` on. */
export function drawPage(
  pen: Pen,
  template: BadgeTemplate,
  sheet: Sheet,
  contents: readonly BadgeContent[],
  first: number,
): string {
  const labels = contents.map((content, at) => {
    const { x, y } = placeOf(sheet, first + at);
    const label = drawLabel(pen, template, content, sheet.label);
    const marks = sheet.cutMarks ? cutMarks(x, y, sheet.label) : '';
    return `<g transform="translate(${mm(x)} ${mm(y)})">${label}</g>${marks}`;
  });
  return drawing(sheet.page.width, sheet.page.height, labels.join(''));
}

/** Contents page by page; the first page begins at `startAt`. */
export function pagesOf<T>(
  sheet: Sheet,
  contents: readonly T[],
  startAt: number,
): { readonly first: number; readonly contents: readonly T[] }[] {
  const all = labelsOf(sheet);
  const pages: { first: number; contents: readonly T[] }[] = [];
  let first = Math.min(startAt, all - 1);
  for (let at = 0; at < contents.length;) {
    const page = contents.slice(at, at + all - first);
    pages.push({ first, contents: page });
    at += page.length;
    first = 0;
  }
  return pages;
}

interface BadgeDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly sheet: Sheet;
  readonly fonts: readonly LoadedSlice[];
  readonly logo: Logo | null;
  /** From `drawPage`. */
  readonly pages: readonly string[];
}

/** The pages as a document that can be printed as it is, in exact millimetres. */
export function badgeDocument({
  language,
  title,
  sheet,
  fonts,
  logo,
  pages,
}: BadgeDocument): string {
  const { width, height } = sheet.page;
  const symbols =
    logo === null
      ? ''
      : `<svg xmlns="http://www.w3.org/2000/svg" class="symbols" width="0" height="0">${logoSymbol(logo)}</svg>`;
  const style =
    fontFaces(fonts) +
    `@page{size:${width}mm ${height}mm;margin:0}` +
    'html,body{margin:0;padding:0;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}' +
    'body>svg{display:block;break-after:page}body>svg:last-child{break-after:auto}' +
    'body>svg.symbols{position:absolute;break-after:auto}';
  return htmlDocument({
    ...{ language, direction: 'ltr', title, style },
    body: symbols + pages.join(''),
  });
}
