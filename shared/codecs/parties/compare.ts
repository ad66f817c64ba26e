import { checkParty, sameCode, tidyFocalPoints, tidyParty } from '../../domain/party/check';
import type { PartyProblem } from '../../domain/party/check';
import {
  changedFields,
  codesAfter,
  fieldsOf,
  sameFocalPoints,
  type TakenParty,
} from '../../domain/party/decide';
import { PARTY_DEFAULTS, type Party, type PartyFields } from '../../domain/party/types';
import { error, type Issue } from '../issue';
import type { RegistryIssueCode, RegistryRow } from './read';

export type RegistryVerdict = 'new' | 'changed' | 'same' | 'error';

/** `twice`: an earlier row is about the same party. */
export type RegistryProblem = RegistryIssueCode | PartyProblem | 'twice';

/** A row of the file against what is on record. */
export interface ComparedRow {
  readonly row: number;
  readonly code: string;
  readonly verdict: RegistryVerdict;
  /** Field by field, what would change; empty for a row that is not `changed`. */
  readonly changed: readonly (keyof PartyFields | 'focalPoints')[];
  readonly issues: readonly Issue<RegistryProblem>[];
  readonly taken: TakenParty;
}

/**
 * What taking a file over would do, row by row; nothing is written. A row means the party of its
 * `id`, else the one of its code. Parties that the file does not name stay as they are.
 */
export function compareRegistry(
  rows: readonly RegistryRow[],
  parties: readonly Party[],
): ComparedRow[] {
  const seen = new Set<string>();
  const begun = rows.map((row) => {
    const party = partyOf(row, parties);
    const key = party?.id ?? row.code.toUpperCase();
    const twice = key !== '' && seen.has(key);
    seen.add(key);
    const before = party === null ? PARTY_DEFAULTS : fieldsOf(party);
    const taken: TakenParty = {
      party,
      fields: tidyParty({ ...before, ...row.set }),
      focalPoints: row.focalPoints ?? undefined,
    };
    return { row, twice, taken };
  });
  const codes = codesAfter(
    begun.filter(({ twice }) => !twice).map(({ taken }) => taken),
    parties,
  );
  return begun.map(({ row, twice, taken }) => {
    const others = codes.filter(({ of }) => of !== taken);
    const issues: Issue<RegistryProblem>[] = [...row.issues];
    if (twice) issues.push(error('twice', { row: row.row }));
    else if (row.issues.length === 0) issues.push(...problems(row, taken, others));
    return { row: row.row, code: row.code, issues, taken, ...verdict(taken, issues) };
  });
}

/** What is taken over of a file: rows that are new or differ. */
export function takenOf(rows: readonly ComparedRow[]): TakenParty[] {
  return rows
    .filter(({ verdict: one }) => one === 'new' || one === 'changed')
    .map(({ taken }) => taken);
}

function partyOf(row: RegistryRow, parties: readonly Party[]): Party | null {
  return (
    parties.find(({ id }) => id === row.id) ??
    parties.find(({ code }) => sameCode(code, row.code)) ??
    null
  );
}

function problems(
  { row }: RegistryRow,
  { party, fields, focalPoints }: TakenParty,
  others: readonly { readonly code: string }[],
): Issue<PartyProblem>[] {
  const points = tidyFocalPoints(focalPoints ?? party?.focalPoints ?? []);
  const refusal = checkParty(fields, points, others);
  if (refusal === null) return [];
  return [error(refusal.reason, { row, value: fields.code, params: { ...refusal.params } })];
}

function verdict(
  { party, fields, focalPoints }: TakenParty,
  issues: readonly Issue[],
): Pick<ComparedRow, 'verdict' | 'changed'> {
  if (issues.length > 0) return { verdict: 'error', changed: [] };
  if (party === null) return { verdict: 'new', changed: [] };
  const people = focalPoints !== undefined && !sameFocalPoints(party.focalPoints, focalPoints);
  const changed = [...changedFields(party, fields), ...(people ? (['focalPoints'] as const) : [])];
  return { verdict: changed.length === 0 ? 'same' : 'changed', changed };
}
