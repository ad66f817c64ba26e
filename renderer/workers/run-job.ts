import type { JobInput, JobMessage, JobName, JobOutput, JobRequest, Report } from './jobs';
import { reportDamage } from '../db/trouble';
import { noteRunning } from './running';

/**
 * Runs a job in a worker of its own. Rejects with an `AbortError` when `signal` says so (the worker
 * is ended at once, nothing is left half done) and with an `Error` when the job throws.
 */
export function runJob<J extends JobName>(
  job: J,
  input: JobInput<J>,
  signal?: AbortSignal,
  onProgress?: Report,
): Promise<JobOutput<J>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./job.worker.ts', import.meta.url), { type: 'module' });
    const abort = (): void => {
      finish();
      reject(new DOMException('cancelled', 'AbortError'));
    };
    const gone = noteRunning(() => abort());
    const finish = (): void => {
      gone();
      worker.terminate();
      signal?.removeEventListener('abort', abort);
    };
    if (signal?.aborted) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort);
    worker.addEventListener('error', (event) => {
      finish();
      reject(new Error(event.message));
    });
    worker.addEventListener('message', (event: MessageEvent<JobMessage>) => {
      if ('progress' in event.data) {
        onProgress?.(event.data.progress);
        return;
      }
      finish();
      const { data } = event;
      if (!data.ok && data.damaged === true) reportDamage(job);
      if (data.ok) resolve(data.output as JobOutput<J>);
      else reject(new Error(data.message));
    });
    const request: JobRequest = { job, input };
    worker.postMessage(request);
  });
}
