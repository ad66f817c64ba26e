import type { ImportedRecord, ImportedTable } from '../domain/import/decide';
import type { RecordTable } from '../domain/record';
import { typeOf } from '../journal/catalogue';
import type { Json } from '../operation/json';
import { personalOf, type Body, type Operation } from '../operation/operation';
import { MemoryRows, project } from './project';
import { headIds } from './record';
import type { RecordRow } from './row';
import { view } from './views';

/** Why a record stays when its import is taken back. */
export type KeptBecause =
  'checked-in' | 'linked' | 'badge' | 'compared' | 'changed' | 'used-elsewhere';

/** What is known of the data now, asked record by record. */
export interface PresentState {
  /** A record as it is projected now. */
  row(table: RecordTable, id: string): RecordRow | undefined;
  /** All operations about a record that the import changed. */
  history(table: ImportedTable, id: string): readonly Operation[];
  /** Whether a person was seen at this meeting. */
  attended(person: string): boolean;
  /** Whether a login of a platform's report, or an alias, names the person. */
  linked(person: string): boolean;
  /** Whether a badge of any meeting was made for the person, or lent to them. */
  hasBadge(person: string): boolean;
  /** Whether another record was merged into this person's, or somebody told the two apart. */
  compared(person: string): boolean;
  /** Whether somebody is replaced by this nomination. */
  replaces(nomination: string): boolean;
  /**
   * Whether a person or party is used by anything other than the nominations given: another
   * meeting, a nomination by hand, a host.
   */
  usedElsewhere(table: 'people' | 'parties', id: string, except: ReadonlySet<string>): boolean;
}

export interface TakenBack extends ImportedRecord {
  readonly because?: KeptBecause;
}

interface Said {
  readonly table: ImportedTable;
  readonly id: string;
  readonly creates: boolean;
  readonly operation: Operation;
}

const TABLES = new Set<RecordTable>(['nominations', 'people', 'parties']);

/** What each of an import's operations speaks of; the import's own record is left out. */
function saidBy(operations: readonly Operation[]): Said[] {
  return operations.flatMap((operation): Said[] => {
    const type = typeOf(operation.type, operation.v);
    if (type?.kind !== 'record' || !TABLES.has(type.table)) return [];
    const table = type.table as ImportedTable;
    return [{ table, id: operation.body['id'] as string, creates: type.creates, operation }];
  });
}

/** The records that an import changed and did not bring: whose history is needed. */
export function changedByImport(
  operations: readonly Operation[],
): { readonly table: ImportedTable; readonly id: string }[] {
  return saidBy(operations).filter(({ creates }) => !creates);
}

function isOwn(row: RecordRow, own: ReadonlySet<string>): boolean {
  return row.ops.every(([id]) => own.has(id));
}

function fieldsOf(operation: Operation): string[] {
  const set = operation.body['set'] as Body;
  const personal = personalOf(operation)?.['set'] as Body | undefined;
  return [...Object.keys(set), ...Object.keys(personal ?? {})];
}

/** The values that the operation's fields had before it, as if it had never been. */
function before(said: Said, own: ReadonlySet<string>, history: readonly Operation[]) {
  const rows = new MemoryRows();
  for (const one of history) if (!own.has(one.id)) project(one, rows);
  const row = rows.get(said.table, said.id) as RecordRow | undefined;
  if (row === undefined) return null;
  const values = view(said.table, row) as unknown as Record<string, Json>;
  const pick = (fields: readonly string[]): Body =>
    Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
  const personal = personalOf(said.operation)?.['set'] as Body | undefined;
  return {
    set: pick(Object.keys(said.operation.body['set'] as Body)),
    personal: pick(Object.keys(personal ?? {})),
  };
}

function changedRecord(
  said: Said,
  own: ReadonlySet<string>,
  present: PresentState,
): TakenBack | null {
  const row = present.row(said.table, said.id);
  if (row?.live !== 1) return null;
  const over = headIds(row, fieldsOf(said.operation));
  const values = before(said, own, present.history(said.table, said.id));
  const touched = values === null || over.some((head) => !own.has(head));
  return {
    id: said.id,
    table: said.table,
    removedHeads: [],
    subjects: said.operation.subjects,
    touched,
    ...(touched ? { because: 'changed' as const } : {}),
    ...(values === null ? {} : { restore: { ...values, over } }),
  };
}

/**
 * What taking an import back would do, record by record. A nomination stays when its person was
 * checked in, linked, given a badge or compared with others, or when either was changed since; a person or party that the import
 * brought stays as long as anything that stays uses it.
 */
export function importedRecords(
  operations: readonly Operation[],
  present: PresentState,
): TakenBack[] {
  const own = new Set(operations.map(({ id }) => id));
  const all = saidBy(operations);
  const brought = (table: ImportedTable) =>
    all.flatMap((said) => {
      if (said.table !== table || !said.creates) return [];
      const row = present.row(table, said.id);
      return row?.live === 1 ? [{ said, row }] : [];
    });

  const changedPeople = new Set(
    brought('people')
      .filter(({ row }) => !isOwn(row, own))
      .map(({ said }) => said.id),
  );
  const whyNomination = (row: RecordRow): KeptBecause | null => {
    const person = row.v['person'] as string;
    if (present.attended(person)) return 'checked-in';
    if (present.linked(person)) return 'linked';
    if (present.hasBadge(person)) return 'badge';
    if (present.compared(person)) return 'compared';
    const changed = !isOwn(row, own) || changedPeople.has(person) || present.replaces(row.id);
    return changed ? 'changed' : null;
  };

  const nominations = brought('nominations').map(({ said, row }) => ({
    ...{ said, row, why: whyNomination(row) },
  }));
  const going = new Set(nominations.flatMap(({ said, why }) => (why === null ? [said.id] : [])));
  const keptFor = new Map(nominations.map(({ row, why }) => [row.v['person'], why] as const));
  const whyPerson = (id: string): KeptBecause | null => {
    const kept = keptFor.get(id) ?? null;
    if (kept !== null) return kept;
    if (present.hasBadge(id)) return 'badge';
    if (present.compared(id)) return 'compared';
    if (changedPeople.has(id)) return 'changed';
    return present.usedElsewhere('people', id, going) ? 'used-elsewhere' : null;
  };
  const whyParty = (id: string, row: RecordRow): KeptBecause | null => {
    if (!isOwn(row, own)) return 'changed';
    return present.usedElsewhere('parties', id, going) ? 'used-elsewhere' : null;
  };

  const record = (said: Said, row: RecordRow, why: KeptBecause | null): TakenBack => ({
    id: said.id,
    table: said.table,
    removedHeads: headIds(row, ['removed']),
    subjects: said.operation.subjects,
    touched: why !== null,
    ...(why === null ? {} : { because: why }),
  });
  return [
    ...nominations.map(({ said, row, why }) => record(said, row, why)),
    ...brought('people').map(({ said, row }) => record(said, row, whyPerson(said.id))),
    ...brought('parties').map(({ said, row }) => record(said, row, whyParty(said.id, row))),
    ...all
      .filter(({ creates }) => !creates)
      .map((said) => changedRecord(said, own, present))
      .filter((one) => one !== null),
  ];
}
