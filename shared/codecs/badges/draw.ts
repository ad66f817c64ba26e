import { escapeHtml } from '../documents/html';
import { fit, type FitBox, type Measure } from './fit';
import { BADGE_FONTS } from './fonts';
import { drawQr } from './qr';
import { directionOfText, printable } from './text';
import { INK } from './palette';

/** A rectangle in millimetres, from the upper left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn with: how wide letters are, and a list of texts that had no room. */
export interface Pen {
  readonly measure: Measure;
  readonly shortened: Set<string>;
}

/**
 * A length in millimetres as it stands in a drawing, whose unit is a hundredth of one: at the size of
 * letters in millimetres browsers round the widths of letters, and lines would be too long.
 */
export const mm = (length: number): string => String(Math.round(length * 100));

interface TextStyle {
  readonly weight: number;
  readonly largest: number;
  readonly smallest: number;
  readonly lines: number;
  /** From left to right; a text that runs from right to left is turned round with `start`. */
  readonly align?: 'start' | 'middle' | 'end';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly colour?: string;
}

/** Scripts whose marks reach further up and down than Latin letters do. */
const TALL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u;
const LEADING = 1.22;
const TALL_LEADING = 1.6;
/** From the top of a line to its baseline, as a share of the leading. */
const BASELINE = 0.78;
const TALL_BASELINE = 0.68;

function fitted({ measure }: Pen, rect: Rect, shown: string, style: TextStyle) {
  const tall = TALL.test(shown);
  const leading = tall ? TALL_LEADING : LEADING;
  const { weight, largest, smallest, lines } = style;
  const box: FitBox = {
    ...{ width: rect.width, height: rect.height, leading, weight, lines, smallest },
    largest: Math.min(largest, rect.height / leading),
  };
  return { ...fit(shown, box, measure), leading, tall };
}

/** Size of the letters that `drawText` would write a text with, in millimetres. */
export function sizeOfText(pen: Pen, rect: Rect, text: string, style: TextStyle): number {
  return fitted(pen, rect, printable(text), style).size;
}

/**
 * A text in its box, as large as there is room. Every box is an `<svg>` of its own, so that what is
 * too wide can be found out (it is not clipped: nothing is ever cut silently).
 */
export function drawText(pen: Pen, rect: Rect, text: string, style: TextStyle): string {
  const shown = printable(text);
  if (shown === '' || rect.width <= 0 || rect.height <= 0) return '';
  const { align = 'start', valign = 'middle', weight } = style;
  const { lines, size, leading, shortened, tall } = fitted(pen, rect, shown, style);
  if (shortened) pen.shortened.add(shown);
  const direction = directionOfText(shown);
  const step = size * leading;
  const over = rect.height - step * lines.length;
  const top = valign === 'top' ? 0 : valign === 'bottom' ? over : over / 2;
  const end = (align === 'end') !== (align !== 'middle' && direction === 'rtl');
  const x = align === 'middle' ? rect.width / 2 : end ? rect.width : 0;
  const anchor = align === 'middle' ? 'middle' : end === (direction === 'ltr') ? 'end' : 'start';
  const common =
    `font-size="${mm(size)}" font-weight="${weight}" fill="${style.colour ?? INK}"` +
    ` text-anchor="${anchor}"${direction === 'rtl' ? ' direction="rtl"' : ''}`;
  const written = lines.map((line, at) => {
    const y = top + step * at + step * (tall ? TALL_BASELINE : BASELINE);
    return `<text x="${mm(x)}" y="${mm(y)}">${escapeHtml(line)}</text>`;
  });
  return `<svg ${placed(rect)} overflow="visible"><g ${common}>${written.join('')}</g></svg>`;
}

const placed = ({ x, y, width, height }: Rect): string =>
  `x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"`;

export function drawRect(rect: Rect, fill: string, radius = 0): string {
  return `<rect ${placed(rect)} rx="${mm(radius)}" fill="${fill}"/>`;
}

export function drawFrame(rect: Rect, stroke: string, thick: number, radius: number): string {
  return `<rect ${placed(rect)} rx="${mm(radius)}" fill="none" stroke="${stroke}" stroke-width="${mm(thick)}"/>`;
}

export function drawLine(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  const ends = `x1="${mm(x1)}" y1="${mm(y1)}" x2="${mm(x2)}" y2="${mm(y2)}"`;
  return `<line ${ends} stroke="${stroke}" stroke-width="15"/>`;
}

/** A code with the white that readers need around it, as large as the box. */
export function drawCode(rect: Rect, code: string): string {
  const { modules, path } = drawQr(code);
  const side = Math.min(rect.width, rect.height);
  const square = {
    x: rect.x + (rect.width - side) / 2,
    y: rect.y + (rect.height - side) / 2,
    ...{ width: side, height: side },
  };
  return (
    `<svg ${placed(square)} viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges">` +
    `<rect width="${modules}" height="${modules}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  );
}

/** The picture that `logoSymbol` holds, as large as the box allows, at its start. */
export function drawLogo(rect: Rect): string {
  return `<use href="#badge-logo" ${placed(rect)}/>`;
}

/** A picture of a meeting: PNG, JPEG or WebP as `data:`, with its size in pixels. */
export interface Logo {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/** The picture once, however many badges show it. */
export function logoSymbol({ href, width, height }: Logo): string {
  return (
    `<symbol id="badge-logo" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMid meet">` +
    `<image href="${escapeHtml(href)}" width="${width}" height="${height}"/></symbol>`
  );
}

/** A drawing of so many millimetres. */
export function drawing(width: number, height: number, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm"` +
    ` viewBox="0 0 ${mm(width)} ${mm(height)}" font-family="${BADGE_FONTS}"` +
    ` text-rendering="geometricPrecision">${content}</svg>`
  );
}
