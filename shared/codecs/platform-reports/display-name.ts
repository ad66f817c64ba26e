/** Suffixes by which a platform marks who is not of the host's organization, in its languages. */
const GUEST =
  /\s*\((guest|invitado|invitada|invité|invitée|gast|gość|convidado|гость|ゲスト|external|externo|extern|externe|внешний|unverified|no verificado|non vérifié|nicht überprüft|не проверено)\)$/i;
/** Roles that Zoom writes behind a name. */
const ROLE = /\s*\((host|co-host|cohost|me|host, me|organizer|anfitrión|hôte|организатор)\)$/i;
const INVISIBLE =
  /[\u0000-\u001f\u007f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A name as written, without invisible marks and needless space. */
export function cleanName(text: string): string {
  return text
    .replace(/[\r\n\t]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

export interface DisplayName {
  readonly name: string;
  readonly originalName: string | null;
  readonly guest: boolean;
}

/** Where the bracket that closes at the end of the text opens, or -1. */
function lastBracket(text: string): number {
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(' && --depth === 0) return at;
  }
  return -1;
}

/** A remark rather than a name: it counts something, or it is a short code such as a country's. */
function isRemark(text: string): boolean {
  return /\d/.test(text) || /^\p{Lu}{1,5}$/u.test(text) || !/\p{L}/u.test(text);
}

/**
 * Takes a display name apart. `New (Original)` is Zoom's way to show a changed name; only there
 * brackets are read so (`withOriginal`), and not around a number or a country code.
 */
export function readDisplayName(text: string, withOriginal: boolean): DisplayName {
  let name = cleanName(text);
  let guest = false;
  for (;;) {
    const shorter = name.replace(GUEST, '').trim();
    const bare = shorter.replace(ROLE, '').trim();
    if (shorter !== name && shorter !== '') guest = true;
    if (bare === name || bare === '') break;
    name = bare;
  }
  const open = withOriginal ? lastBracket(name) : -1;
  if (open <= 0) return { name, originalName: null, guest };
  const shown = name.slice(0, open).trim();
  const original = name.slice(open + 1, -1).trim();
  if (shown === '' || isRemark(original)) return { name, originalName: null, guest };
  return { name: shown, originalName: original, guest };
}

const EMAIL = /^[^\s@*<>"(),;]+@[^\s@*<>"(),;]+\.[^\s@*<>"(),;]+$/;

/** An e-mail address as written; `null` when it is none or is masked with asterisks. */
export function emailOf(text: string): string | null {
  const clean = cleanName(text);
  return EMAIL.test(clean) ? clean : null;
}

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'oui',
  'sí',
  'si',
  'да',
  'はい',
  'ja',
  'tak',
  'sim',
  '是',
  'نعم',
]);
const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  'non',
  'нет',
  'いいえ',
  'nein',
  'nie',
  'não',
  '否',
  'لا',
]);

export function yesOrNo(text: string): boolean | null {
  const word = cleanName(text).toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
