import { foldLabel } from './fold-label';

/** Headings as they are compared, a repeated one with its number: order does not matter. */
export function headingKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const text = foldLabel(cell).slice(0, 100);
    if (text === '') return '';
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 1 ? text : `${text} #${times}`;
  });
}

/** FNV-1a of 32 bits, from two beginnings: enough to tell headings apart, and short. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((basis) => {
      let hash = basis;
      for (let at = 0; at < text.length; at++)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}

/**
 * The name under which a profile for these headings is kept, in any order of theirs; `null`: too few
 * to be recognised by.
 */
export function headingsKey(kind: string, header: readonly string[]): string | null {
  const keys = headingKeys(header).filter((key) => key !== '');
  return keys.length < 2 ? null : `${kind}:${fingerprint(keys.sort().join('\n'))}`;
}

/** Fields with the headings of their columns: a profile holds headings, never a value of a row. */
export function headingsOf<Field extends string>(
  header: readonly string[],
  columns: Readonly<Partial<Record<Field, number>>>,
): Partial<Record<Field, string>> {
  const keys = headingKeys(header);
  const named: Partial<Record<Field, string>> = {};
  for (const [field, column] of Object.entries(columns) as [Field, number][])
    if (keys[column]) named[field] = keys[column];
  return named;
}

/** The columns in which a row of headings has the headings of a profile. */
export function columnsOf<Field extends string>(
  header: readonly string[],
  named: Readonly<Partial<Record<Field, string>>>,
): Partial<Record<Field, number>> {
  const keys = headingKeys(header);
  const columns: Partial<Record<Field, number>> = {};
  for (const [field, heading] of Object.entries(named) as [Field, string][]) {
    const column = keys.indexOf(heading);
    if (column >= 0) columns[field] = column;
  }
  return columns;
}
