import { LIMITS } from '../limits';
import { foldLabel } from '../table/fold-label';
import { guessColumns, type FieldSpec, type MappingGuess } from '../table/mapping';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { readDate } from './dates';
import { HEADER_NAMES, NOMINATION_FIELDS, type NominationField } from './header-names';
import type { ResolveParty } from './types';
import { capacityOf, genderOf, isHonorific, modalityOf, sourceKindOf } from './words';

/** Forms that are recognised by themselves: `indico-export`, and Indico's six columns. */
export type KnownForm = 'indico-export' | 'indico-six';

export interface NominationGuess extends MappingGuess<NominationField> {
  readonly form: KnownForm | null;
}

export const EMAIL = /^[^\s@<>"(),;]+@[^\s@<>"(),;]+\.[^\s@<>"(),;.]{2,}$/;

function isPhone(text: string): boolean {
  return /^\+?[\d\s()./-]{6,}$/.test(text) && /\d{5}/.test(text.replace(/\D/g, ''));
}

function specs(resolveParty: ResolveParty): readonly FieldSpec<NominationField>[] {
  const isParty = (text: string) => resolveParty(text) !== null;
  const looks: Partial<Record<NominationField, (text: string) => boolean>> = {
    email: (text) => EMAIL.test(text.split(/[;,\s]/)[0] ?? ''),
    phone: (text) => isPhone(text) && readDate(text).kind === 'none',
    party: isParty,
    honorific: isHonorific,
    jobTitle: (text) => !isHonorific(text),
    capacity: (text) => capacityOf(text) !== null,
    modality: (text) => modalityOf(text) !== null,
    gender: (text) => genderOf(text) !== null,
    sourceKind: (text) => sourceKindOf(text) !== null,
    sourceDate: (text) => readDate(text).kind !== 'none',
    receivedOn: (text) => readDate(text).kind !== 'none',
  };
  /** Where values alone tell what a column is; dates alone do not tell which date. */
  const alone = new Set<NominationField>(['email', 'phone', 'party', 'modality', 'honorific']);
  return NOMINATION_FIELDS.map((field) => {
    const looksLike = looks[field];
    return {
      field,
      names: HEADER_NAMES[field],
      ...(looksLike === undefined ? {} : { looksLike, byValues: alone.has(field) }),
    };
  });
}

/**
 * Indico's form for registering people: no headings, exactly first name, last name, affiliation,
 * position, phone, e-mail.
 */
function isIndicoSix(sheet: Sheet): boolean {
  const rows = sheet.rows.filter((row) => !isBlank(row)).slice(0, 50);
  return (
    rows.length > 0 &&
    rows.every((row) => row.length === 6) &&
    rows.filter((row) => EMAIL.test(cellAt(row, 5))).length >= rows.length * 0.8 &&
    rows.every((row) => cellAt(row, 0) !== '' && !EMAIL.test(cellAt(row, 0)))
  );
}

function isIndicoExport(header: readonly string[]): boolean {
  const names = new Set(header.map(foldLabel));
  const marks = ['registration date', 'registration state', 'modification date', 'checked in'];
  return names.has('id') && names.has('name') && marks.some((mark) => names.has(mark));
}

type Columns = Partial<Record<NominationField, number>>;

/** Share of a column's values that name a party. */
function partyShare(
  sheet: Sheet,
  headerRow: number | null,
  column: number,
  resolveParty: ResolveParty,
): number {
  const values = sheet.rows
    .slice(headerRow === null ? 0 : headerRow + 1)
    .map((row) => cellAt(row, column))
    .filter((value) => value !== '')
    .slice(0, LIMITS.sampleRows);
  const named = values.filter((value) => resolveParty(value) !== null);
  return values.length === 0 ? 0 : named.length / values.length;
}

/** Whether the column of names holds the family names, too, that stand in a column of their own. */
function repeats(sheet: Sheet, headerRow: number | null, columns: Columns): boolean {
  const { fullName, familyName } = columns;
  if (familyName === undefined) return true;
  const rows = sheet.rows
    .slice(headerRow === null ? 0 : headerRow + 1)
    .filter((row) => cellAt(row, fullName) !== '' && cellAt(row, familyName) !== '')
    .slice(0, LIMITS.sampleRows);
  const repeating = rows.filter((row) =>
    foldLabel(cellAt(row, fullName)).includes(foldLabel(cellAt(row, familyName))),
  );
  return rows.length > 0 && repeating.length >= rows.length / 2;
}

/** What single headings cannot know: the columns beside them. */
function settle(
  sheet: Sheet,
  guess: MappingGuess<NominationField>,
  resolve: ResolveParty,
): Columns {
  const columns: Columns = { ...guess.columns };
  const rename = (from: NominationField, to: NominationField) => {
    const column = columns[from];
    if (column === undefined || columns[to] !== undefined) return;
    columns[to] = column;
    Reflect.deleteProperty(columns, from);
  };
  // Beside a column of given names, `Name` (and French `Nom`) is the family name.
  if (columns.givenName !== undefined) rename('fullName', 'familyName');
  // Beside a column of family names, `Name` (and `Имя`, `Nombre`) is the given name, unless it
  // repeats the family name.
  else if (columns.fullName !== undefined && !repeats(sheet, guess.headerRow, columns))
    rename('fullName', 'givenName');
  const { organization } = columns;
  if (organization !== undefined) {
    const share = partyShare(sheet, guess.headerRow, organization, resolve);
    if (columns.party === undefined && share >= 0.5) rename('organization', 'party');
    else if (share < 0.5) rename('organization', 'institution');
  }
  return columns;
}

/**
 * Guesses the columns of a nomination list. `headerRow` overrides the search for the headings
 * (`null`: the sheet has none).
 */
export function guessMapping(
  sheet: Sheet,
  resolveParty: ResolveParty,
  headerRow?: number | null,
): NominationGuess {
  if (headerRow == null && isIndicoSix(sheet)) {
    const share = partyShare(sheet, null, 2, resolveParty);
    const order: readonly NominationField[] = [
      ...(['givenName', 'familyName'] as const),
      share >= 0.5 ? 'party' : 'institution',
      ...(['jobTitle', 'phone', 'email'] as const),
    ];
    const columns: Columns = {};
    order.forEach((field, column) => (columns[field] = column));
    const guesses = order.map((field, column) => ({
      column,
      header: '',
      field,
      confidence: 0.9,
      by: 'values' as const,
      others: [],
    }));
    return { headerRow: null, columns, guesses, form: 'indico-six' };
  }
  const guess = guessColumns(sheet, specs(resolveParty), headerRow);
  const columns = settle(sheet, guess, resolveParty);
  const header = guess.headerRow === null ? [] : (sheet.rows[guess.headerRow] ?? []);
  const fields = new Map(
    (Object.entries(columns) as [NominationField, number][]).map(([field, column]) => [
      column,
      field,
    ]),
  );
  return {
    headerRow: guess.headerRow,
    columns,
    guesses: guess.guesses.map((one) => ({ ...one, field: fields.get(one.column) ?? null })),
    form: isIndicoExport(header) ? 'indico-export' : null,
  };
}
