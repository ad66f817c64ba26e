/** What a name may need beside itself in a folder: SharePoint and Windows count the whole path. */
const LIMIT_BYTES = 180;
const FALLBACK = 'file';

/** Not allowed in a name by Windows or SharePoint, or a separator somewhere. */
const FORBIDDEN = /["*:<>?/\\|]/g;
/**
 * Controls, and marks that turn the reading direction: `invoice\u202Exslx.exe` must look like what it is.
 * The joiners stay: Persian and Indic scripts are written with them.
 */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Devices on Windows, whatever the extension; names that SharePoint keeps for itself. */
const RESERVED =
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]|\.lock|desktop\.ini|forms)$/i;

const utf8 = new TextEncoder();

/**
 * A name that Windows, macOS, Linux and SharePoint all take, as near as possible to the one asked for.
 * Only the last part of a path is used. Never empty, at most 180 bytes of UTF-8, extension kept.
 */
export function safeFileName(wanted: string): string {
  const last = wanted.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const clean = last
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '-')
    .replace(/_vti_/gi, '-vti-')
    .replace(/^[\s~$]+/u, '')
    .replace(/[\s.]+$/u, '');
  const { stem, extension } = split(clean);
  const reserved = RESERVED.test(clean) || RESERVED.test(clean.split('.')[0] ?? '');
  const named = stem === '' ? FALLBACK : reserved ? `_${stem}` : stem;
  const room = LIMIT_BYTES - utf8.encode(extension).byteLength;
  return shorten(named, room).replace(/[\s.]+$/u, '') + extension;
}

/** The extension is the part after the last dot, when it is short enough to be one. */
function split(name: string): { stem: string; extension: string } {
  const found = /^(.*)(\.[^.\s]{1,12})$/su.exec(name);
  return found === null
    ? { stem: name, extension: '' }
    : { stem: found[1] ?? '', extension: found[2] ?? '' };
}

/** Cuts between characters as people see them, not inside one. */
function shorten(text: string, bytes: number): string {
  if (utf8.encode(text).byteLength <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    size += utf8.encode(segment).byteLength;
    if (size > bytes) break;
    kept += segment;
  }
  return kept === '' ? FALLBACK : kept;
}
