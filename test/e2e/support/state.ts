import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryRows, project } from '@shared/projections/project';
import { stateHash } from '@shared/projections/state-hash';
import { registerIn } from './desk-register';

const MANY = 100_000;

/**
 * Hash of the visible facts of a desk, from a copy of its register: the host may go on running, as
 * long as nothing is being written.
 */
export async function stateOf(profile: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'rostrum-state-'));
  try {
    await cp(join(profile, 'register'), join(copy, 'register'), { recursive: true });
    const register = registerIn(copy);
    const rows = new MemoryRows();
    for (const { operation } of register.read(0, MANY).operations) project(operation, rows);
    register.close();
    const all = [...rows.tables.values()].flatMap((table) => [...table.values()]);
    return stateHash(all, (text) => createHash('sha256').update(text).digest('hex'));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
