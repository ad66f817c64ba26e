import { undoImport, type ImportedTable } from '@shared/domain/import/decide';
import type { RecordTable } from '@shared/domain/record';
import { sameCode } from '@shared/domain/party/check';
import type { Party } from '@shared/domain/party/types';
import { personsOf } from '@shared/domain/virtual/types';
import type { DecisionContext } from '@shared/operation/draft';
import type { Draft, Operation, Stamped } from '@shared/operation/operation';
import { dependentsOf, type Dependent } from '@shared/projections/import-dependents';
import {
  changedByImport,
  importedRecords,
  type Hanging,
  type PresentState,
  type TakenBack,
} from '@shared/projections/imported-records';
import type { AttendanceRow, RecordRow } from '@shared/projections/row';
import { view, type Views } from '@shared/projections/views';
import { holding } from '../../db/apply';
import type { Rows } from '../../db/collections';
import type { Store } from '../../db/store';

/** What of the register taking back needs: the bridge, or a stand-in in tests. */
export interface RegisterReader {
  read(request: { after: number; limit: number }): Promise<{ operations: Stamped[] }>;
  history(request: { record: string }): Promise<{ operations: Stamped[] }>;
}

const PAGE = 5000;
const AT_ONCE = 40;

/**
 * The operations of an import: those that follow one another in the sequence of its replica, from
 * the one that made it. Empty when it is not known how many they are.
 */
async function operationsOf(register: RegisterReader, importId: string): Promise<Operation[]> {
  const { operations } = await register.history({ record: importId });
  const made = operations.find(({ operation }) => operation.type === 'import.made');
  if (made === undefined) return [];
  const { replica, seq } = made.operation;
  const count = Number((made.operation.body['set'] as Record<string, unknown>)['operations'] ?? 0);
  const found: Operation[] = [];
  let after = made.n - 1;
  while (found.length < count) {
    const page = await register.read({ after, limit: PAGE });
    const last = page.operations.at(-1);
    if (last === undefined) break;
    for (const { operation } of page.operations) {
      const own = operation.replica === replica;
      if (own && operation.seq >= seq && operation.seq < seq + count) found.push(operation);
    }
    after = last.n;
  }
  return found;
}

type Histories = ReadonlyMap<string, readonly Operation[]>;

async function historiesOf(
  register: RegisterReader,
  records: readonly { table: ImportedTable; id: string }[],
): Promise<Histories> {
  const found = new Map<string, readonly Operation[]>();
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const some = records.slice(at, at + AT_ONCE);
    const histories = await Promise.all(
      some.map(({ id }) => register.history({ record: id }).then(({ operations }) => operations)),
    );
    some.forEach(({ table, id }, index) => {
      const own = holding(histories[index] ?? []);
      found.set(
        `${table} ${id}`,
        own.filter(({ body }) => body['id'] === id),
      );
    });
  }
  return found;
}

interface Known<T> {
  readonly one: T;
  /** When it was last changed: the stamp of that operation. */
  readonly at: string;
}

/** The live records of a table, each with the time of its last change. */
async function knownOf<T extends RecordTable>(
  { collections }: Store,
  table: T,
  meeting: string | null = null,
): Promise<Known<Views[T]>[]> {
  const rows = [...(await collections.load(table, meeting)).values()] as RecordRow[];
  return rows.flatMap((row) => {
    if (row.live !== 1) return [];
    const at = row.ops.reduce((last, [, stamp]) => (stamp > last ? stamp : last), '');
    return [{ one: view(table, row), at }];
  });
}

async function attendedAt({ collections }: Store, meeting: string): Promise<AttendanceRow[]> {
  const rows = await collections.load('attendance', meeting);
  return [...rows.values()].flatMap((row) =>
    row.table === 'attendance' && Object.keys(row.e).length > 0 ? [row] : [],
  );
}

