import { journalRow, type JournalExport } from '@shared/codecs/journal/table';
import { subjectOf } from '@shared/codecs/journal/record';
import type { JournalStyle } from '@shared/codecs/journal/words';
import type { Cells } from '@shared/codecs/documents/table';
import type { JournalFilter } from '@shared/contract/register';
import type { Operation, Stamped } from '@shared/operation/operation';
import type { Bridge } from '../../bridge/client';
import type { JobProgress } from '../../workers/jobs';

/** What the register hands over at once. */
const PAGE = 1000;
/** Rows that are written in one go; then the window gets its turn. */
const AT_ONCE = 500;

interface Collecting {
  readonly register: Pick<Bridge['register'], 'journal' | 'history'>;
  readonly filter: JournalFilter;
  readonly options: JournalExport;
  /** The style in which rows are written, when every name that they need is at hand. */
  readonly style: (meetings: Iterable<string>) => Promise<JournalStyle>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
  /** Lets the window draw and answer. */
  readonly pause: () => Promise<void>;
}

/**
 * Everything that the filter shows as rows of a file, newest first. Rejects with the signal's reason
 * when it is cancelled.
 */
export async function collectRows(collecting: Collecting): Promise<Cells[]> {
  const operations = await readAll(collecting);
  const lookup = await readReplaced(collecting, operations);
  const { options, signal, onProgress, pause } = collecting;
  const meetings = new Set(operations.flatMap(({ operation }) => operation.meeting ?? []));
  const style = await collecting.style(meetings);
  const rows: Cells[] = [];
  for (const stamped of operations) {
    rows.push(journalRow(stamped, (id) => lookup.get(id), style, options));
    if (rows.length % AT_ONCE === 0) {
      onProgress({ phase: 'writing', done: rows.length, total: operations.length });
      await pause();
      signal.throwIfAborted();
    }
  }
  return rows;
}

async function readAll({ register, filter, signal, onProgress }: Collecting): Promise<Stamped[]> {
  const operations: Stamped[] = [];
  for (let more = true; more;) {
    const before = operations.at(-1)?.n ?? null;
    const page = await register.journal({ filter, before, limit: PAGE });
    signal.throwIfAborted();
    for (const stamped of page.operations) operations.push(stamped);
    more = page.more && page.operations.length > 0;
    onProgress({ phase: 'reading', done: operations.length, total: null });
  }
  return operations;
}

/** What the operations replace; where the filter leaves it out, the record's history has it. */
async function readReplaced(
  { register, signal, onProgress }: Collecting,
  operations: readonly Stamped[],
): Promise<ReadonlyMap<string, Operation>> {
  const known = new Map(operations.map(({ operation }) => [operation.id, operation]));
  const behind = new Set<string>();
  for (const { operation } of operations) {
    const { id } = subjectOf(operation);
    if (id !== null && operation.over.some((one) => !known.has(one))) behind.add(id);
  }
  let done = 0;
  for (const record of behind) {
    const history = await register.history({ record });
    signal.throwIfAborted();
    for (const { operation } of history.operations) known.set(operation.id, operation);
    done += 1;
    onProgress({ phase: 'looking', done, total: behind.size });
  }
  return known;
}
