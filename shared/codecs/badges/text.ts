/**
 * What never reaches paper: control characters, lone surrogates and non-characters, and the marks and
 * overrides by which a text could turn the direction of what stands beside it. The joiners of Persian
 * and Indic scripts (U+200C, U+200D) stay: they are spelling.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/gu;

/**
 * A text of one paragraph as it is printed: what cannot be seen is taken out, spaces are single, and
 * letters have their accents in them, so that both come from one font.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction of a text: that of its first letter. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text by what readers take for one character. */
export function graphemesOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}
