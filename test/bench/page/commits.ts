import { bridge } from '@renderer/bridge/client';
import { openStore } from '@renderer/app/open-store';
import { act } from '@renderer/db/act';
import { arrive } from '@shared/domain/attendance/decide';
import type { CommitRequest } from './api';

/** The first ones find nothing warm. */
const WARM_UP = 5;

/** Check-ins through the program's own store: bridge, register and projections, but no window. */
export async function commits({ meeting, scopes, people }: CommitRequest): Promise<number[]> {
  const { database, key } = await bridge.protection.page();
  const store = openStore({ name: database, key });
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
  await store.close();
  return taken.slice(WARM_UP);
}
