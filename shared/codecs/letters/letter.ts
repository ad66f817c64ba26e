import {
  addressHeader,
  base64Body,
  bodyText,
  isAddress,
  mailDate,
  oneLine,
  textHeader,
  type Mailbox,
} from './mime';
import type { UnLanguage } from '../../domain/language';

/** A letter as it stands before it is sent. */
export interface Letter {
  readonly to: readonly Mailbox[];
  /** `null`: whose mail program opens the draft puts its own. */
  readonly from: Mailbox | null;
  readonly subject: string;
  readonly body: string;
  readonly language: UnLanguage;
  /** ISO instant. */
  readonly date: string;
}

export type LetterRefusal =
  | { readonly ok: false; readonly reason: 'no-recipient' }
  | { readonly ok: false; readonly reason: 'wrong-address'; readonly address: string };

function refusal(mailboxes: readonly Mailbox[], to: readonly Mailbox[]): LetterRefusal | null {
  if (to.length === 0) return { ok: false, reason: 'no-recipient' };
  const wrong = mailboxes.find(({ email }) => !isAddress(email));
  return wrong === undefined ? null : { ok: false, reason: 'wrong-address', address: wrong.email };
}

/**
 * A letter as a file that mail programs open (RFC 5322 with MIME), all of it ASCII. `X-Unsent`
 * makes those that know it open it as a draft. Line breaks in names and subjects cannot begin a
 * header; what is no address is refused, not mended.
 */
export function writeEml(letter: Letter): { ok: true; text: string } | LetterRefusal {
  const { to, from, subject, body, language, date } = letter;
  const wrong = refusal(from === null ? to : [from, ...to], to);
  if (wrong !== null) return wrong;
  const headers = [
    ...(from === null ? [] : [addressHeader('From', [from])]),
    addressHeader('To', to),
    textHeader('Subject', subject),
    `Date: ${mailDate(date)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    `Content-Language: ${language}`,
    'X-Unsent: 1',
  ];
  return { ok: true, text: `${headers.join('\r\n')}\r\n\r\n${base64Body(body)}\r\n` };
}

/** The longest link that every system hands to a mail program whole. */
export const LONGEST_LINK = 2000;

/** As `encodeURIComponent`, and what RFC 6068 wants encoded besides. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * A letter as a `mailto:` link (RFC 6068) of at most 2,000 characters. Where the text does not fit
 * it is left out as a whole (`whole: false`), never cut; a subject that does not fit goes with it.
 */
export function mailtoLink({
  to,
  subject,
  body,
}: Pick<Letter, 'to' | 'subject' | 'body'>):
  { ok: true; link: string; whole: boolean } | LetterRefusal | { ok: false; reason: 'too-many' } {
  const wrong = refusal(to, to);
  if (wrong !== null) return wrong;
  const address = `mailto:${to.map(({ email }) => encoded(email).replaceAll('%40', '@')).join(',')}`;
  const withSubject = `${address}?subject=${encoded(oneLine(subject))}`;
  const whole = `${withSubject}&body=${encoded(bodyText(body))}`;
  if (whole.length <= LONGEST_LINK) return { ok: true, link: whole, whole: true };
  const link = [withSubject, address].find((one) => one.length <= LONGEST_LINK);
  return link === undefined ? { ok: false, reason: 'too-many' } : { ok: true, link, whole: false };
}
