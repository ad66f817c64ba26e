import type { ImportedRecord, ImportedTable } from '../domain/import/decide';
import { isStanding } from '../domain/nomination/rules';
import type { Nomination } from '../domain/nomination/types';
import type { RecordTable } from '../domain/record';
import { typeOf } from '../journal/catalogue';
import type { Json } from '../operation/json';
import { personalOf, type Body, type Operation } from '../operation/operation';
import { MemoryRows, project } from './project';
import { headIds } from './record';
import type { RecordRow } from './row';
import { view } from './views';

/** What hangs on a record of an import, or was done with it since: in the order in which it is told. */
export const WORKED_WITH = [
  'checked-in',
  'linked',
  'badge',
  'printed',
  'walk-in-approved',
  'walk-in',
  'reconfirmed',
  'replaced',
  'replaces',
  'merged',
  'told-apart',
  'changed',
  'delegation',
  'used-elsewhere',
] as const;
export type WorkedWith = (typeof WORKED_WITH)[number];

/** Something besides nominations that hangs on a person. */
export interface Hanging {
  readonly because: Extract<
    WorkedWith,
    'checked-in' | 'linked' | 'badge' | 'printed' | 'merged' | 'told-apart'
  >;
  /** When it came to be: an instant (ISO, UTC) or an operation's stamp, which begins with one. */
  readonly at: string;
}

/** What is known of the data now, asked record by record. */
export interface PresentState {
  /** A record as it is projected now. */
  row(table: RecordTable, id: string): RecordRow | undefined;
  /** All operations about a record that the import changed. */
  history(table: ImportedTable, id: string): readonly Operation[];
  /**
   * Whether the person was seen at this meeting, is named by a login or an alias, has a badge of any
   * meeting, stands for a merged record, or was told apart from somebody.
   */
  hanging(person: string): readonly Hanging[];
  /** Whether somebody is replaced by this nomination. */
  replaces(nomination: string): boolean;
  /** The nominations of all meetings that name a person or a party. */
  nominationsOf(table: 'people' | 'parties', id: string): readonly NamedBy[];
  /** Whether anything but nominations uses a person or party: another meeting, a host. */
  usedElsewhere(table: 'people' | 'parties', id: string): boolean;
}

export type NamedBy = Pick<Nomination, 'id' | 'person' | 'walkIn' | 'state'>;

export interface TakenBack extends ImportedRecord {
  /**
   * What was done with the record since. Of a record that is touched, why it stays; one that goes
   * back to what it was although somebody has worked with it has it, too.
   */
  readonly because: readonly WorkedWith[];
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

/** What was done, each once and in the order in which it is told. */
export function inTellingOrder(all: Iterable<WorkedWith>): WorkedWith[] {
  const found = new Set(all);
  return WORKED_WITH.filter((one) => found.has(one));
}

/** What a nomination that was changed since has become. */
function become(row: RecordRow): WorkedWith {
  const { state, walkIn } = view('nominations', row);
  if (state === 'reconfirmed' || state === 'replaced') return state;
  return walkIn && state === 'accepted' ? 'walk-in-approved' : 'changed';
}

export function walkInsOf(nominations: readonly NamedBy[]): WorkedWith[] {
  return nominations
    .filter(({ walkIn }) => walkIn)
    .map((one) => (isStanding(one) ? 'walk-in-approved' : 'walk-in'));
}

function changedRecord(
  said: Said,
  own: ReadonlySet<string>,
  since: string,
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
    because: inTellingOrder([
      ...(touched ? [said.table === 'nominations' ? become(row) : 'changed'] : []),
      ...doneSince(said, row, own, since, present),
    ]),
    ...(values === null ? {} : { restore: { ...values, over } }),
  };
}

/** What hangs, since the import, on a record that it changed and did not bring. */
function doneSince(
  said: Said,
  row: RecordRow,
  own: ReadonlySet<string>,
  since: string,
  present: PresentState,
): WorkedWith[] {
  if (said.table !== 'nominations' && said.table !== 'people') return [];
  const person = said.table === 'people' ? said.id : (row.v['person'] as string);
  const hanging = present.hanging(person).filter(({ at }) => at > since);
  const [head, at] = row.ops[row.h['state'] ?? -1] ?? ['', ''];
  const decided = said.table === 'nominations' && !own.has(head) && at > since;
  return [...hanging.map(({ because }) => because), ...(decided ? [become(row)] : [])];
}

/**
 * What taking an import back would do, record by record. A nomination stays when its person was
 * checked in, linked, given a badge or compared with others, or when either was changed since; a
 * person or party that the import brought stays as long as anything that stays uses it.
 */
export function importedRecords(
  operations: readonly Operation[],
  present: PresentState,
): TakenBack[] {
  const own = new Set(operations.map(({ id }) => id));
  const since = operations[0]?.at ?? '';
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
  const hangingOn = (person: string): WorkedWith[] => [
    ...present.hanging(person).map(({ because }) => because),
    ...(changedPeople.has(person) ? (['changed'] as const) : []),
  ];
  const nominations = brought('nominations').map(({ said, row }) => {
    const why = hangingOn(row.v['person'] as string);
    if (!isOwn(row, own)) why.push(become(row));
    if (present.replaces(row.id)) why.push('replaces');
    return { said, row, why };
  });
  const going = new Set(
    nominations.flatMap(({ said, why }) => (why.length === 0 ? [said.id] : [])),
  );
  const ofPerson = Map.groupBy(nominations, ({ row }) => row.v['person']);
  const named = new Set(nominations.map(({ said }) => said.id));

  const whyPerson = (id: string): WorkedWith[] => {
    const naming = present.nominationsOf('people', id);
    const stays = naming.some((one) => !going.has(one.id)) || present.usedElsewhere('people', id);
    const why = [
      ...(ofPerson.get(id) ?? []).flatMap((one) => one.why),
      ...hangingOn(id),
      ...walkInsOf(naming.filter((one) => !named.has(one.id))),
    ];
    return why.length === 0 && stays ? ['used-elsewhere'] : why;
  };
  const whyParty = (id: string, row: RecordRow): WorkedWith[] => {
    const naming = present.nominationsOf('parties', id);
    const used = naming.some((one) => !going.has(one.id)) || present.usedElsewhere('parties', id);
    return [
      ...(isOwn(row, own) ? [] : (['changed'] as const)),
      ...(used ? (['used-elsewhere'] as const) : []),
    ];
  };

  const record = (said: Said, row: RecordRow, why: readonly WorkedWith[]): TakenBack => ({
    id: said.id,
    table: said.table,
    removedHeads: headIds(row, ['removed']),
    subjects: said.operation.subjects,
    touched: why.length > 0,
    because: inTellingOrder(why),
  });
  return [
    ...nominations.map(({ said, row, why }) => record(said, row, why)),
    ...brought('people').map(({ said, row }) => record(said, row, whyPerson(said.id))),
    ...brought('parties').map(({ said, row }) => record(said, row, whyParty(said.id, row))),
    ...all
      .filter(({ creates }) => !creates)
      .map((said) => changedRecord(said, own, since, present))
      .filter((one) => one !== null),
  ];
}
