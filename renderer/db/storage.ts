import Dexie from 'dexie';
import { OWN_DATABASES, ProjectionDatabase, type DraftText } from './database';

/** What the host does for the page's own storage: the bridge, or a stand-in in tests. */
export interface StorageLink {
  /** Resolves when nothing that pages kept in the browser is left, files included. */
  clear(): Promise<void>;
  /** Texts carried over the moment in which there is no database; see the contract's `texts`. */
  keep(texts: DraftText[]): Promise<void>;
  kept(): Promise<readonly DraftText[]>;
  drop(): Promise<void>;
}

/** As many as the host takes; nobody types more at a time. */
const MOST_TEXTS = 2000;

/**
 * Opens the database, whatever was there before. Databases of another name are from before
 * protection was switched on: what was being typed is taken over from them, and their files are
 * removed. One that cannot be opened at all is removed too, once. Texts that a crash left with the
 * host are written back.
 */
export async function openStorage(db: ProjectionDatabase, storage: StorageLink): Promise<void> {
  const names = await Dexie.getDatabaseNames().catch((): string[] => []);
  const others = names.filter((name) => name.startsWith(OWN_DATABASES) && name !== db.name);
  if (others.length > 0) {
    const texts: DraftText[] = [];
    for (const name of others) {
      const other = new ProjectionDatabase(name);
      texts.push(...(await textsIn(other)));
      other.close();
    }
    await anew(db, storage, [...texts, ...(names.includes(db.name) ? await textsIn(db) : [])]);
    return;
  }
  try {
    await db.open();
  } catch (error) {
    if (error instanceof Error && error.name === 'MissingAPIError') throw error;
    await anew(db, storage, []);
    return;
  }
  await takeBack(db, storage);
}

/** Removes every byte that was kept and begins with an empty database; what is being typed stays. */
export async function renewStorage(db: ProjectionDatabase, storage: StorageLink): Promise<void> {
  await anew(db, storage, await textsIn(db));
}

async function anew(
  db: ProjectionDatabase,
  storage: StorageLink,
  texts: readonly DraftText[],
): Promise<void> {
  if (texts.length > 0) {
    const newest = texts.toSorted((a, b) => b.at - a.at).slice(0, MOST_TEXTS);
    await storage.keep(newest);
  }
  db.close({ disableAutoOpen: false });
  await storage.clear();
  await db.open();
  await takeBack(db, storage);
}

async function takeBack(db: ProjectionDatabase, storage: StorageLink): Promise<void> {
  const texts = await storage.kept();
  if (texts.length === 0) return;
  await db.drafts.takeOver(texts);
  await storage.drop();
}

/** What can be read of it; nothing when it cannot be opened. */
async function textsIn(db: ProjectionDatabase): Promise<DraftText[]> {
  try {
    return await db.drafts.toArray();
  } catch {
    return [];
  }
}
