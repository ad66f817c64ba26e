/** Headers and bodies of e-mail as text in ASCII: RFC 5322 (lines), RFC 2047 (words), RFC 2045. */

/** RFC 5322 wants at most 78 characters a line without its end; RFC 2047 76 with encoded words. */
const LINE = 76;
/** Bytes in one encoded word: with `=?UTF-8?B?`, `?=` and the longest header name before it, one line. */
const WORD_BYTES = 39;
/** A longer word without a space could not be folded. */
const LONGEST_PLAIN = 60;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A text's bytes in UTF-8; halves of characters become U+FFFD. */
export function utf8Bytes(text: string): number[] {
  const escaped = encodeURIComponent(text.toWellFormed());
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    if (escaped[at] === '%') {
      bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(escaped.charCodeAt(at));
  }
  return bytes;
}

/** Base 64 (RFC 4648) in one line. */
export function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += ALPHABET[group >> 18] ?? '';
    text += ALPHABET[(group >> 12) & 63] ?? '';
    text += second === undefined ? '=' : (ALPHABET[(group >> 6) & 63] ?? '');
    text += third === undefined ? '=' : (ALPHABET[group & 63] ?? '');
  }
  return text;
}

/**
 * A text in one line: line breaks, tabs and every other control character become a space, so that
 * no name can begin a header of its own. Also the line and paragraph separators of Unicode.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function needsEncoding(text: string): boolean {
  const isPlain = /^[\u0020-\u007e]*$/.test(text) && !text.includes('=?');
  return !isPlain || text.split(' ').some((word) => word.length > LONGEST_PLAIN);
}

/** A text as encoded words of RFC 2047, each a whole number of characters and at most 75 long. */
function encodedWords(text: string): string[] {
  const words: string[] = [];
  let bytes: number[] = [];
  const close = () => {
    if (bytes.length > 0) words.push(`=?UTF-8?B?${base64(bytes)}?=`);
    bytes = [];
  };
  for (const character of text) {
    const own = utf8Bytes(character);
    if (bytes.length + own.length > WORD_BYTES) close();
    bytes.push(...own);
  }
  close();
  return words;
}

/** `Name: token token`, folded before a token that would make the line too long. */
function folded(name: string, tokens: readonly string[]): string {
  const lines = [`${name}:`];
  for (const token of tokens) {
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (line.length + 1 + token.length > LINE && line !== `${name}:`) lines.push(` ${token}`);
    else lines[last] = `${line} ${token}`;
  }
  return lines.join('\r\n');
}

/** A header of free text, as a subject is: folded, and encoded where it is not plain ASCII. */
export function textHeader(name: string, value: string): string {
  const text = oneLine(value);
  return folded(name, needsEncoding(text) ? encodedWords(text) : text.split(' '));
}

export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

const LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const ADDRESS = new RegExp(`^${LOCAL}@${LABEL}(?:\\.${LABEL})*$`);

/** Whether an address can be written into a header as it is: ASCII, one address, nothing else. */
export function isAddress(email: string): boolean {
  return email.length <= 254 && ADDRESS.test(email);
}

function mailboxTokens({ name, email }: Mailbox): string[] {
  const text = oneLine(name);
  if (text === '') return [email];
  const address = `<${email}>`;
  if (needsEncoding(text)) return [...encodedWords(text), address];
  const isAtoms = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/.test(text);
  const words = isAtoms ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
  return [...words.split(' '), address];
}

/** A header of addresses; the caller has asked {@link isAddress} of each. */
export function addressHeader(name: string, mailboxes: readonly Mailbox[]): string {
  const tokens = mailboxes.flatMap((mailbox, at) => {
    const own = mailboxTokens(mailbox);
    const comma = at < mailboxes.length - 1 ? ',' : '';
    return [...own.slice(0, -1), `${own.at(-1) ?? ''}${comma}`];
  });
  return folded(name, tokens);
}

/** The body: line ends as CRLF, control characters left out, in base 64 lines of 76. */
export function base64Body(text: string): string {
  const clean = bodyText(text);
  const encoded = base64(utf8Bytes(clean));
  return (encoded.match(/.{1,76}/g) ?? []).join('\r\n');
}

/** A text with the line ends of mail, and nothing in it that no text needs. */
export function bodyText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('\n', '\r\n');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO instant as RFC 5322 writes it, in UTC. */
export function mailDate(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${DAYS[at.getUTCDay()] ?? ''}, ${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()] ?? ''}`;
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${day} ${at.getUTCFullYear()} ${time} +0000`;
}
