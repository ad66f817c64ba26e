import { graphemesOf } from './text';

/** Width of a text in ems: multiplied by the size of its letters it is its width. */
export type Measure = (text: string, weight: number) => number;

/** Room for a text, in millimetres. */
export interface FitBox {
  readonly width: number;
  readonly height: number;
  /** Size of the letters: as large as this where there is room, never smaller than that. */
  readonly largest: number;
  readonly smallest: number;
  /** At most so many lines. */
  readonly lines: number;
  readonly weight: number;
  /** Ems from one line to the next. */
  readonly leading: number;
}

export interface Fitted {
  readonly lines: readonly string[];
  /** Size of the letters, in millimetres. */
  readonly size: number;
  /** Something is missing: even the smallest letters had no room. Whoever prints is told. */
  readonly shortened: boolean;
}

/** What a browser rounds away, and the edge of a letter that leans over its own width. */
const MARGIN = 0.985;

/**
 * A text as large as its box allows: on as many lines as make it largest, broken between words, after
 * hyphens and between Chinese characters; then smaller, down to the box's smallest size; then within
 * words; and only when there is really no room with an ellipsis, which is said.
 */
export function fit(text: string, box: FitBox, measure: Measure): Fitted {
  if (text === '') return { lines: [], size: box.largest, shortened: false };
  const pieces = piecesOf(text);
  const widths = new Map<string, number>();
  const wide = (line: string): number => {
    let width = widths.get(line);
    if (width === undefined) {
      width = measure(line, box.weight);
      widths.set(line, width);
    }
    return width;
  };
  let best: Fitted | null = null;
  for (let count = 1; count <= Math.min(box.lines, pieces.length); count += 1) {
    const lines = balanced(pieces, count, wide);
    const widest = Math.max(...lines.map(wide), Number.EPSILON);
    const high = box.height / (count * box.leading);
    const size = Math.min(box.largest, high, (box.width * MARGIN) / widest);
    if (best === null || size > best.size) best = { lines, size, shortened: false };
  }
  if (best !== null && best.size >= box.smallest) return best;
  return withinWords(text, box, wide);
}

/** Parts between which a line may end; each carries the space or hyphen that it ends with. */
function piecesOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，·]?|(?:[^\s\-‐–/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+[-‐–/]*|[-‐–/]+)\s*|\s+/gu,
    ) ?? [text]
  );
}

const HYPHEN = /[-‐–/]$/;
/** A line that ends within a double name costs as much as one that is a fifth wider. */
const TORN = 1.2;

/** The pieces on so many lines that the widest is as narrow as can be. */
function balanced(
  pieces: readonly string[],
  count: number,
  wide: (line: string) => number,
): string[] {
  const join = (from: number, to: number) => pieces.slice(from, to).join('').trim();
  if (count === 1) return [join(0, pieces.length)];
  let best: string[] = [];
  let narrowest = Number.POSITIVE_INFINITY;
  for (let end = 1; end <= pieces.length - count + 1; end += 1) {
    const first = join(0, end);
    const width = wide(first);
    if (width >= narrowest) break;
    const rest = balanced(pieces.slice(end), count - 1, wide);
    const widest = Math.max(width, ...rest.map(wide)) * (HYPHEN.test(first) ? TORN : 1);
    if (widest < narrowest) {
      narrowest = widest;
      best = [first, ...rest];
    }
  }
  return best;
}

/** The smallest letters: lines are filled one after the other, words broken where they must be. */
function withinWords(text: string, box: FitBox, wide: (line: string) => number): Fitted {
  const size = Math.min(box.smallest, box.height / box.leading);
  const room = (box.width * MARGIN) / size;
  const count = Math.max(
    1,
    Math.min(box.lines, Math.floor(box.height / (size * box.leading) + 1e-6)),
  );
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < count) {
    const line = longestStart(rest, room, wide);
    lines.push(line.trim());
    rest = rest.slice(line.length).trimStart();
  }
  if (rest === '') return { lines, size, shortened: false };
  const last = graphemesOf(lines.pop() ?? '');
  while (last.length > 0 && wide(`${last.join('').trimEnd()}…`) > room) last.pop();
  return { lines: [...lines, `${last.join('').trimEnd()}…`], size, shortened: true };
}

/** As much of a text as one line has room for: whole pieces, else as many letters; one at least. */
function longestStart(text: string, room: number, wide: (line: string) => number): string {
  const longest = (parts: readonly string[]) => {
    let line = '';
    for (const part of parts) {
      if (wide((line + part).trim()) > room) break;
      line += part;
    }
    return line;
  };
  const whole = longest(piecesOf(text));
  if (whole !== '') return whole;
  const letters = graphemesOf(text);
  return longest(letters) || (letters[0] ?? text);
}
