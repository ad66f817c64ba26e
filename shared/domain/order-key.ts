/**
 * Fractional index: texts that sort between any two others, so that one item can be moved without
 * touching the rest and two desks can move items at once. Ties are broken by the record's id.
 *
 * Digits are `0-9a-z`; a key never ends in `0`, so there is always room below it.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A key between `before` and `after`; `null` stands for the beginning or the end. */
export function keyBetween(before: string | null, after: string | null): string {
  const low = before ?? '';
  let key = '';
  let open = after;
  for (let position = 0; ; position += 1) {
    const from = position < low.length ? digit(low, position) : 0;
    const to = open !== null && position < open.length ? digit(open, position) : DIGITS.length;
    if (to - from > 1) return key + DIGITS.charAt(from + Math.floor((to - from) / 2));
    key += DIGITS.charAt(from);
    if (to > from) open = null;
  }
}

function digit(key: string, position: number): number {
  return Math.max(0, DIGITS.indexOf(key.charAt(position)));
}

/** Sorts records by their order key, ties by id. */
export function byOrder<T extends { readonly id: string; readonly order: string }>(
  a: T,
  b: T,
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
