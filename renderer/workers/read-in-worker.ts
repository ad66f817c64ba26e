import type { Row } from '@shared/projections/row';
import type { DatabaseRef } from '../db/database';
import type { ReadAnswer, ReadRequest } from '../db/read-messages';
import type { ReadElsewhere } from '../db/row-table';
import { Unsealable } from '../db/seal';
import { noteRunning } from './running';

/** Reads rows in a worker, which ends with the reading or when the desk is locked. */
export function readInWorker(database: DatabaseRef): ReadElsewhere {
  return (table, meeting) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
      const rows: Row[] = [];
      const gone = noteRunning(() => fail(new DOMException('ended', 'AbortError')));
      const end = (): void => {
        gone();
        worker.terminate();
      };
      const fail = (error: Error): void => {
        end();
        reject(error);
      };
      worker.addEventListener('error', (event) => fail(new Error(event.message)));
      worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
        switch (data.kind) {
          case 'rows':
            rows.push(...(JSON.parse(data.json) as Row[]));
            break;
          case 'done':
            end();
            resolve(rows);
            break;
          case 'failed':
            fail(failureOf(data, table));
        }
      });
      const request: ReadRequest = { database, table, meeting };
      worker.postMessage(request);
    });
}

/** The worker's error as one that means the same here. */
function failureOf(
  { trouble, message }: Extract<ReadAnswer, { kind: 'failed' }>,
  table: string,
): Error {
  if (trouble === 'damaged') return new Unsealable(table);
  return trouble === 'closed' ? new DOMException(message, 'AbortError') : new Error(message);
}
