import { LIMITS } from '../limits';
import { foldLabel } from './fold-label';
import { cellAt, isBlank, type Sheet } from './sheet';

/** What a column can mean: its headings in any language, and how its values look. */
export interface FieldSpec<Field extends string> {
  readonly field: Field;
  readonly names: readonly string[];
  /** Whether a value looks like one of this field; absent where anything does. */
  readonly looksLike?: (text: string) => boolean;
  /** Values alone may decide, without a heading that says so. */
  readonly byValues?: boolean;
}

export interface ColumnGuess<Field extends string> {
  /** Counted from 0. */
  readonly column: number;
  readonly header: string;
  readonly field: Field | null;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly by: 'header' | 'values' | null;
  /** What else it could be, likeliest first. */
  readonly others: readonly Field[];
}

/** Which column holds which field; what the reader works from, and the user corrects. */
export interface Mapping<Field extends string> {
  /** Index into `sheet.rows`; `null`: the sheet has no headings and begins with data. */
  readonly headerRow: number | null;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}

export interface MappingGuess<Field extends string> extends Mapping<Field> {
  readonly guesses: readonly ColumnGuess<Field>[];
}

const BY_VALUES = 0.6;
const LEAST = 0.35;
const HEADING = 0.6;

/** Heading → parts to be looked up, with how much each says: bilingual forms use `/` and breaks. */
function spellings(header: string): (readonly [text: string, worth: number])[] {
  const whole = foldLabel(header);
  const bare = foldLabel(header.replace(/[([{（].*?[)\]}）]/g, ' ').replace(/\*+$/, ''));
  const parts = header.split(/[/|\n·•]| [-–—] /).map(foldLabel);
  const all: (readonly [string, number])[] = [
    [whole, 1],
    [bare, 0.95],
    ...parts.map((part) => [part, 0.9] as const),
  ];
  return all.filter(([text]) => text !== '');
}

/** Looks headings up; made once for all columns. */
class Headings<Field extends string> {
  private readonly exact = new Map<string, Field[]>();

  constructor(specs: readonly FieldSpec<Field>[]) {
    for (const { field, names } of specs)
      for (const name of names) {
        const key = foldLabel(name);
        const fields = this.exact.get(key) ?? [];
        if (!fields.includes(field)) fields.push(field);
        this.exact.set(key, fields);
      }
  }

  /** Confidence of each field by the heading alone. */
  confidence(header: string): ReadonlyMap<Field, number> {
    const found = new Map<Field, number>();
    const note = (field: Field, worth: number) => {
      if (worth > (found.get(field) ?? 0)) found.set(field, worth);
    };
    for (const [text, worth] of spellings(header))
      for (const field of this.exact.get(text) ?? []) note(field, worth);
    if (found.size > 0) return found;
    // A known heading inside a longer one: "Official e-mail address of the nominee".
    const whole = ` ${foldLabel(header)} `;
    for (const [name, fields] of this.exact)
      if (name.length >= 4 && whole.includes(` ${name} `))
        for (const field of fields) note(field, 0.5 + 0.3 * (name.length / whole.length));
    return found;
  }
}

/** The row that has the most known headings, at least two. */
function findHeader<Field extends string>(sheet: Sheet, headings: Headings<Field>): number | null {
  let best: number | null = null;
  let most = 0;
  const last = Math.min(sheet.rows.length, LIMITS.headerSearchRows);
  for (let at = 0; at < last; at++) {
    const row = sheet.rows[at] ?? [];
    if (row.length > LIMITS.columns) continue;
    let known = 0;
    let score = 0;
    for (const cell of row) {
      if (cell.trim() === '' || cell.length > 120) continue;
      const worth = Math.max(0, ...headings.confidence(cell).values());
      if (worth < HEADING) continue;
      known++;
      score += worth;
    }
    if (known >= 2 && score > most) {
      best = at;
      most = score;
    }
  }
  return best;
}

/** Share of the column's values that look like the field's; `null` when it has none. */
function share(values: readonly string[], looksLike: (text: string) => boolean): number | null {
  if (values.length === 0) return null;
  return values.filter(looksLike).length / values.length;
}

interface Claim<Field extends string> {
  readonly column: number;
  readonly field: Field;
  readonly confidence: number;
  readonly by: 'header' | 'values';
}

function claimsOf<Field extends string>(
  sheet: Sheet,
  headerRow: number | null,
  specs: readonly FieldSpec<Field>[],
  headings: Headings<Field>,
): Claim<Field>[] {
  const first = headerRow === null ? 0 : headerRow + 1;
  const sample = sheet.rows.slice(first, first + LIMITS.sampleRows).filter((row) => !isBlank(row));
  const header = headerRow === null ? [] : (sheet.rows[headerRow] ?? []);
  const width = sample.reduce((most, row) => Math.max(most, row.length), header.length);
  const claims: Claim<Field>[] = [];
  for (let column = 0; column < width; column++) {
    const text = cellAt(header, column);
    const named: ReadonlyMap<Field, number> =
      text === '' ? new Map<Field, number>() : headings.confidence(text);
    const values = sample.map((row) => cellAt(row, column)).filter((value) => value !== '');
    for (const { field, looksLike, byValues } of specs) {
      const worth = named.get(field) ?? 0;
      if (worth === 0 && byValues !== true) continue;
      const fits = looksLike === undefined ? null : share(values, looksLike);
      if (worth > 0) {
        const confidence = fits === null ? worth : worth * (0.6 + 0.4 * fits);
        claims.push({ column, field, confidence, by: 'header' });
      } else if (fits !== null && fits >= BY_VALUES)
        claims.push({ column, field, confidence: 0.55 * fits, by: 'values' });
    }
  }
  return claims
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
}

/**
 * Guesses what the columns mean, from headings in any of the known languages and from the values.
 * Each field is given to one column, the surest first. `headerRow` overrides the search for it.
 */
export function guessColumns<Field extends string>(
  sheet: Sheet,
  specs: readonly FieldSpec<Field>[],
  headerRow?: number | null,
): MappingGuess<Field> {
  const headings = new Headings(specs);
  const at = headerRow === undefined ? findHeader(sheet, headings) : headerRow;
  const claims = claimsOf(sheet, at, specs, headings);
  const chosen = new Map<number, Claim<Field>>();
  const given = new Set<Field>();
  for (const claim of claims) {
    if (chosen.has(claim.column) || given.has(claim.field)) continue;
    chosen.set(claim.column, claim);
    given.add(claim.field);
  }
  const header = at === null ? [] : (sheet.rows[at] ?? []);
  const width = sheet.rows
    .slice(at ?? 0, (at ?? 0) + LIMITS.sampleRows)
    .reduce((most, row) => Math.max(most, row.length), 0);
  const guesses = Array.from({ length: width }, (_, column): ColumnGuess<Field> => {
    const claim = chosen.get(column);
    const others = claims
      .filter((one) => one.column === column && one.field !== claim?.field)
      .map(({ field }) => field);
    return {
      column,
      header: cellAt(header, column),
      field: claim?.field ?? null,
      confidence: claim?.confidence ?? 0,
      by: claim?.by ?? null,
      others,
    };
  });
  const columns: Partial<Record<Field, number>> = {};
  for (const [column, { field }] of chosen) columns[field] = column;
  return { headerRow: at, columns, guesses };
}
