import { bridge } from '@renderer/bridge/client';
import { ProjectionDatabase, type DatabaseRef } from '@renderer/db/database';
import { Store } from '@renderer/db/store';
import { readInWorker } from '@renderer/workers/read-in-worker';
import { rebuildInWorker } from '@renderer/workers/rebuild-in-worker';

/** Calls back whenever the host is there again after it was lost. */
export function onReconnected(listener: () => void): () => void {
  let before = bridge.connection.current();
  return bridge.connection.subscribe(() => {
    const now = bridge.connection.current();
    if (now === 'connected' && before !== 'connected') listener();
    before = now;
  });
}

/** The window's data over the bridge, not started yet. */
export function openStore(database: DatabaseRef): Store {
  const { app, register, texts } = bridge;
  return new Store(
    new ProjectionDatabase(database.name, database.key, readInWorker(database)),
    {
      status: () => register.status(),
      commit: (drafts) => register.commit({ drafts }),
      read: (after, limit) => register.read({ after, limit }),
      onCommitted: (listener) =>
        bridge.on('register.committed', ({ last, epoch }) => listener(last, epoch)),
      onReconnected,
    },
    {
      clear: () => app.clearStorage(),
      keep: async (some) => {
        await texts.keep({ texts: some });
      },
      kept: async () => (await texts.kept()).texts,
      drop: async () => {
        await texts.drop();
      },
    },
    rebuildInWorker(database),
    () => Date.now(),
  );
}
