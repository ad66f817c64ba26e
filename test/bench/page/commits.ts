import { bridge } from '@renderer/bridge/client';
import { act } from '@renderer/db/act';
import { ProjectionDatabase } from '@renderer/db/database';
import { Store } from '@renderer/db/store';
import { rebuildInWorker } from '@renderer/workers/rebuild-in-worker';
import { arrive } from '@shared/domain/attendance/decide';
import type { CommitRequest } from './api';

const DATABASE = 'rostrum';
/** The first ones find nothing warm. */
const WARM_UP = 5;

/** Check-ins through the program's own store: bridge, register and projections, but no window. */
export async function commits({ meeting, scopes, people }: CommitRequest): Promise<number[]> {
  const { register } = bridge;
  const store = new Store(
    new ProjectionDatabase(DATABASE),
    {
      status: () => register.status(),
      commit: (drafts) => register.commit({ drafts }),
      read: (after, limit) => register.read({ after, limit }),
      onCommitted: (listener) => bridge.on('register.committed', ({ last }) => listener(last)),
      onReconnected: () => () => undefined,
    },
    rebuildInWorker(DATABASE),
    () => Date.now(),
  );
  await store.start();
  await store.collections.load('attendance', meeting);
  const taken: number[] = [];
  for (const person of people) {
    const start = performance.now();
    const result = await act(store, (context) =>
      arrive(
        context,
        { meeting, person, scopes, modality: 'in-person', source: 'search' },
        undefined,
      ),
    );
    if (!result.ok) throw new Error(`not committed: ${result.reason}`);
    taken.push(performance.now() - start);
  }
  store.close();
  return taken.slice(WARM_UP);
}
