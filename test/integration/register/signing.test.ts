import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import * as fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { aesCipher } from '@electron/register/aes-cipher';
import { NO_CIPHER, type Cipher } from '@electron/register/cipher';
import { Meta } from '@electron/register/meta';
import { Statements } from '@electron/register/statements';
import { Store } from '@electron/register/store';
import { verifyStore } from '@electron/register/verify';
import { CHAIN_START, linkHash } from '@shared/journal/chain';
import type { Operation } from '@shared/operation/operation';
import { sha256 } from '../../support/replica';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, backupCurrent, checkIns, commit, open, places } from './support/folders';
import type { Places } from './support/folders';

const newId = seededIds(31);
const key = Buffer.alloc(32, 7);

interface CommitRow {
  readonly n: number;
  readonly replica: string;
  readonly first: number;
  readonly last: number;
  readonly hash: string;
  readonly signature: Uint8Array | null;
  readonly key: Uint8Array | null;
}

function withDatabase<T>(at: Places, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(at.database);
  try {
    db.exec('PRAGMA foreign_keys = OFF');
    return work(db);
  } finally {
    db.close();
  }
}

const tamper = (at: Places, sql: string) => {
  withDatabase(at, (db) => {
    db.exec(sql);
  });
};

const commitsIn = (at: Places) =>
  withDatabase(at, (db) =>
    db
      .prepare(
        'SELECT c.n, r.id AS replica, c.first, c.last, lower(hex(o.hash)) AS hash, c.signature, r.key ' +
          'FROM commits c JOIN replicas r ON r.k = c.replica JOIN operations o ON o.n = c.n ORDER BY c.n',
      )
      .all(),
  ) as unknown as CommitRow[];

/** The faults of the file as it is, without anything being healed. */
function faultsOf(at: Places, cipher: Cipher = NO_CIPHER) {
  const store = Store.open(at.database, cipher);
  try {
    return [...verifyStore(store)].flat();
  } finally {
    store.close();
  }
}

async function used(cipher: Cipher = NO_CIPHER) {
  const at = places();
  const register = open(at, { cipher });
  commit(register, sampleDrafts(newId));
  checkIns(register, 4, newId);
  commit(register, sampleDrafts(newId).slice(0, 3));
  await backupCurrent(register);
  const operations = allOf(register);
  const { life } = register.status();
  register.close();
  return { at, operations, life, last: operations.length };
}

/** The text that is signed, written down once more. */
const textOf = ({ replica, first, last, hash }: CommitRow) =>
  Buffer.from(['rostrum-commit 1', replica, first, last, hash].join('\n'));

