import { error, warning, type Issue } from '../issue';
import { foldLabel } from '../table/fold-label';
import { cellAt, isBlank } from '../table/sheet';
import { changesOf, compare, KnownNominees, type Comparison } from './compare';
import { columnOrder, type DayOrder } from './dates';
import type { NominationField } from './header-names';
import type { NominationIssueCode } from './issues';
import { readRow, type FileContext, type ReadRow } from './read-row';
import type {
  NominationInput,
  NominationList,
  NominationPart,
  NominationRow,
  ReadingContext,
  Verdict,
} from './types';

interface Line {
  readonly cells: readonly string[];
  readonly row: number;
  readonly at: number;
  readonly key: string;
}

function dataLines({ sheet, mapping, edits }: NominationInput, part: number): Line[] {
  const first = mapping.headerRow === null ? 0 : mapping.headerRow + 1;
  return sheet.rows
    .map((cells, at) => ({
      ...{ cells, at, row: sheet.firstLine[at] ?? at + 1 },
      key: `${part}:${at}`,
    }))
    .slice(first)
    .filter(({ cells, key }) => !isBlank(cells) || edits?.has(key) === true);
}

function contextOf(input: NominationInput, lines: readonly Line[]): FileContext {
  const values = (field: NominationField) =>
    lines.map(
      ({ cells, key }) =>
        input.edits?.get(key)?.[field] ?? cellAt(cells, input.mapping.columns[field]),
    );
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

interface Place {
  readonly row: number;
  readonly sheet: string;
}

/** Finds rows of the file that repeat earlier ones. */
class Repeats {
  private readonly emails = new Map<string, Place>();
  private readonly names = new Map<string, Place & { readonly mailed: boolean }>();

  constructor(private readonly known: KnownNominees) {}

  issues({ row, data }: ReadRow, sheet: string): Issue<NominationIssueCode>[] {
    const emails = data.emails.map((email) => email.toLowerCase());
    const earlier = emails.map((email) => this.emails.get(email)).find((one) => one !== undefined);
    const place = { row, sheet };
    for (const email of emails) if (!this.emails.has(email)) this.emails.set(email, place);
    const key = this.known.keyOf(data);
    const name = `${data.party ?? ''} ${key}`;
    const named = key === '' || data.party === null ? undefined : this.names.get(name);
    if (key !== '' && named === undefined)
      this.names.set(name, { ...place, mailed: emails.length > 0 });
    const first = (one: Place) => (one.sheet === sheet ? one.row : `${one.row} (${one.sheet})`);
    if (earlier !== undefined)
      return [
        error('duplicate-email', {
          row,
          value: data.emails[0] ?? null,
          params: { first: first(earlier) },
        }),
      ];
    if (named === undefined) return [];
    const report = named.mailed && emails.length > 0 ? warning : error;
    return [report('duplicate-name', { row, params: { first: first(named) } })];
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
  line: Line,
  part: number,
  { mapping, sheet }: NominationInput,
  known: KnownNominees,
  repeats: Repeats,
): NominationRow {
  const own = [...read.issues, ...repeats.issues(read, sheet.name)];
  const comparison = compare(read.data, known, read.row);
  const person = comparison.kind === 'conflict' ? null : comparison.person;
  const changes = comparison.kind === 'known' ? changesOf(read.data, comparison.person) : [];
  const against = comparison.kind === 'conflict' ? comparison.people : [];
  return {
    ...read.data,
    ...{ key: line.key, part, at: line.at, sheet: sheet.name, row: read.row },
    verdict: verdictOf(own, comparison, changes.length),
    issues: (comparison.kind === 'conflict' ? [...own, comparison.issue] : own).map((issue) =>
      placed(issue, mapping),
    ),
    partyText: read.partyText,
    partyEvidence: read.partyEvidence,
    partyCandidates: read.partyCandidates,
    match:
      person === null || comparison.kind === 'conflict'
        ? null
        : { personId: person.personId, nominationId: person.nominationId, by: comparison.by },
    changes,
    against: against.map((nominee) => ({
      personId: nominee.personId,
      nominationId: nominee.nominationId,
      party: nominee.nominationId === null ? null : nominee.party,
      changes: changesOf(read.data, nominee),
    })),
    candidates: against.map(({ personId }) => personId),
  };
}

/**
 * The mapped sheets of one list → rows with a verdict each, against what is there already and
 * against one another. Nothing is written and nothing is decided: the preview shows it, and a human
 * takes it over. The same list read again after it was taken over has only rows that are `same`.
 */
export function readParts(
  parts: readonly NominationPart[],
  reading: ReadingContext,
): NominationList {
  const known = new KnownNominees(reading.existing, reading.foldName);
  const repeats = new Repeats(known);
  const rows = parts.flatMap((part, index) => {
    const defaults =
      part.party === undefined ? reading.defaults : { ...reading.defaults, party: part.party };
    const input: NominationInput = {
      ...reading,
      ...part,
      ...(defaults === undefined ? {} : { defaults }),
    };
    const lines = dataLines(input, index);
    const context = contextOf(input, lines);
    return lines.map((line) => {
      const edits = input.edits?.get(line.key);
      const read = readRow(context, line.cells, line.row, edits);
      return judge(read, line, index, input, known, repeats);
    });
  });
  const counts = { new: 0, changed: 0, same: 0, conflict: 0, error: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return { rows, counts };
}

/** {@link readParts} of a list of one sheet. */
export function readNominations({ sheet, mapping, ...reading }: NominationInput): NominationList {
  return readParts([{ sheet, mapping }], reading);
}
