import type { JobInput, JobMessage, JobName, JobOutput, JobRequest } from './jobs';
import { reportDamage } from '../db/trouble';
import { noteRunning } from './running';

const ENDED = new DOMException('ended', 'AbortError');

/**
 * A worker that stays, so that what a job keeps in memory is there for the next one. Jobs run one
 * after another; whoever made it ends it.
 */
export class KeptWorker {
  private worker: Worker | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private stop: ((reason: Error) => void) | null = null;
  private ended = false;
  private readonly gone = noteRunning(() => this.end());

  /** Rejects with the job's own `Error`, or with an `AbortError` when the worker was ended. */
  run<J extends JobName>(job: J, input: JobInput<J>): Promise<JobOutput<J>> {
    const next = this.queue.then(() => this.ask(job, input));
    this.queue = next.catch(() => undefined);
    return next;
  }

  end(): void {
    this.ended = true;
    this.gone();
    this.worker?.terminate();
    this.worker = null;
    this.stop?.(ENDED);
  }

  private ask<J extends JobName>(job: J, input: JobInput<J>): Promise<JobOutput<J>> {
    if (this.ended) return Promise.reject(ENDED);
    return new Promise((resolve, reject) => {
      const worker = this.open();
      const done = new AbortController();
      const settle = (act: () => void): void => {
        done.abort();
        this.stop = null;
        act();
      };
      this.stop = (reason) => settle(() => reject(reason));
      const { signal } = done;
      worker.addEventListener(
        'error',
        (event) => {
          worker.terminate();
          this.worker = null;
          settle(() => reject(new Error(event.message)));
        },
        { signal },
      );
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<JobMessage>) => {
          if ('progress' in data) return;
          if (!data.ok && data.damaged === true) reportDamage(job);
          settle(() => {
            if (data.ok) resolve(data.output as JobOutput<J>);
            else reject(new Error(data.message));
          });
        },
        { signal },
      );
      const request: JobRequest = { job, input };
      worker.postMessage(request);
    });
  }

  private open(): Worker {
    this.worker ??= new Worker(new URL('./job.worker.ts', import.meta.url), { type: 'module' });
    return this.worker;
  }
}
