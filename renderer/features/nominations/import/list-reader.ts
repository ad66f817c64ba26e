import { verdictCounts } from '@shared/codecs/nominations/read';
import type { NominationList, NominationRow } from '@shared/codecs/nominations/types';
import type { Store } from '../../../db/store';
import type {
  CorrectNominationsInput,
  ReadNominationsInput,
} from '../../../workers/jobs/read-nominations';
import type { KeptWorker } from '../../../workers/kept-worker';
import { loadKnownNominees } from '../known-people';

type Worker = Pick<KeptWorker, 'run' | 'end'>;

/** A list as it was last compared, and what it was compared with. */
interface Compared {
  readonly worker: Worker;
  readonly rows: NominationRow[];
  readonly places: ReadonlyMap<string, number>;
  readonly against: readonly unknown[];
}

/**
 * Reads a list in a worker that keeps it: a correction reads again only what it can change, as long
 * as nobody else has changed what the list is compared with.
 */
export class ListReader {
  private worker: Worker | null = null;
  private compared: Compared | null = null;

  constructor(
    private readonly store: Store,
    private readonly meeting: string,
    private readonly open: () => Worker,
  ) {}

  /** The whole list. Rejects with an `AbortError` when `signal` says so. */
  async read(
    input: Omit<ReadNominationsInput, 'existing'>,
    signal: AbortSignal,
  ): Promise<NominationList> {
    this.end();
    const worker = this.open();
    this.worker = worker;
    const stop = () => worker.end();
    signal.addEventListener('abort', stop);
    try {
      const against = await this.present(input.parties);
      const existing = await loadKnownNominees(this.store, this.meeting);
      signal.throwIfAborted();
      const list = await worker.run('readNominations', { ...input, existing });
      const places = new Map(list.rows.map(({ key }, at) => [key, at]));
      this.compared = { worker, rows: [...list.rows], places, against };
      return list;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** The list after all corrections so far; `null`: it has to be read whole. */
  async correct(
    corrections: CorrectNominationsInput,
    parties: ReadNominationsInput['parties'],
  ): Promise<NominationList | null> {
    const { compared } = this;
    if (compared === null) return null;
    const { worker, rows, places, against } = compared;
    const now = await this.present(parties);
    if (now.some((one, at) => one !== against[at])) return null;
    const changed = await worker.run('correctNominations', corrections);
    if (changed === null) return null;
    for (const row of changed) {
      const at = places.get(row.key);
      if (at !== undefined) rows[at] = row;
    }
    return { rows: [...rows], counts: verdictCounts(rows) };
  }

  end(): void {
    this.worker?.end();
    this.worker = null;
    this.compared = null;
  }

  /** What the list is compared with: other objects after any change of it. */
  private async present(parties: ReadNominationsInput['parties']): Promise<readonly unknown[]> {
    const { collections } = this.store;
    const meetings = await collections.load('meetings', null);
    const nominations = [...meetings.keys()].map((id) => collections.load('nominations', id));
    const people = collections.load('people', null);
    return [parties, meetings, await people, ...(await Promise.all(nominations))];
  }
}
