import { error, warning, type Issue } from '../issue';
import { changesOf, compare, related, type Comparison, type KnownNominees } from './compare';
import type { NominationField } from './header-names';
import type { NominationIssueCode } from './issues';
import { wholeName } from './name';
import type { ReadRow } from './read-row';
import type { Listed, NominationInput, NominationRow, Verdict } from './types';

/** A row that holds something. */
export interface Line {
  readonly cells: readonly string[];
  readonly row: number;
  readonly at: number;
  readonly key: string;
}

/** The cell that is meant by what is said of a whole row: the first of these that has a column. */
const CELLS: Partial<Record<NominationIssueCode, readonly NominationField[]>> = {
  'duplicate-email': ['email'],
  'email-in-two-rows': ['email'],
  'nominated-twice': ['party'],
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

/** A row as it was read, before anything else of the list is asked. */
export interface Entry {
  readonly line: Line;
  /** Of the part that it stands in, and the name of its sheet. */
  readonly index: number;
  readonly sheet: string;
  readonly read: ReadRow;
  /** What of it was something else before somebody corrected it. */
  readonly listed: Listed;
  /** The name as it is compared. */
  readonly key: string;
  /** Addresses in lower case, and party with name: what a later row may repeat. */
  readonly emails: readonly string[];
  /** `null`: it has no name or no party, and so repeats nobody by name. */
  readonly name: string | null;
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

/** The row as the preview shows it: against who is known, and with what earlier rows say of it. */
export function judge(
  { line, index, read, sheet, listed }: Entry,
  { mapping }: NominationInput,
  known: KnownNominees,
  repeated: readonly Issue<NominationIssueCode>[],
): NominationRow {
  const own = [...read.issues, ...repeated];
  const comparison = compare(read.data, known, read.row);
  const person = comparison.kind === 'conflict' ? null : comparison.person;
  const changes = comparison.kind === 'known' ? changesOf(read.data, comparison.person) : [];
  const against = comparison.kind === 'conflict' ? comparison.people : [];
  return {
    ...read.data,
    ...{ key: line.key, part: index, at: line.at, sheet, row: read.row },
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
    ...(Object.keys(listed).length === 0 ? {} : { listed: { ...person?.listed, ...listed } }),
  };
}

/** One address in two rows: one person twice, for two parties even, or two people who share it. */
function sameAddress(
  { row, data }: ReadRow,
  key: string,
  earlier: Entry,
  first: string | number,
): Issue<NominationIssueCode> {
  const value = data.emails[0] ?? null;
  const other = earlier.read.data;
  if (!related(key, earlier.key)) {
    const params = { first, name: wholeName(other.name) };
    return error('email-in-two-rows', { row, value, params });
  }
  const twice = data.party !== null && other.party !== null && data.party !== other.party;
  return twice
    ? error('nominated-twice', { row, params: { first, party: other.party } })
    : error('duplicate-email', { row, value, params: { first } });
}

/**
 * What there is to say of a row that repeats an earlier one: the first with one of its addresses,
 * and the first of its name and party.
 */
export function repeats(
  { read, key, emails, sheet }: Entry,
  mailed: Entry | undefined,
  named: Entry | undefined,
): Issue<NominationIssueCode>[] {
  const { row } = read;
  const first = (one: Entry) =>
    one.sheet === sheet ? one.read.row : `${one.read.row} (${one.sheet})`;
  if (mailed !== undefined) return [sameAddress(read, key, mailed, first(mailed))];
  if (named === undefined) return [];
  const report = named.emails.length > 0 && emails.length > 0 ? warning : error;
  return [report('duplicate-name', { row, params: { first: first(named) } })];
}
