import '@shared/contract/without-eval';
import { troubleOf } from '../db/trouble';
import { jobs, type JobMessage, type JobRequest, type Report } from './jobs';

/** One job, one worker: whoever asked ends it by terminating the worker. */
self.addEventListener('message', (event: MessageEvent<JobRequest>) => {
  const { job, input } = event.data;
  const run = jobs[job] as (input: unknown, report: Report) => Promise<unknown>;
  run(input, (progress) => answer({ progress })).then(
    (output) => {
      answer({ ok: true, output });
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (troubleOf(error) === 'damaged') answer({ ok: false, message, damaged: true });
      else answer({ ok: false, message });
    },
  );
});

function answer(message: JobMessage): void {
  self.postMessage(message);
}
