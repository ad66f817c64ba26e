import type { Against, FieldChange, NominationRow } from './types';

/**
 * What a human decided of a row. `replace`: what the list says wins; `keep`: what is known wins, and
 * the list only fills what is empty; `another`: not the person who is known (and, where the person is
 * nominated by another party, a second nomination); `skip`: the row is left out.
 */
export const TAKES = ['replace', 'keep', 'another', 'skip'] as const;
export type Take = (typeof TAKES)[number];

export interface Choice {
  readonly take: Take;
  /** Who of several is meant. */
  readonly person?: string;
}

/** By key of the row; a row without one follows its verdict. */
export type Choices = ReadonlyMap<string, Choice>;

/** What can be decided of a row; nothing of one that is the same. */
export function takesOf({ verdict, match }: NominationRow): readonly Take[] {
  switch (verdict) {
    case 'new':
      if (match === null) return ['replace', 'skip'];
      return match.by === 'name' ? TAKES : ['replace', 'keep', 'skip'];
    case 'changed':
      return ['replace', 'keep', 'skip'];
    case 'conflict':
      return TAKES;
    case 'error':
      return ['skip'];
    case 'same':
      return [];
  }
}

/** What becomes of a row that nobody has decided on; `null`: it stands in the way. */
export function usualTake({ verdict }: NominationRow): Take | null {
  return verdict === 'new' || verdict === 'changed' ? 'replace' : null;
}

/** Only what is empty so far. */
function gaps(changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ from }) => from === '');
}

/** Whom a conflict was decided to be with: the only one there is, or the one chosen. */
export function meantBy(row: NominationRow, choice: Choice | undefined): Against | null {
  const [only] = row.against;
  if (row.against.length === 1 && only !== undefined) return only;
  return row.against.find(({ personId }) => personId === choice?.person) ?? null;
}

function settledConflict(row: NominationRow, choice: Choice): NominationRow | null | 'open' {
  const otherParty = row.issues.some(({ code }) => code === 'other-party');
  const known = meantBy(row, choice);
  if (choice.take === 'another') {
    if (!otherParty || known === null) return { ...row, verdict: 'new', match: null, changes: [] };
    const match = { personId: known.personId, nominationId: null, by: 'choice' as const };
    return { ...row, verdict: 'new', match, changes: known.changes };
  }
  if (known === null) return 'open';
  const { personId, nominationId, party } = known;
  const keeps = choice.take === 'keep';
  const moves = !keeps && nominationId !== null && party !== null && party !== row.party;
  const changes = keeps ? gaps(known.changes) : known.changes;
  if (nominationId !== null && changes.length === 0 && !moves) return null;
  return {
    ...row,
    verdict: nominationId === null ? 'new' : 'changed',
    match: { personId, nominationId, by: 'choice' },
    changes,
    ...(moves ? { movesParty: true as const } : {}),
  };
}

/**
 * A row as it is to be taken over after what a human decided: `null` when nothing of it is, `open`
 * when it stands in the way.
 */
export function settledRow(
  row: NominationRow,
  choice: Choice | undefined,
): NominationRow | null | 'open' {
  const take = choice?.take ?? usualTake(row);
  if (row.verdict === 'same' || take === 'skip') return null;
  if (take === null || row.verdict === 'error') return 'open';
  if (row.verdict === 'conflict') return settledConflict(row, { ...choice, take });
  if (take === 'another') return { ...row, verdict: 'new', match: null, changes: [] };
  if (take === 'replace') return row;
  const changes = gaps(row.changes);
  return row.verdict === 'changed' && changes.length === 0 ? null : { ...row, changes };
}

/** What can be decided of many rows at once; who is somebody else is asked row by row. */
export const BULK_TAKES = ['replace', 'keep', 'skip'] as const satisfies readonly Take[];
export type BulkTake = (typeof BULK_TAKES)[number];

/**
 * The rows of which this can be decided at once. Of a conflict with several people nothing wins
 * before somebody has said who is meant.
 */
export function decidable(
  rows: readonly NominationRow[],
  choices: Choices,
  take: BulkTake,
): readonly NominationRow[] {
  return rows.filter((row) => {
    if (!takesOf(row).includes(take)) return false;
    return (
      take === 'skip' || row.verdict !== 'conflict' || meantBy(row, choices.get(row.key)) !== null
    );
  });
}

/** The choices after one decision about all of these rows; `null`: each follows its verdict again. */
export function withTake(
  choices: Choices,
  rows: readonly NominationRow[],
  take: BulkTake | null,
): Choices {
  const next = new Map(choices);
  for (const { key } of rows) {
    if (take === null) next.delete(key);
    else next.set(key, { ...next.get(key), take });
  }
  return next;
}

/** The choices with those of these rows as they were before. */
export function withChoices(
  choices: Choices,
  rows: readonly NominationRow[],
  before: Choices,
): Choices {
  const next = new Map(choices);
  for (const { key } of rows) {
    const choice = before.get(key);
    if (choice === undefined) next.delete(key);
    else next.set(key, choice);
  }
  return next;
}
