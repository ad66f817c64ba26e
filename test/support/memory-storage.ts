import Dexie from 'dexie';
import type { DraftText } from '@renderer/db/database';
import type { StorageLink } from '@renderer/db/storage';

/** What the host does for the page's storage: clearing deletes every database of this process. */
export class MemoryStorage implements StorageLink {
  /** Texts that are with the host. */
  texts: readonly DraftText[] = [];
  cleared = 0;
  /** Called before anything is cleared, as when the page dies just then. */
  beforeClearing: () => void = () => undefined;

  async clear(): Promise<void> {
    this.beforeClearing();
    this.cleared += 1;
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  }

  keep(texts: readonly DraftText[]): Promise<void> {
    this.texts = structuredClone(texts);
    return Promise.resolve();
  }

  kept(): Promise<readonly DraftText[]> {
    return Promise.resolve(this.texts);
  }

  drop(): Promise<void> {
    this.texts = [];
    return Promise.resolve();
  }
}
