/**
 * Part of a font: the file has the letters of these ranges, and no others. Documents carry only the
 * parts that their text needs (all of Noto Sans for Chinese would be several megabytes).
 */
export interface FontSlice {
  /** Names the file, for whoever has the bytes. */
  readonly id: string;
  /** As in CSS `unicode-range`: `U+0-FF,U+131`. */
  readonly range: string;
}

export interface ChosenSlices {
  readonly slices: readonly FontSlice[];
  /** Characters that no slice has: they are printed with whatever font the machine has. */
  readonly missing: readonly string[];
}

type Range = readonly [from: number, to: number];

function rangesOf(text: string): Range[] {
  return text.split(',').map((part): Range => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    // A question mark stands for any digit.
    const least = from.replaceAll('?', '0');
    const most = to.replaceAll('?', 'F');
    return [Number.parseInt(least, 16), Number.parseInt(most, 16)];
  });
}

const hex = (code: number): string => code.toString(16).toUpperCase();

function textOfRanges(ranges: readonly Range[]): string {
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(',');
}

/** What of a range is in none of the others. */
function without([from, to]: Range, others: readonly Range[]): Range[] {
  let left: Range[] = [[from, to]];
  for (const [start, end] of others) {
    if (end < from || start > to) continue;
    left = left.flatMap(([first, last]): Range[] => {
      if (end < first || start > last) return [[first, last]];
      const before: Range[] = first < start ? [[first, start - 1]] : [];
      return last > end ? [...before, [end + 1, last]] : before;
    });
  }
  return left;
}

/**
 * Which slices have which letters. Fonts overlap (the Chinese one has Latin letters of its own); a
 * letter is always taken from the first that has it, so the slices' ranges are made to exclude one
 * another and it does not matter in which order a page gets to know them.
 */
export class FontTable {
  readonly slices: readonly FontSlice[];
  private readonly ranges: readonly (readonly [FontSlice, readonly Range[]])[];

  constructor(slices: readonly FontSlice[]) {
    const taken: Range[] = [];
    this.ranges = slices.flatMap(({ id, range }) => {
      const own = rangesOf(range).flatMap((one) => without(one, taken));
      taken.push(...own);
      return own.length === 0 ? [] : [[{ id, range: textOfRanges(own) }, own] as const];
    });
    this.slices = this.ranges.map(([slice]) => slice);
  }

  /** The slices that a text needs, in the table's order. */
  choose(texts: Iterable<string>): ChosenSlices {
    const letters = new Set<string>();
    for (const text of texts) for (const letter of text) letters.add(letter);
    const chosen = new Set<FontSlice>();
    const missing: string[] = [];
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      const found = this.ranges.find(([, ranges]) =>
        ranges.some(([from, to]) => from <= code && code <= to),
      );
      if (found !== undefined) chosen.add(found[0]);
      else missing.push(letter);
    }
    return { slices: this.slices.filter((slice) => chosen.has(slice)), missing };
  }
}

/** The name by which markup calls the fonts, whatever slices they are made of. */
export const BADGE_FONT = 'Rostrum Badge';
/** After the badge's own fonts: what the machine has for the letters that they lack. */
export const BADGE_FONTS = `'${BADGE_FONT}', sans-serif`;

/** A slice with its bytes (WOFF2, all weights). */
export interface LoadedSlice extends FontSlice {
  readonly base64: string;
}

/** Rules that give a document its fonts. */
export function fontFaces(slices: readonly LoadedSlice[]): string {
  return slices
    .map(
      ({ range, base64 }) =>
        `@font-face{font-family:'${BADGE_FONT}';font-style:normal;font-weight:100 900;` +
        `src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`,
    )
    .join('');
}
