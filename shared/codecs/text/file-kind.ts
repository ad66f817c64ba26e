import { decodeLeniently } from './host-decoder';

/**
 * What a file is by its content, whatever its name says. `text` is anything that does not show
 * itself to be something else.
 */
export type FileKind =
  | 'empty'
  | 'text'
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'calendar'
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'xls-xml'
  | 'encrypted-office'
  | 'ods'
  | 'docx'
  | 'pptx'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'gzip'
  | 'binary';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['binary', [0x4d, 0x5a, 0x90, 0x00]],
  ['binary', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74]],
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Position of an ASCII text in the bytes at or after `from`, or -1; `gap` 2 is UTF-16LE. */
function indexOfAscii(bytes: Uint8Array, text: string, from: number, gap: 1 | 2 = 1): number {
  const last = bytes.length - text.length * gap;
  for (let at = from; at <= last; at++) {
    let k = 0;
    while (k < text.length && bytes[at + k * gap] === text.charCodeAt(k)) k++;
    if (k === text.length) return at;
  }
  return -1;
}

/** Names in a package are stored uncompressed, so a search of the bytes finds them. */
function packageKind(bytes: Uint8Array): FileKind {
  const has = (text: string) => indexOfAscii(bytes, text, 0) >= 0;
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('xl/workbook.xml') || has('xl/worksheets/')) return 'xlsx';
  if (has('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (has('word/document.xml')) return 'docx';
  if (has('ppt/presentation.xml')) return 'pptx';
  // A workbook may call its parts differently; the reader looks into it and has the last word.
  return has('[Content_Types].xml') ? 'xlsx' : 'zip';
}

/** The envelope of 1997 holds old workbooks, and today's ones under a password. */
function compoundKind(bytes: Uint8Array): FileKind {
  if (indexOfAscii(bytes, 'EncryptedPackage', 0, 2) >= 0) return 'encrypted-office';
  if (indexOfAscii(bytes, 'Workbook', 0, 2) >= 0 || indexOfAscii(bytes, 'Book', 0, 2) >= 0)
    return 'xls';
  return 'binary';
}

function markupKind(head: string): FileKind {
  const text = head
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (text.startsWith('begin:vcalendar') || text.startsWith('begin:vcard')) return 'calendar';
  if (/^(<!--[^]*?-->\s*)*<(!doctype html|html|head|body|table|meta|script|div)\b/.test(text))
    return 'html';
  if (text.startsWith('<?xml')) {
    if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xls-xml';
    return /<html\b/.test(text) ? 'html' : 'xml';
  }
  if (/^\{\s*"[^"]*"\s*:/.test(text) || /^\[\s*(\{|\[)/.test(text)) return 'json';
  return 'text';
}

/** Recognises a file by its first bytes (packages by the names inside). */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  for (const [kind, magic] of MAGIC) if (startsWith(bytes, magic)) return kind;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return packageKind(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return compoundKind(bytes);
  const head = bytes.subarray(0, 2048);
  const label = startsWith(head, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(head, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  return markupKind(decodeLeniently(head, label));
}