describe.each([
  ['without protection', NO_CIPHER],
  ['protected', aesCipher(key)],
])('a register %s', (_name, cipher) => {
  it('signs every commit with the key of its life', async () => {
    const { at, life, last } = await used(cipher);
    const commits = commitsIn(at);
    expect(commits).toHaveLength(6);
    for (const row of commits) {
      const x = Buffer.from(row.key!).toString('base64url');
      const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      expect(verify(null, textOf(row), publicKey, row.signature!)).toBe(true);
      expect(row.replica).toBe(life);
    }
    expect(commits.at(-1)?.last).toBe(last);
    expect(faultsOf(at, cipher)).toEqual([]);
  });

  it('names what somebody altered who took care of the whole chain', async () => {
    const { at, operations, last } = await used(cipher);
    rewrite(at, operations, 20, (operation) => ({ ...operation, actor: newId() }));
    const { replica, id } = operations.at(-1)!;
    const ends = commitsIn(at).map((row) => row.last);
    const faults = faultsOf(at, cipher);
    expect(faults).toEqual(
      ends.map((seq) => ({ kind: 'signature', replica, seq, id: operations[seq - 1]!.id })),
    );
    expect(faults.at(-1)).toEqual({ kind: 'signature', replica, seq: last, id });
    // The backup has what was signed.
    const register = open(at, { cipher });
    expect(register.status().recovery).toMatchObject({ kind: 'restored-from-backup', lost: 0 });
    expect(allOf(register)).toEqual(operations);
    expect((await register.verify()).faults).toEqual([]);
  });

  it('names what follows something that was taken away, although the numbers were closed up', async () => {
    const { at, operations, last } = await used(cipher);
    const taken = operations[last - 5]!;
    withDatabase(at, (db) => {
      db.exec(`DELETE FROM sealed WHERE n = ${taken.seq}; DELETE FROM subjects WHERE n = ${taken.seq};
        DELETE FROM commits WHERE n = ${taken.seq}; DELETE FROM operations WHERE n = ${taken.seq}`);
      for (const { seq, id } of operations.slice(last - 4)) {
        db.exec(`UPDATE operations SET seq = ${seq - 1} WHERE id = '${id}'`);
        db.exec(`UPDATE commits SET first = first - 1, last = last - 1 WHERE last = ${seq}`);
      }
    });
    const left = operations.slice(last - 4).map((one) => ({ ...one, seq: one.seq - 1 }));
    rechain(at, left);
    const ends = commitsIn(at).flatMap((row) => (row.last > last - 5 ? [row.last] : []));
    expect(faultsOf(at, cipher)).toEqual(
      ends.map((seq) => ({
        ...{ kind: 'signature', replica: taken.replica, seq },
        id: left.find((one) => one.seq === seq)!.id,
      })),
    );
  });

  it('names operations that changed places', async () => {
    const { at, operations, last } = await used(cipher);
    const [a, b] = [operations[last - 5]!, operations[last - 6]!];
    withDatabase(at, (db) => {
      db.exec(`UPDATE operations SET seq = 1000000 WHERE id = '${a.id}'`);
      db.exec(`UPDATE operations SET seq = ${a.seq} WHERE id = '${b.id}'`);
      db.exec(`UPDATE operations SET seq = ${b.seq} WHERE id = '${a.id}'`);
    });
    const swapped = operations.map((one) => {
      if (one === a) return { ...a, seq: b.seq };
      return one === b ? { ...b, seq: a.seq } : one;
    });
    rechain(
      at,
      swapped.toSorted((one, other) => one.seq - other.seq),
    );
    const faults = faultsOf(at, cipher);
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'file' }));
    expect(faults).toContainEqual({
      ...{ kind: 'signature', replica: a.replica, seq: b.seq, id: b.id },
    });
  });

  it('keeps a key for every life, and verifies those that are over', async () => {
    const { at, operations, life } = await used(cipher);
    const second = open(at, { cipher, machine: 'machine-2' });
    checkIns(second, 3, newId);
    second.close();
    const third = open(at, { cipher, machine: 'machine-3' });
    checkIns(third, 2, newId);
    third.close();
    const rows = commitsIn(at);
    const keys = new Set(rows.map((row) => Buffer.from(row.key!).toString('hex')));
    expect(keys.size).toBe(3);
    expect(faultsOf(at, cipher)).toEqual([]);
    tamper(at, `DELETE FROM commits WHERE n = ${operations.length}`);
    expect(faultsOf(at, cipher)).toEqual(
      [2, 1, 0].map((back) => {
        const { seq, id } = operations.at(-1 - back)!;
        return { kind: 'signature', replica: life, seq, id };
      }),
    );
  });

  it('is verified after it came back from its backup, and signs on', async () => {
    const { at, operations, life } = await used(cipher);
    fs.rmSync(at.folder, { recursive: true });
    const register = open(at, { cipher });
    checkIns(register, 2, newId);
    expect((await register.verify()).faults).toEqual([]);
    register.close();
    expect(commitsIn(at).filter(({ signature }) => signature !== null)).toHaveLength(8);
    rewrite(at, operations, 20, (operation) => ({ ...operation, actor: newId() }));
    const faults = faultsOf(at, cipher);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.kind === 'signature' && fault.replica === life)).toBe(
      true,
    );
  });

  it('is verified after it was salvaged without a backup', async () => {
    const { at, operations } = await used(cipher);
    fs.rmSync(at.backupFolder, { recursive: true });
    tamper(at, 'UPDATE operations SET actor = id WHERE n = 30');
    const register = open(at, { cipher, backupFolder: null });
    await register.verify();
    expect(register.status().recovery).toMatchObject({ reason: 'damaged', lost: 1 });
    const { faults } = await register.verify();
    // What is lost is missing in the chain; everything that is here is signed for.
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['gap']));
    expect(allOf(register)).toHaveLength(operations.length - 1);
  });
});

