import type { JournalFault } from '@shared/contract/register';
import { failureOf } from './failures';
import type { Store } from './store';
import type { RegisterFault } from './verify';

/** The most faults that are told. */
export const TOLD = 1000;

type Touched = Omit<JournalFault, 'kind' | 'detail'>;
const NOTHING: Touched = {
  ...{ replica: null, seq: null, id: null, type: null, record: null, meeting: null, at: null },
};

/** Operations between two pauses: about ten milliseconds of work. */
const PAGE = 500;

const COLUMNS =
  'SELECT o.id, o.type, o.record, o.meeting, o.at, o.seq, r.id ' +
  'FROM operations o LEFT JOIN replicas r ON r.k = o.replica';

/** Faults with what they touch, as far as that can still be read. */
export function describeFaults(faults: readonly RegisterFault[], store: Store): JournalFault[] {
  return faults.slice(0, TOLD).map((fault): JournalFault => {
    if (fault.kind === 'file') return fileFault(fault.detail);
    const { kind, replica, seq } = fault;
    const found = 'id' in fault ? touchedBy(store, 'o.id = ?', fault.id) : NOTHING;
    return { ...NOTHING, ...found, kind, replica, seq, detail: null };
  });
}

/**
 * Names the operations that cannot be read, or are not what was written. Looks at all, in pages: for
 * when the file is known to be damaged.
 */
export function* unreadableIn(store: Store): Generator<JournalFault[], void> {
  for (let after = 0; ;) {
    const page = attempt(() =>
      store.sql.all('SELECT n FROM operations WHERE n > ? ORDER BY n LIMIT ?', after, PAGE),
    );
    const numbers = (page ?? []).map(([n]) => n as number);
    const last = numbers.at(-1);
    if (last === undefined) return;
    if (attempt(() => store.page(after, PAGE)) !== null) yield [];
    else yield numbers.filter((n) => !isReadable(store, n)).map((n) => unreadable(store, n));
    after = last;
  }
}

/** A fault in one line for a log: ids and kinds, nothing personal. */
export function lineOf({ kind, replica, seq, id, type, record, meeting, detail }: JournalFault) {
  const parts = { replica, seq, id, type, record, meeting, detail };
  const told = Object.entries(parts).filter(([, value]) => value !== null);
  return [kind, ...told.map(([name, value]) => `${name} ${value}`)].join(', ');
}

const fileFault = (detail: string): JournalFault => ({
  ...{ ...NOTHING, kind: 'file', replica: null, seq: null, detail: detail.slice(0, 500) },
});

const isReadable = (store: Store, n: number) =>
  attempt(() => store.select('WHERE o.n = ?', n)) !== null;

function unreadable(store: Store, n: number): JournalFault {
  const found = touchedBy(store, 'o.n = ?', n);
  if (found === null) return fileFault(`operation ${n} cannot be read`);
  return { ...found, kind: 'altered', detail: null };
}

/** What an operation is about. Its row is not verified: it is what may be wrong. */
function touchedBy({ sql }: Store, where: string, value: string | number): Touched | null {
  const row = attempt(() => sql.get(`${COLUMNS} WHERE ${where}`, value) ?? null);
  if (row === null) return typeof value === 'string' ? { ...NOTHING, id: value } : null;
  const [id, type, record, meeting, at] = row.slice(0, 5).map(textOf);
  const [seq, replica] = [row[5], row[6]];
  return {
    ...{ id: id ?? null, type: type ?? null, record: record ?? null },
    ...{ meeting: meeting ?? null, at: at ?? null },
    ...{ seq: typeof seq === 'number' ? seq : null, replica: textOf(replica) },
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** Null when the file is too damaged for it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error;
    return null;
  }
}
