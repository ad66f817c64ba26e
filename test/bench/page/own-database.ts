import { bridge } from '@renderer/bridge/client';
import { ProjectionDatabase } from '@renderer/db/database';

/** The program's own database at this desk, which is sealed where the desk is protected. */
export async function ownDatabase(): Promise<ProjectionDatabase> {
  const { database, key } = await bridge.protection.page();
  return new ProjectionDatabase(database, key);
}
