import { undoImport, type ImportedTable } from '@shared/domain/import/decide';
import type { RecordTable } from '@shared/domain/record';
import { sameCode } from '@shared/domain/party/check';
import type { Party } from '@shared/domain/party/types';
import { personsOf } from '@shared/domain/virtual/decide';
import type { DecisionContext } from '@shared/operation/draft';
import type { Draft, Operation, Stamped } from '@shared/operation/operation';
import {
  changedByImport,
  importedRecords,
  type PresentState,
  type TakenBack,
} from '@shared/projections/imported-records';
import { attendanceId, type RecordRow } from '@shared/projections/row';
import { holding } from '../../db/apply';
import type { Rows } from '../../db/collections';
import { liveViews, type Store } from '../../db/store';

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
  onProgress: (done: number) => void,
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
    onProgress(found.size);
  }
  return found;
}

/** Everything of the present that decides what stays. */
async function presentState(
  store: Store,
  meeting: string | null,
  histories: Histories,
): Promise<PresentState> {
  const { collections } = store;
  const meetings = await store.list('meetings');
  const own = meeting === null ? [] : [meeting];
  const ids = [...new Set([...own, ...meetings.map(({ id }) => id)])];
  const everywhere = <T>(ask: (id: string) => Promise<T[]>) =>
    Promise.all(ids.map(ask)).then((lists) => lists.flat());
  const [nominations, logins, badges, distinctions, aliases, recommendations, reported, attended] =
    await Promise.all([
      everywhere((id) => store.list('nominations', id)),
      everywhere((id) => store.list('logins', id)),
      store.list('badges'),
      store.list('distinctions'),
      store.list('aliases'),
      store.list('recommendations'),
      store.list('implementations'),
      everywhere(async (id) => {
        const rows = await collections.load('attendance', id);
        return [...rows.values()].flatMap((row) =>
          row.table === 'attendance' && Object.keys(row.e).length > 0 ? [row] : [],
        );
      }),
    ]);
  const tables = new Map<RecordTable, Rows>();
  for (const table of ['people', 'parties'] as const) {
    tables.set(table, await collections.load(table, null));
  }
  if (meeting !== null) tables.set('nominations', await collections.load('nominations', meeting));
  const linked = new Set([
    ...logins.flatMap(({ link }) => personsOf(link)),
    ...aliases.filter(({ revoked }) => !revoked).map(({ person }) => person),
  ]);
  const wearing = new Set(badges.flatMap(({ person, lentTo }) => [person, lentTo]));
  const people = liveViews('people', tables.get('people')?.values() ?? []);
  const compared = new Set([
    ...distinctions.flatMap(({ one, other }) => [one, other]),
    ...people.flatMap(({ mergedInto }) => mergedInto ?? []),
  ]);
  const successors = new Set(nominations.flatMap(({ replacedBy }) => replacedBy ?? []));
  const seen = new Set(attended.map(({ id }) => id));
  const seenAnywhere = new Set(attended.map(({ person }) => person));
  const spokenOf = new Set([
    ...meetings.flatMap((one) => one.hosts.map(({ party }) => party)),
    ...recommendations.flatMap((one) => one.parties),
    ...reported.map(({ party }) => party),
    ...badges.flatMap(({ party }) => party ?? []),
  ]);
  const usesOf = {
    people: Map.groupBy(nominations, ({ person }) => person),
    parties: Map.groupBy(nominations, ({ party }) => party),
  };
  return {
    row: (table, id) => tables.get(table)?.get(id) as RecordRow | undefined,
    history: (table, id) => histories.get(`${table} ${id}`) ?? [],
    attended: (person) => meeting !== null && seen.has(attendanceId(meeting, person)),
    linked: (person) => linked.has(person),
    hasBadge: (person) => wearing.has(person),
    compared: (person) => compared.has(person),
    replaces: (nomination) => successors.has(nomination),
    usedElsewhere: (table, id, except) =>
      (usesOf[table].get(id) ?? []).some((nomination) => !except.has(nomination.id)) ||
      (table === 'people' ? seenAnywhere.has(id) || linked.has(id) : spokenOf.has(id)),
  };
}

export interface TakingBack {
  readonly drafts: Draft[];
  /** Records that stay as they are because somebody has worked with them since. */
  readonly kept: readonly TakenBack[];
  /** Nominations that go, or parties of a registry that go or are again as they were. */
  readonly removed: number;
}

/** Decides how an import is taken back; `null` when the register does not know how it was made. */
export async function takeBackImport(
  context: DecisionContext,
  { store, register }: { readonly store: Store; readonly register: RegisterReader },
  { meeting, importId }: { readonly meeting: string | null; readonly importId: string },
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<TakingBack | null> {
  const operations = await operationsOf(register, importId);
  if (operations.length === 0) return null;
  const changed = changedByImport(operations);
  const histories = await historiesOf(register, changed, (done) =>
    onProgress(done, changed.length),
  );
  const all = importedRecords(operations, await presentState(store, meeting, histories));
  const records = meeting === null ? withoutTakenCodes(all, await store.list('parties')) : all;
  const heads = await store.heads('imports', meeting, importId, ['state']);
  const { decision, kept } = undoImport(context, meeting, importId, heads, records);
  if (!decision.ok) return null;
  if (meeting === null)
    return { drafts: decision.drafts, kept, removed: records.length - kept.length };
  const removed = records.filter(
    ({ table, touched, restore }) => table === 'nominations' && !touched && restore === undefined,
  ).length;
  return { drafts: decision.drafts, kept: kept.filter(isTelling), removed };
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
    return taken ? { ...record, touched: true, because: 'used-elsewhere' } : record;
  });
  // One that now keeps its code may stand in the way of another.
  const same = kept.every((record, at) => record === records[at]);
  return same ? records : withoutTakenCodes(kept, parties);
}

/** A person who merely speaks for another meeting, too, is not something that was kept here. */
function isTelling({ because }: TakenBack): boolean {
  return because !== undefined && because !== 'used-elsewhere';
}
