import '@shared/contract/without-eval';
import { ProjectionDatabase, type DatabaseRef, type Following } from '../db/database';
import { rebuild } from '../db/rebuild';
import type { RebuildAnswer, RebuildRequest } from '../db/rebuild-messages';
import type { Stamped } from '@shared/operation/operation';

/** Projects the whole register again without holding up the page. The page reads the register. */

let deliver: ((page: { operations: Stamped[]; last: number }) => void) | null = null;

const post = (answer: RebuildAnswer): void => {
  self.postMessage(answer);
};

self.addEventListener('message', (event: MessageEvent<RebuildRequest>) => {
  const request = event.data;
  if (request.kind === 'page') {
    deliver?.({ operations: request.operations, last: request.last });
    return;
  }
  void run(request.database, request.following);
});

async function run({ name, key }: DatabaseRef, following: Following): Promise<void> {
  const db = new ProjectionDatabase(name, key);
  try {
    const cursor = await rebuild(
      db,
      following,
      (after) =>
        new Promise((resolve) => {
          deliver = resolve;
          post({ kind: 'read', after });
        }),
      (progress) => post({ kind: 'progress', progress }),
    );
    post({ kind: 'done', cursor });
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  } finally {
    db.close();
  }
}