describe('the verification of signatures', () => {
  it.each<[string, string]>([
    ['a signature was taken away', 'UPDATE commits SET signature = NULL WHERE n > 60'],
    [
      'a signature was altered',
      `UPDATE commits SET signature = x'${'00'.repeat(64)}' WHERE n > 60`,
    ],
    ['a signature was cut', `UPDATE commits SET signature = x'00' WHERE n > 60`],
  ])('names every commit of which %s', async (_what, sql) => {
    const { at, operations } = await used();
    const touched = commitsIn(at).filter(({ n }) => n > 60);
    tamper(at, sql);
    expect(faultsOf(at)).toEqual(
      touched.map(({ last: seq, replica }) => {
        return { kind: 'signature', replica, seq, id: operations[seq - 1]!.id };
      }),
    );
  });

  it('notices that two signatures were exchanged', async () => {
    const { at } = await used();
    const [, a, b] = commitsIn(at);
    withDatabase(at, (db) => {
      const change = db.prepare('UPDATE commits SET signature = ? WHERE n = ?');
      change.run(b!.signature, a!.n);
      change.run(a!.signature, b!.n);
    });
    expect(faultsOf(at).map((fault) => ('seq' in fault ? fault.seq : 0))).toEqual([
      a!.last,
      b!.last,
    ]);
  });

  it('notices that somebody put a key of their own in the place of the register’s', async () => {
    const cipher = aesCipher(key);
    const { at, operations } = await used(cipher);
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    rewrite(at, operations, 5, (operation) => ({ ...operation, actor: newId() }));
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
    withDatabase(at, (db) => db.prepare('UPDATE replicas SET key = ?').run(raw));
    for (const row of commitsIn(at)) {
      const signature = sign(null, textOf(row), privateKey);
      withDatabase(at, (db) =>
        db.prepare('UPDATE commits SET signature = ? WHERE n = ?').run(signature, row.n),
      );
    }
    const faults = faultsOf(at, cipher);
    expect(faults[0]).toEqual({ kind: 'file', detail: 'the key of a life was exchanged' });
    expect(faults).toHaveLength(1 + commitsIn(at).length);
    const register = open(at, { cipher });
    await register.verify();
    expect(allOf(register)).toEqual(operations);
    expect((await register.verify()).faults).toEqual([]);
  });

  it('asks for no signature from before the register had a key', async () => {
    const { at, operations, life } = await used();
    withDatabase(at, (db) => {
      db.exec('UPDATE commits SET signature = NULL; UPDATE replicas SET key = NULL');
      new Meta(new Statements(db)).set('signing', null);
    });
    fs.rmSync(at.backupFolder, { recursive: true });
    const register = open(at);
    expect(register.status()).toMatchObject({ life, recovery: null });
    checkIns(register, 3, newId);
    expect((await register.verify()).faults).toEqual([]);
    register.close();
    const rows = commitsIn(at);
    expect(rows.filter(({ signature }) => signature === null)).toHaveLength(6);
    expect(rows.filter(({ signature }) => signature !== null)).toHaveLength(3);
    const end = operations.length + 3;
    tamper(at, `UPDATE commits SET signature = NULL WHERE n = ${end}`);
    expect(faultsOf(at)).toEqual([expect.objectContaining({ kind: 'signature', seq: end })]);
  });

  it('asks others for no commit, but a wrong one is named', async () => {
    const { at } = await used();
    const theirs = await used();
    const register = open(at);
    register.merge(theirs.operations);
    register.close();
    expect(faultsOf(at)).toEqual([]);
    const [first, second] = commitsIn(theirs.at);
    const store = Store.open(at.database, NO_CIPHER);
    const signatureOf = (row: CommitRow) => Buffer.from(row.signature!).toString('base64');
    store.transaction(() => {
      store.setReplicaKey(theirs.life, first!.key!);
      store.insertCommit({ ...first!, signature: signatureOf(first!) });
      store.insertCommit({ ...second!, signature: null });
    });
    store.close();
    expect(faultsOf(at)).toEqual([]);
    withDatabase(at, (db) =>
      db
        .prepare(
          'UPDATE commits SET signature = ? WHERE n IN (SELECT n FROM operations WHERE id = ?)',
        )
        .run(first!.signature, theirs.operations[second!.last - 1]!.id),
    );
    expect(faultsOf(at)).toEqual([
      {
        ...{ kind: 'signature', replica: theirs.life, seq: second!.last },
        id: theirs.operations[second!.last - 1]!.id,
      },
    ]);
  });
});

/** Alters an operation and everything that follows, so that the chain holds again. */
function rewrite(
  at: Places,
  operations: readonly Operation[],
  seq: number,
  alter: (operation: Operation) => Operation,
): void {
  const altered = operations.map((operation) =>
    operation.seq === seq ? alter(operation) : operation,
  );
  rechain(at, altered);
}

/** Gives the operations hashes that fit, and numbers without a gap from the first one's. */
function rechain(at: Places, operations: readonly Operation[]): void {
  withDatabase(at, (db) => {
    const before = db
      .prepare('SELECT hash FROM operations WHERE seq = ?')
      .get(operations[0]!.seq - 1);
    let prev = before === undefined ? CHAIN_START : hexOf(before['hash']);
    const write = db.prepare('UPDATE operations SET actor = ?, prev = ?, hash = ? WHERE id = ?');
    for (const operation of operations) {
      const next = { ...operation, prev };
      const hash = linkHash(next, sha256);
      write.run(next.actor, bytesOf(prev), bytesOf(hash), next.id);
      prev = hash;
    }
  });
}

const bytesOf = (hex: string) => Buffer.from(hex, 'hex');
const hexOf = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString('hex');
