import { refuse, warning, type Issue, type Refusal } from '../issue';
import { LIMITS } from '../limits';
import { CODE_PAGES, guessCodePage } from './code-page';
import { fileKind, type FileKind } from './file-kind';
import { decodeLeniently, decodeStrictly } from './host-decoder';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', ...CODE_PAGES] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type TextIssueCode =
  /** `params`: `encoding`, `confidence` 0–100. The user can name another encoding. */
  | 'encoding-guessed'
  /** `params.count`: NUL characters that were left out. */
  | 'nul-removed'
  /** `params.count`, `row`: characters that the encoding does not have, shown as U+FFFD. */
  | 'undecodable-bytes'
  /** The last character is cut in the middle. */
  | 'cut-off';

/** `not-text`: `params.kind` is a {@link FileKind}; `too-large`: `params` `bytes`, `limit`. */
export type TextRefusal = 'empty' | 'not-text' | 'too-large' | 'wrong-encoding';

export interface DecodedText {
  readonly ok: true;
  readonly text: string;
  readonly encoding: Encoding;
  /** The file began with a byte order mark; it is not part of `text`. */
  readonly bom: boolean;
  readonly issues: readonly Issue<TextIssueCode>[];
}

interface Found {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly skip: number;
}

function byMark(bytes: Uint8Array): Found | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  return null;
}

/**
 * UTF-16 without a mark: separators, digits, line ends and Latin letters have a zero byte, always
 * on the same side. A text with stray NUL bytes has few, on either side.
 */
function unmarkedUtf16(sample: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0) {
      if (at % 2 === 0) even++;
      else odd++;
    }
  const most = Math.max(even, odd);
  if (most < 4 || most < sample.length * 0.05 || Math.min(even, odd) > most * 0.1) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const CONTROL = /[\u0001-\u0008\u000e-\u0019\u001b-\u001f\u007f]/g;

/** Text has next to no control characters; NUL bytes are judged apart. */
function looksBinary(sample: Uint8Array): boolean {
  let control = 0;
  let nul = 0;
  for (const byte of sample) {
    if (byte === 0) nul++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)) control++;
  }
  return control > 4 + sample.length * 0.01 || nul > 16 + sample.length * 0.1;
}

/** An incomplete last character of UTF-8: its bytes, 0 when the text ends well. */
function openEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\r|\n/).length;
}

/** A decoded text that still may hold NULs or replacements: cleaned, and both reported. */
function finished(
  text: string,
  found: Found,
  issues: readonly Issue<TextIssueCode>[],
): DecodedText {
  const all = [...issues];
  let clean = text;
  if (clean.includes('\0')) {
    const count = clean.split('\0').length - 1;
    all.push(
      warning('nul-removed', { row: lineOf(clean, clean.indexOf('\0')), params: { count } }),
    );
    clean = clean.replaceAll('\0', '');
  }
  // Ctrl-Z ended a text file under DOS and still ends some.
  if (clean.endsWith('\u001a')) clean = clean.slice(0, -1);
  return { ok: true, text: clean, encoding: found.encoding, bom: found.skip > 0, issues: all };
}

function replaced(text: string): Issue<TextIssueCode>[] {
  const first = text.indexOf('\ufffd');
  if (first < 0) return [];
  const count = text.split('\ufffd').length - 1;
  return [warning('undecodable-bytes', { row: lineOf(text, first), params: { count } })];
}

function decodeAs(bytes: Uint8Array, found: Found): DecodedText | null {
  const content = bytes.subarray(found.skip);
  const issues: Issue<TextIssueCode>[] = [];
  const unit = found.encoding.startsWith('utf-16') ? 2 : 1;
  const open = found.encoding === 'utf-8' ? openEnd(content) : content.length % unit;
  if (open > 0) issues.push(warning('cut-off'));
  const whole = open > 0 ? content.subarray(0, content.length - open) : content;
  const strict = decodeStrictly(whole, found.encoding);
  return strict === null ? null : finished(strict, found, issues);
}

/** UTF-8 with a few broken bytes is still UTF-8: most of what is above 127 forms characters. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = decodeLeniently(bytes, 'utf-8');
  let broken = 0;
  let good = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) good++;
  }
  return broken > 0 && broken <= good * 0.1 ? text : null;
}

/**
 * Bytes → text. The order: the encoding that the user named, a byte order mark, UTF-16 by its
 * zeros, valid UTF-8, nearly valid UTF-8, else one of the Windows code pages guessed by letters
 * and reported as a guess. Something that is not text is refused and named.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { readonly encoding?: Encoding } = {},
): DecodedText | Refusal<TextRefusal> {
  if (bytes.length > LIMITS.fileBytes)
    return refuse('too-large', { bytes: bytes.length, limit: LIMITS.fileBytes });
  const kind: FileKind = fileKind(bytes);
  if (kind === 'empty') return refuse('empty');
  if (kind !== 'text') return refuse('not-text', { kind });

  const mark = byMark(bytes);
  if (options.encoding !== undefined) {
    const skip = mark?.encoding === options.encoding ? mark.skip : 0;
    const read = decodeAs(bytes, { encoding: options.encoding, skip });
    return read ?? refuse('wrong-encoding', { encoding: options.encoding });
  }

  const sample = bytes.subarray(0, LIMITS.sampleBytes);
  if (mark?.encoding.startsWith('utf-16') === true) {
    const read = decodeAs(bytes, mark);
    if (read !== null) return read.text.trim() === '' ? refuse('empty') : read;
    const text = decodeLeniently(bytes.subarray(mark.skip), mark.encoding);
    return finished(text, mark, replaced(text));
  }
  const utf16 = mark === null ? unmarkedUtf16(sample) : null;
  if (utf16 !== null) {
    const read = decodeAs(bytes, { encoding: utf16, skip: 0 });
    if (read !== null && (read.text.match(CONTROL)?.length ?? 0) <= 4) return read;
  }
  if (looksBinary(sample)) return refuse('not-text', { kind: 'binary' });

  const utf8: Found = mark ?? { encoding: 'utf-8', skip: 0 };
  const read = decodeAs(bytes, utf8);
  if (read !== null) return read.text.trim() === '' ? refuse('empty') : read;
  const nearly = mark === null ? mostlyUtf8(bytes) : decodeLeniently(bytes.subarray(3), 'utf-8');
  if (nearly !== null) return finished(nearly, utf8, replaced(nearly));

  const guess = guessCodePage(sample);
  const text = decodeLeniently(bytes, guess.page);
  const params = { encoding: guess.page, confidence: Math.round(guess.confidence * 100) };
  return finished(text, { encoding: guess.page, skip: 0 }, [
    warning('encoding-guessed', { params }),
  ]);
}
