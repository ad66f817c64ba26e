/**
 * Text without case and accents, for filtering what is on the screen. Finding *people* has its own,
 * much richer keys; this only narrows a list that one is looking at.
 */
export function foldForFilter(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A text of each row, made once as long as the row stays the same object. */
export function rememberedByRow<Row extends object>(
  make: (row: Row) => string,
): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) known.set(row, (text = make(row)));
    return text;
  };
}
