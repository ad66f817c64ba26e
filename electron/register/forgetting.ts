import type { Erasure } from '@shared/contract/register';
import { removeBackups } from './backup-aside';
import { removeDamaged } from './damaged';
import { messageOf } from './failures';
import { markOfStore } from './forgotten-mark';
import type { Files } from './recovery';
import type { Store } from './store';

/** Removes attachments by their hashes from where the host keeps them; those gone before as well. */
export type RemoveAttachments = (hashes: string[]) => void | Promise<void>;

export interface ErasingOptions {
  readonly folder: string;
  /** See `RegisterOptions`. */
  readonly formerBackup: string | null;
  readonly onForgotten: RemoveAttachments;
  readonly log: (message: string) => void;
  /** Called when a part was done later; `end` is to be called then. */
  readonly onDone: () => void;
}

/**
 * Rids everything but the tables of the values of people who were forgotten: the write-ahead log,
 * the backup and its former copies, files that were set aside, attachments. The meta value `erasing`
 * stays until all of it is done, so that it is done again after a crash or a failure.
 */
export class Erasing {
  /** Parts that are under way, or have failed and wait for the next start. */
  #open = 0;

  constructor(private readonly options: ErasingOptions) {}

  /** Begins when there is an occasion for it, and tries again what failed of the backup. */
  begin({ store, backup }: Files): void {
    const due = store.standing.takeErasureDue();
    if (due) {
      this.#do(() => {
        store.rewriteSealed();
        store.sql.checkpoint();
      });
      this.#do(() => removeDamaged(this.options.folder));
      this.#do(() => this.#removeFormer(store));
      const hashes = [...orphansIn(store).keys()];
      // The host may not be ready for it before this call has returned.
      this.#do(() => Promise.resolve().then(() => this.options.onForgotten(hashes)));
    }
    if (due || (backup.erased === 'failed' && store.meta.get('erasing'))) backup.forget(store);
  }

  /** Ends it when everything is done. */
  end({ store, backup }: Files): void {
    if (this.#open > 0 || !store.meta.get('erasing')) return;
    if (backup.erased !== 'rewritten' && backup.erased !== 'none') return;
    store.transaction(() => {
      store.meta.set('erasing', false);
    });
  }

  #removeFormer(store: Store): void {
    const { formerBackup } = this.options;
    if (formerBackup === null) return;
    const mark = markOfStore(store);
    removeBackups(formerBackup, store.meta.get('lives'), ({ forgotten }) => forgotten !== mark);
  }

  #do(part: () => void | Promise<void>): void {
    this.#open += 1;
    const failed = (error: unknown) => this.options.log(`forgetting: ${messageOf(error)}`);
    const done = () => {
      this.#open -= 1;
    };
    try {
      const promised = part();
      if (promised === undefined) done();
      else promised.then(done).then(this.options.onDone).catch(failed);
    } catch (error) {
      failed(error);
    }
  }
}

/** What forgetting these persons has erased here; nobody counts who is not forgotten. */
export function erasureOf({ store, backup }: Files, persons: readonly string[]): Erasure {
  const forgotten = persons
    .filter((person) => store.standing.isForgotten(person))
    .flatMap((person) => [person, ...store.standing.boundTo(person)]);
  const [named, erased] = store.sql.get(
    'SELECT count(*), count(o.digest) - count(x.n) FROM operations o LEFT JOIN sealed x ON x.n = o.n ' +
      'WHERE o.n IN (SELECT s.n FROM subjects s JOIN json_each(?) j ON j.value = s.person)',
    JSON.stringify(forgotten),
  ) as [number, number];
  const wanted = new Set(forgotten);
  const gone = [...orphansIn(store).values()].filter((named) =>
    [...named].some((person) => wanted.has(person)),
  );
  const done = store.meta.get('erasing') ? backup.erased : 'rewritten';
  const state = backup.status(store.last()).state === 'none' ? 'none' : done;
  return { named, erased, attachments: gone.length, backup: state };
}

/**
 * Attachments that no operation needs any more, with the persons whom the operations name: every
 * operation that refers to them names somebody who was forgotten.
 */
function orphansIn({ sql, standing }: Store): Map<string, Set<string>> {
  const orphans = new Map<string, Set<string>>();
  const needed = new Set<string>();
  const attached = "SELECT blobs, subjects FROM operations WHERE blobs <> '[]'";
  for (const [blobs, subjects] of sql.all(attached)) {
    const persons = JSON.parse(subjects as string) as string[];
    const forgotten = persons.some((person) => standing.isForgotten(person));
    for (const hash of JSON.parse(blobs as string) as string[]) {
      if (!forgotten) needed.add(hash);
      const named = orphans.get(hash) ?? new Set();
      for (const person of persons) named.add(person);
      orphans.set(hash, named);
    }
  }
  for (const hash of needed) orphans.delete(hash);
  return orphans;
}

/** Whether an operation refers to the attachment, one that does not count or was forgotten as well. */
export function isAttached({ sql }: Store, hash: string): boolean {
  const named =
    'SELECT 1 FROM operations INDEXED BY operations_attached, json_each(operations.blobs) j ' +
    "WHERE blobs <> '[]' AND j.value = ? LIMIT 1";
  return sql.get(named, hash) !== undefined;
}
