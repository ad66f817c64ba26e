import type { LoginMatch } from '@shared/matching/candidates';
import type { JobProgress } from '../../workers/jobs';
import type { AskedLogin, ComparedWith } from '../../workers/jobs/match-logins';
import { KeptWorker } from '../../workers/kept-worker';

/** Logins of one answer: the page takes it in between two frames, and no worker waits for it often. */
const PORTION = 3_000;
/** Each keeps everybody's names in memory, and a small machine has two cores. */
const MOST_WORKERS = 2;

/**
 * Matches logins in as many workers as the machine has cores for, portion by portion: whoever is
 * done takes the next one. Rejects with an `AbortError` when `signal` says so, and with the error of
 * the first portion that failed; the workers are ended then, and at the end.
 */
export async function matchInWorkers(
  asked: { readonly compared: ComparedWith; readonly logins: readonly AskedLogin[] },
  signal: AbortSignal,
  onProgress: (progress: JobProgress) => void,
): Promise<Map<string, LoginMatch>> {
  signal.throwIfAborted();
  const { logins } = asked;
  const portions = Math.ceil(logins.length / PORTION);
  const count = Math.min(MOST_WORKERS, portions, navigator.hardwareConcurrency || 1);
  const workers = Array.from({ length: count }, () => new KeptWorker());
  const end = (): void => workers.forEach((worker) => worker.end());
  const matches = new Map<string, LoginMatch>();
  let [next, done] = [0, 0];
  const work = async (worker: KeptWorker): Promise<void> => {
    let compared: ComparedWith | null = asked.compared;
    while (next < portions) {
      const from = PORTION * next++;
      const portion = logins.slice(from, from + PORTION);
      const answer = await worker.run('matchLogins', { compared, logins: portion });
      compared = null;
      for (const [id, match] of answer) matches.set(id, match);
      done += portion.length;
      onProgress({ phase: 'matching', done, total: logins.length });
    }
  };
  signal.addEventListener('abort', end);
  try {
    await Promise.all(workers.map(work));
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
  return matches;
}
