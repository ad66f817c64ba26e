import '@shared/contract/without-eval';
import { ProjectionDatabase } from '../db/database';
import type { ReadAnswer, ReadRequest } from '../db/read-messages';
import { troubleOf } from '../db/trouble';

/** Reads and deciphers many rows without holding up the page. One reading, one worker. */

const post = (answer: ReadAnswer): void => {
  self.postMessage(answer);
};

self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void read(event.data);
});

async function read({ database, table, meeting }: ReadRequest): Promise<void> {
  const db = new ProjectionDatabase(database.name, database.key);
  try {
    for await (const rows of db.rows(table).inSlices(meeting)) {
      post({ kind: 'rows', json: JSON.stringify(rows) });
    }
    post({ kind: 'done' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ kind: 'failed', trouble: troubleOf(error), message });
  } finally {
    db.close();
  }
}
