import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import type { RecordTable } from '../record';

/** What an import can bring or change. */
export type ImportedTable = Extract<
  RecordTable,
  'nominations' | 'people' | 'parties' | 'reports' | 'logins'
>;

/** A record that an import brought or changed, as far as taking it back is concerned. */
export interface ImportedRecord {
  readonly id: string;
  readonly table: ImportedTable;
  /** Heads of its field `removed`, normally none. */
  readonly removedHeads: readonly string[];
  readonly subjects: readonly string[];
  /** Somebody has changed it, checked it in or linked it since. */
  readonly touched: boolean;
  /** What it was before, for a record that the import changed; a record that it brought has none. */
  readonly restore?: {
    readonly set: Body;
    readonly personal: Body;
    /** Heads of these fields. */
    readonly over: readonly string[];
  };
}

const REMOVING = {
  nominations: 'nomination.changed',
  people: 'person.changed',
  parties: 'party.changed',
  reports: 'report.changed',
  logins: 'login.linked',
} as const;

/**
 * Takes back an import as one act. Records touched since are kept and listed: what a person did
 * by hand is worth more than the wish to undo.
 */
export function undoImport<Record extends ImportedRecord>(
  context: DecisionContext,
  /** `null`: an import that belongs to none. */
  meeting: string | null,
  importId: string,
  importHeads: readonly string[],
  records: readonly Record[],
): { decision: Decision; kept: Record[] } {
  const kept = records.filter((record) => record.touched);
  const drafts: Draft[] = records
    .filter((record) => !record.touched)
    .map((record) => compensation(context, meeting, record));
  drafts.push(
    draft(context, {
      type: 'import.undone',
      meeting,
      over: [...importHeads],
      body: { id: importId, set: { state: 'undone' } },
    }),
  );
  return { decision: { ok: true, drafts }, kept };
}

/** Records that belong to no meeting. */
const ANYWHERE = new Set<ImportedTable>(['people', 'parties']);

function compensation(
  context: DecisionContext,
  meeting: string | null,
  record: ImportedRecord,
): Draft {
  const { id, table, subjects, restore } = record;
  const personal = restore !== undefined && Object.keys(restore.personal).length > 0;
  return draft(context, {
    type: REMOVING[table],
    meeting: ANYWHERE.has(table) ? null : meeting,
    over: [...(restore?.over ?? record.removedHeads)],
    subjects: [...subjects],
    body: { id, set: restore?.set ?? { removed: true } },
    personal: personal ? { set: restore.personal } : null,
  });
}
