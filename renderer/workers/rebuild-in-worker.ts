import type { DatabaseRef } from '../db/database';
import type { Rebuild } from '../db/projector';
import type { RebuildAnswer, RebuildRequest } from '../db/rebuild-messages';

/** `rebuild` in a worker; the register is read here, because only the page has the bridge. */
export function rebuildInWorker(database: DatabaseRef): Rebuild {
  return (following, readPage, onProgress, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./rebuild.worker.ts', import.meta.url), {
        type: 'module',
      });
      const stop = new AbortController();
      signal.addEventListener('abort', () => fail(new DOMException('ended', 'AbortError')), {
        signal: stop.signal,
      });
      const send = (request: RebuildRequest): void => {
        worker.postMessage(request);
      };
      const fail = (error: Error): void => {
        stop.abort();
        worker.terminate();
        reject(error);
      };
      worker.addEventListener('error', (event) => {
        fail(new Error(event.message));
      });
      worker.addEventListener('message', (event: MessageEvent<RebuildAnswer>) => {
        const answer = event.data;
        switch (answer.kind) {
          case 'read':
            readPage(answer.after).then(
              (page) => {
                send({ kind: 'page', operations: [...page.operations], last: page.last });
              },
              (error: unknown) => {
                fail(error instanceof Error ? error : new Error(String(error)));
              },
            );
            break;
          case 'progress':
            onProgress(answer.progress);
            break;
          case 'done':
            stop.abort();
            worker.terminate();
            resolve(answer.cursor);
            break;
          case 'failed':
            fail(new Error(answer.message));
            break;
        }
      });
      send({ kind: 'start', database, following });
    });
}
