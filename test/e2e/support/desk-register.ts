import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openRegister, type Register } from '@electron/register/register';
import { sha256 } from '@electron/register/digest';
import { linkHash } from '@shared/journal/chain';
import type { Operation } from '@shared/operation/operation';

/** The register of a desk whose host does not run; on another machine it begins another life. */
export function registerIn(profile: string, machine = 'test'): Register {
  return openRegister({
    folder: join(profile, 'register'),
    backupFolder: null,
    actor: () => '01890000-0000-7000-8000-000000000001',
    now: () => Date.now(),
    machine,
  });
}

/** A row of `operations`, with the replica's own id. */
interface Row extends Pick<Operation, 'id' | 'seq' | 'at' | 'actor' | 'meeting' | 'v'> {
  readonly life: string;
  readonly prev: Uint8Array;
  readonly digest: Uint8Array | null;
  /** JSON. */
  readonly over: string;
  readonly subjects: string;
  readonly blobs: string;
  readonly body: string;
}

/**
 * Alters public values of the newest operation of a type as somebody with an editor for databases
 * would who knows the format: the row's own hash is right again, and only what follows it tells.
 */
export function alter(profile: string, type: string, set: object): Pick<Operation, 'id' | 'seq'> {
  const db = new DatabaseSync(join(profile, 'register', 'register.sqlite'));
  try {
    const row = db
      .prepare(
        'SELECT o.*, r.id AS life FROM operations o JOIN replicas r ON r.k = o.replica ' +
          'WHERE o.type = ? ORDER BY o.n DESC LIMIT 1',
      )
      .get(type) as unknown as Row | undefined;
    if (row === undefined) throw new Error(`there is no ${type}`);
    const { id, life: replica, seq, at, actor, meeting, v, digest } = row;
    const body = JSON.parse(row.body) as { set: object };
    const altered: Operation = {
      ...{ id, replica, seq, prev: hex(row.prev), at, actor, meeting, type, v },
      ...{ over: list(row.over), subjects: list(row.subjects), blobs: list(row.blobs) },
      body: { ...body, set: { ...body.set, ...set } },
      sealed: digest === null ? null : { digest: hex(digest), salt: null, text: null },
    };
    db.prepare('UPDATE operations SET body = ?, hash = ? WHERE id = ?').run(
      JSON.stringify(altered.body),
      Buffer.from(linkHash(altered, sha256), 'hex'),
      altered.id,
    );
    return { id: altered.id, seq: altered.seq };
  } finally {
    db.close();
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const list = (text: string) => JSON.parse(text) as string[];