/** Everything of the present that decides what stays. */
async function presentState(
  store: Store,
  meeting: string | null,
  histories: Histories,
): Promise<PresentState> {
  const meetings = await store.list('meetings');
  const own = meeting === null ? [] : [meeting];
  const ids = [...new Set([...own, ...meetings.map(({ id }) => id)])];
  const everywhere = <T>(ask: (id: string) => Promise<T[]>) =>
    Promise.all(ids.map(ask)).then((lists) => lists.flat());
  const [nominations, logins, badges, prints, people, distinctions, aliases, attended] =
    await Promise.all([
      everywhere((id) => store.list('nominations', id)),
      everywhere((id) => knownOf(store, 'logins', id)),
      knownOf(store, 'badges'),
      store.list('prints'),
      knownOf(store, 'people'),
      knownOf(store, 'distinctions'),
      knownOf(store, 'aliases'),
      everywhere((id) => attendedAt(store, id)),
    ]);
  const [recommendations, reported] = await Promise.all([
    store.list('recommendations'),
    store.list('implementations'),
  ]);
  const tables = new Map<RecordTable, Rows>();
  for (const table of ['people', 'parties'] as const) {
    tables.set(table, await store.collections.load(table, null));
  }
  if (meeting !== null) {
    tables.set('nominations', await store.collections.load('nominations', meeting));
  }

  const hanging = new Map<string, Hanging[]>();
  const hang = (person: string | null, because: Hanging['because'], at: string) => {
    if (person === null) return;
    hanging.set(person, [...(hanging.get(person) ?? []), { because, at }]);
  };
  for (const row of attended.filter((one) => one.meeting === meeting)) {
    hang(row.person, 'checked-in', new Date(lastEvent(row)).toISOString());
  }
  for (const { one, at } of logins) for (const id of personsOf(one.link)) hang(id, 'linked', at);
  for (const { one, at } of aliases) if (!one.revoked) hang(one.person, 'linked', at);
  for (const { one, at } of badges) {
    hang(one.person, 'badge', at);
    hang(one.lentTo, 'badge', at);
  }
  for (const { person, at } of prints) hang(person, 'printed', at);
  for (const { one, at } of people) hang(one.mergedInto, 'merged', at);
  for (const { one, at } of distinctions) {
    hang(one.one, 'told-apart', at);
    hang(one.other, 'told-apart', at);
  }

  const successors = new Set(nominations.flatMap(({ replacedBy }) => replacedBy ?? []));
  const seenAnywhere = new Set(attended.map(({ person }) => person));
  const spokenOf = new Set([
    ...meetings.flatMap((one) => one.hosts.map(({ party }) => party)),
    ...recommendations.flatMap((one) => one.parties),
    ...reported.map(({ party }) => party),
    ...badges.flatMap(({ one }) => one.party ?? []),
  ]);
  const usesOf = {
    people: Map.groupBy(nominations, ({ person }) => person),
    parties: Map.groupBy(nominations, ({ party }) => party),
  };
  return {
    row: (table, id) => tables.get(table)?.get(id) as RecordRow | undefined,
    history: (table, id) => histories.get(`${table} ${id}`) ?? [],
    hanging: (person) => hanging.get(person) ?? [],
    replaces: (nomination) => successors.has(nomination),
    nominationsOf: (table, id) => usesOf[table].get(id) ?? [],
    usedElsewhere: (table, id) => (table === 'people' ? seenAnywhere : spokenOf).has(id),
  };
}

function lastEvent({ e }: AttendanceRow): number {
  return Math.max(...Object.values(e).flatMap((events) => events.map(([, , , when]) => when)));
}

export interface TakingBack {
  readonly drafts: Draft[];
  /** Everybody with whom others have worked since, whether or not their records stay. */
  readonly dependents: readonly Dependent[];
  /**
   * Records that stay as they are because somebody has worked with them since. A person of a list who
   * merely serves elsewhere as well is not told of: nothing of this meeting was kept for that.
   */
  readonly kept: readonly TakenBack[];
  /** What goes, and what goes back to what it was. */
  readonly counts: {
    readonly nominations: number;
    readonly people: number;
    readonly parties: number;
    readonly restored: number;
  };
}

/** Decides how an import is taken back; `null` when the register does not know how it was made. */
export async function takeBackImport(
  context: DecisionContext,
  { store, register }: { readonly store: Store; readonly register: RegisterReader },
  { meeting, importId }: { readonly meeting: string | null; readonly importId: string },
): Promise<TakingBack | null> {
  const operations = await operationsOf(register, importId);
  if (operations.length === 0) return null;
  const changed = changedByImport(operations);
  const histories = await historiesOf(register, changed);
  const present = await presentState(store, meeting, histories);
  const all = importedRecords(operations, present);
  const records = meeting === null ? withoutTakenCodes(all, await store.list('parties')) : all;
  const heads = await store.heads('imports', meeting, importId, ['state']);
  const { decision, kept } = undoImport(context, meeting, importId, heads, records);
  if (!decision.ok) return null;
  const gone = records.filter(({ touched, restore }) => !touched && restore === undefined);
  const count = (table: ImportedTable) => gone.filter((one) => one.table === table).length;
  return {
    drafts: decision.drafts,
    dependents: meeting === null ? [] : dependentsOf(records, present),
    kept: meeting === null ? kept : kept.filter(isTelling),
    counts: {
      nominations: count('nominations'),
      people: count('people'),
      parties: count('parties'),
      restored: new Set(
        records.flatMap(({ id, touched, restore }) => (touched || !restore ? [] : [id])),
      ).size,
    },
  };
}

/** A party does not get a code back that another one, which stays, has taken since. */
function withoutTakenCodes(
  records: readonly TakenBack[],
  parties: readonly Pick<Party, 'id' | 'code'>[],
): readonly TakenBack[] {
  const going = new Map(records.filter(({ touched }) => !touched).map((one) => [one.id, one]));
  const staying = parties.flatMap(({ id, code }) => {
    const restored = going.get(id)?.restore?.set;
    if (going.has(id) && restored === undefined) return [];
    return restored !== undefined && 'code' in restored ? [] : [{ id, code }];
  });
  const kept = records.map((record): TakenBack => {
    const code = record.touched ? undefined : record.restore?.set['code'];
    if (typeof code !== 'string') return record;
    const taken = staying.some((one) => one.id !== record.id && sameCode(one.code, code));
    return taken ? { ...record, touched: true, because: ['used-elsewhere'] } : record;
  });
  // One that now keeps its code may stand in the way of another.
  const same = kept.every((record, at) => record === records[at]);
  return same ? records : withoutTakenCodes(kept, parties);
}

function isTelling({ because }: TakenBack): boolean {
  return because.some((one) => one !== 'used-elsewhere');
}
