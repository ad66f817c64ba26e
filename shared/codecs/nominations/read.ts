import { error, warning, type Issue } from '../issue';
import { foldLabel } from '../table/fold-label';
import { cellAt, isBlank } from '../table/sheet';
import { changesOf, compare, KnownNominees, type Comparison } from './compare';
import { columnOrder, type DayOrder } from './dates';
import type { NominationField } from './header-names';
import type { NominationIssueCode } from './issues';
import { readRow, type FileContext, type ReadRow } from './read-row';
import type { NominationInput, NominationList, NominationRow, Verdict } from './types';

interface Line {
  readonly cells: readonly string[];
  readonly row: number;
}

function dataLines({ sheet, mapping }: NominationInput): Line[] {
  const first = mapping.headerRow === null ? 0 : mapping.headerRow + 1;
  return sheet.rows
    .map((cells, at) => ({ cells, row: sheet.firstLine[at] ?? at + 1 }))
    .slice(first)
    .filter(({ cells }) => !isBlank(cells));
}

function contextOf(input: NominationInput, lines: readonly Line[]): FileContext {
  const values = (field: NominationField) =>
    lines.map(({ cells }) => cellAt(cells, input.mapping.columns[field]));
  const dates = ['sourceDate', 'receivedOn'] as const;
  // One person filled the file in: a column that decides for itself decides for the other.
  const all = columnOrder(dates.flatMap(values));
  const orders = new Map<NominationField, DayOrder | null>(
    dates.map((field) => [field, columnOrder(values(field)) ?? all]),
  );
  const letters = new Set(values('gender').map(foldLabel));
  const spanishGender = letters.has('h') && letters.has('m') && !letters.has('f');
  return { input, orders, spanishGender };
}

/** The cell that is meant by what is said of a whole row: the first of these that has a column. */
const CELLS: Partial<Record<NominationIssueCode, readonly NominationField[]>> = {
  'duplicate-email': ['email'],
  'duplicate-name': ['fullName', 'familyName'],
  'email-of-another': ['email'],
  'email-shared': ['email'],
  'name-with-other-email': ['email', 'fullName', 'familyName'],
  'several-of-that-name': ['fullName', 'familyName'],
  'other-party': ['party'],
};

function placed(
  issue: Issue<NominationIssueCode>,
  { columns }: NominationInput['mapping'],
): Issue<NominationIssueCode> {
  if (issue.column !== null) return issue;
  const field = CELLS[issue.code]?.find((one) => columns[one] !== undefined);
  return field === undefined ? issue : { ...issue, column: columns[field] ?? null };
}

/** Finds rows of the file that repeat earlier ones. */
class Repeats {
  private readonly emails = new Map<string, number>();
  private readonly names = new Map<string, { readonly row: number; readonly mailed: boolean }>();

  constructor(private readonly known: KnownNominees) {}

  issues({ row, data }: ReadRow): Issue<NominationIssueCode>[] {
    const emails = data.emails.map((email) => email.toLowerCase());
    const earlier = emails.map((email) => this.emails.get(email)).find((one) => one !== undefined);
    for (const email of emails) if (!this.emails.has(email)) this.emails.set(email, row);
    const key = this.known.keyOf(data);
    const name = `${data.party ?? ''} ${key}`;
    const named = key === '' || data.party === null ? undefined : this.names.get(name);
    if (key !== '' && named === undefined) this.names.set(name, { row, mailed: emails.length > 0 });
    if (earlier !== undefined)
      return [
        error('duplicate-email', {
          row,
          value: data.emails[0] ?? null,
          params: { first: earlier },
        }),
      ];
    if (named === undefined) return [];
    const report = named.mailed && emails.length > 0 ? warning : error;
    return [report('duplicate-name', { row, params: { first: named.row } })];
  }
}

function verdictOf(
  issues: readonly Issue<NominationIssueCode>[],
  comparison: Comparison,
  changes: number,
): Verdict {
  if (issues.some(({ severity }) => severity === 'error')) return 'error';
  if (comparison.kind === 'conflict') return 'conflict';
  if (comparison.kind === 'new') return 'new';
  return changes > 0 ? 'changed' : 'same';
}

function judge(
  read: ReadRow,
  { mapping }: NominationInput,
  known: KnownNominees,
  repeats: Repeats,
): NominationRow {
  const own = [...read.issues, ...repeats.issues(read)];
  const comparison = compare(read.data, known, read.row);
  const person = comparison.kind === 'conflict' ? null : comparison.person;
  const changes = comparison.kind === 'known' ? changesOf(read.data, comparison.person) : [];
  return {
    ...read.data,
    row: read.row,
    verdict: verdictOf(own, comparison, changes.length),
    issues: (comparison.kind === 'conflict' ? [...own, comparison.issue] : own).map((issue) =>
      placed(issue, mapping),
    ),
    partyText: read.partyText,
    partyCandidates: read.partyCandidates,
    match:
      person === null || comparison.kind === 'conflict'
        ? null
        : { personId: person.personId, nominationId: person.nominationId, by: comparison.by },
    changes,
    candidates: comparison.kind === 'conflict' ? comparison.candidates : [],
  };
}

/**
 * A mapped sheet → rows with a verdict each, against what is there already. Nothing is written and
 * nothing is decided: the preview shows it, and a human takes it over. The same list read again
 * after it was taken over has only rows that are `same`.
 */
export function readNominations(input: NominationInput): NominationList {
  const lines = dataLines(input);
  const context = contextOf(input, lines);
  const known = new KnownNominees(input.existing, input.foldName);
  const repeats = new Repeats(known);
  const rows = lines.map(({ cells, row }) =>
    judge(readRow(context, cells, row), input, known, repeats),
  );
  const counts = { new: 0, changed: 0, same: 0, conflict: 0, error: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return { rows, counts };
}
