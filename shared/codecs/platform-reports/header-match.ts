/**
 * Headings of the reports, by meaning and language: from real and constructed files, public
 * parsers, and the platforms' own wording. A new language is a line here.
 */
export type HeaderTable<Field extends string> = Readonly<
  Record<Field, Readonly<Record<string, readonly string[]>>>
>;

/** A heading as it is compared: case, apostrophes, widths and invisible marks make no difference. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\s*\(\s*/g, ' (')
    .trim()
    .toLowerCase();
}

/** Heading → what it can mean, in which languages. */
function invert<Field extends string>(
  table: HeaderTable<Field>,
): ReadonlyMap<string, readonly { readonly field: Field; readonly language: string }[]> {
  const found = new Map<string, { field: Field; language: string }[]>();
  for (const field of Object.keys(table) as Field[])
    for (const [language, names] of Object.entries(table[field]))
      for (const name of names) {
        const key = foldHeader(name);
        const list = found.get(key) ?? [];
        list.push({ field, language });
        found.set(key, list);
      }
  return found;
}

export interface HeaderMatch<Field extends string> {
  /** Columns of each field, leftmost first. */
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly language: string;
}

/** Makes the reader of heading rows for a table of headings. */
export function headerMatcher<Field extends string>(
  table: HeaderTable<Field>,
): (row: readonly string[]) => HeaderMatch<Field> {
  const byName = invert(table);
  return (row) => {
    const columns = new Map<Field, number[]>();
    const votes = new Map<string, number>();
    row.forEach((cell, column) => {
      for (const { field, language } of byName.get(foldHeader(cell)) ?? []) {
        const list = columns.get(field) ?? [];
        if (list.at(-1) !== column) list.push(column);
        columns.set(field, list);
        votes.set(language, (votes.get(language) ?? 0) + 1);
      }
    });
    const [best] = [...votes].sort(
      ([one, a], [other, b]) => b - a || Number(other === 'en') - Number(one === 'en'),
    );
    return { columns, language: best?.[0] ?? 'en' };
  };
}
