import * as fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { UnavailableError } from '@electron/register/failures';
import type { Operation } from '@shared/operation/operation';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import {
  allOf,
  backupCurrent,
  byId,
  checkIns,
  commit,
  newRoot,
  NOON,
  numbersGivenTwice,
  open,
  places,
  type Places,
} from './support/folders';

const newId = seededIds(12);

/** A register that was used and closed, its backup complete. */
async function used(): Promise<{ at: Places; life: string; operations: Operation[] }> {
  const at = places();
  const register = open(at);
  // Where nobody was forgotten, what is damaged is kept: see the tests of the backup.
  const drafts = sampleDrafts(newId);
  commit(
    register,
    drafts.filter(({ type }) => type !== 'person.forgotten'),
  );
  checkIns(register, 5, newId);
  await backupCurrent(register);
  const { life } = register.status();
  const operations = allOf(register);
  register.close();
  return { at, life, operations };
}

/** Writes into the file that is there, so that it stays the same file. */
function overwrite(path: string, bytes: Uint8Array): void {
  fs.truncateSync(path, 0);
  fs.writeFileSync(path, bytes, { flag: 'r+' });
}

const damagedFolders = ({ folder }: Places) =>
  fs.readdirSync(folder).filter((name) => name.startsWith('damaged-'));

describe('a damaged register', () => {
  it.each<[string, (at: Places) => void]>([
    ['is garbage', ({ database }) => overwrite(database, Buffer.alloc(20_000, 'garbage'))],
    ['is empty', ({ database }) => fs.truncateSync(database, 0)],
    ['is cut off', ({ database }) => fs.truncateSync(database, 9000)],
    [
      'has a broken header',
      ({ database }) => {
        const bytes = fs.readFileSync(database);
        overwrite(database, bytes.fill(0, 0, 100));
      },
    ],
    [
      'has lost its first pages',
      ({ database }) => {
        const bytes = fs.readFileSync(database);
        overwrite(database, bytes.fill(0xff, 100, 12_288));
      },
    ],
    [
      'is another database',
      ({ database }) => {
        fs.rmSync(database);
        const db = new DatabaseSync(database);
        db.exec('CREATE TABLE t (x)');
        db.close();
      },
    ],
  ])('that %s is restored from the backup under a new life', async (_name, damage) => {
    const { at, life, operations } = await used();
    damage(at);
    const register = open(at);
    expect(register.status().recovery).toMatchObject({
      ...{ kind: 'restored-from-backup', reason: 'damaged', lost: 0 },
      operations: operations.length,
    });
    expect(allOf(register)).toEqual(operations);
    expect(register.status().life).not.toBe(life);
    checkIns(register, 3, newId);
    expect(numbersGivenTwice(allOf(register))).toEqual([]);
    expect(damagedFolders(at)).toHaveLength(1);
    expect((await register.verify()).faults).toEqual([]);
    expect(register.status().backup.state).toBe('current');
  });

  it('is salvaged as far as it is whole when there is no backup', async () => {
    const { at, operations } = await used();
    fs.rmSync(at.backupFolder, { recursive: true });
    const bytes = fs.readFileSync(at.database);
    const place = bytes.lastIndexOf('Head Testov');
    overwrite(at.database, bytes.fill('x', place, place + 4));
    const register = open(at);
    await register.verify();
    expect(register.status().recovery).toMatchObject({
      ...{ kind: 'new-life', reason: 'damaged', lost: 1 },
      operations: operations.length - 1,
    });
    const saved = new Set(allOf(register).map(({ id }) => id));
    const lost = operations.filter(({ id }) => !saved.has(id));
    expect(lost.map(({ type }) => type)).toEqual(['nomination.replaced']);
  });

  it('is salvaged together with the journal that a crash left', async () => {
    const { at, operations } = await used();
    const register = open(at);
    const more = checkIns(register, 3, newId);
    const crashed = places();
    fs.cpSync(at.folder, crashed.folder, { recursive: true });
    expect(fs.existsSync(`${crashed.database}-wal`)).toBe(true);
    const bytes = fs.readFileSync(crashed.database);
    const place = bytes.lastIndexOf('Head Testov');
    overwrite(crashed.database, bytes.fill('x', place, place + 4));
    const again = open(crashed);
    await again.verify();
    const saved = new Set(allOf(again).map(({ id }) => id));
    const lost = [...operations, ...more].filter(({ id }) => !saved.has(id));
    expect(lost.map(({ type }) => type)).toEqual(['nomination.replaced']);
  });

  it('is healed while it is open', async () => {
    const { at, operations } = await used();
    const bytes = fs.readFileSync(at.database);
    const place = bytes.lastIndexOf('Head Testov');
    overwrite(at.database, bytes.fill('x', place, place + 4));
    const register = open(at);
    const heard: number[] = [];
    register.onCommitted((last) => heard.push(last));
    // Whoever reads meets the damage before the verification does, and is given what was written.
    expect(allOf(register)).toEqual(operations);
    expect(register.status().recovery).toMatchObject({ kind: 'restored-from-backup', lost: 0 });
    expect(heard).toEqual([operations.length]);
  });

  it('of a newer version is left alone', async () => {
    const { at } = await used();
    const db = new DatabaseSync(at.database);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => open(at)).toThrow(UnavailableError);
    expect(damagedFolders(at)).toEqual([]);
  });
});

describe('a missing register', () => {
  it('comes back from its backup', async () => {
    const { at, life, operations } = await used();
    fs.rmSync(at.folder, { recursive: true });
    const register = open(at);
    expect(register.status().recovery).toMatchObject({
      ...{ kind: 'restored-from-backup', reason: 'missing', lost: 0 },
      operations: operations.length,
    });
    expect(allOf(register)).toEqual(operations);
    expect(register.status().life).not.toBe(life);
  });

  it('leaves nothing of its journal to be mistaken for a part of the new one', async () => {
    const { at, operations } = await used();
    const register = open(at);
    const more = checkIns(register, 2, newId);
    const copy = places();
    fs.cpSync(at.root, copy.root, { recursive: true });
    fs.rmSync(copy.database);
    expect(fs.existsSync(`${copy.database}-wal`)).toBe(true);
    const restored = open(copy);
    expect(allOf(restored)).toEqual([...operations, ...more]);
    expect((await restored.verify()).faults).toEqual([]);
    const [aside = ''] = damagedFolders(copy);
    expect(fs.readdirSync(join(copy.folder, aside))).toEqual(['register.sqlite-wal']);
  });

  it('without a backup is a new one', () => {
    const register = open(places());
    expect(register.status()).toMatchObject({ operations: 0, recovery: null, clock: null });
  });
});

describe('a copied or restored profile', () => {
  it('keeps everything and takes a new life', async () => {
    const { at, life, operations } = await used();
    const copy = places();
    fs.cpSync(at.root, copy.root, { recursive: true });
    const [original, second] = [open(at), open(copy)];
    expect(original.status()).toMatchObject({ life, recovery: null });
    expect(second.status().recovery).toMatchObject({ kind: 'new-life', reason: 'copied' });
    expect(second.status().life).not.toBe(life);
    expect(allOf(second)).toEqual(operations);
    checkIns(original, 3, newId);
    checkIns(second, 3, newId);
    original.merge(second.difference(original.vector()));
    second.merge(original.difference(second.vector()));
    expect(byId(allOf(original))).toEqual(byId(allOf(second)));
    expect(numbersGivenTwice(allOf(original))).toEqual([]);
    expect(original.vector()).toEqual(second.vector());
  });

  it('is noticed on another machine, too, and once only', async () => {
    const { at, life } = await used();
    const moved = open(at, { machine: 'machine-2' });
    const { life: second, recovery } = moved.status();
    expect(recovery).toMatchObject({ kind: 'new-life', reason: 'copied', lost: 0 });
    expect(second).not.toBe(life);
    moved.close();
    const again = open(at, { machine: 'machine-2' });
    expect(again.status()).toMatchObject({ life: second, recovery: null });
  });

  it('that is older than its backup gets back what it lacks', async () => {
    const { at, life } = await used();
    const old = fs.readFileSync(at.database);
    const newer = open(at);
    checkIns(newer, 4, newId);
    const operations = allOf(newer);
    newer.close();
    overwrite(at.database, old);
    const register = open(at);
    expect(register.status().recovery).toMatchObject({
      ...{ kind: 'restored-from-backup', reason: 'older-copy', operations: 4, lost: 0 },
    });
    expect(allOf(register)).toEqual(operations);
    expect(register.status().life).not.toBe(life);
    const [next] = checkIns(register, 1, newId);
    expect(next).toMatchObject({ seq: 1, replica: register.status().life });
  });

  it.each(['when it is told what its peer knows', 'when its own operations come back'])(
    'without a backup is noticed %s',
    async (how) => {
      const { at, life } = await used();
      fs.rmSync(at.backupFolder, { recursive: true });
      const old = fs.readFileSync(at.database);
      const newer = open(at, { backupFolder: null });
      const peer = open(places());
      checkIns(newer, 4, newId);
      checkIns(peer, 2, newId);
      peer.merge(newer.difference(peer.vector()));
      newer.close();
      overwrite(at.database, old);
      const restored = open(at, { backupFolder: null });
      expect(restored.status()).toMatchObject({ life, recovery: null });
      if (how.includes('peer knows')) restored.difference(peer.vector());
      else restored.merge(peer.difference(restored.vector()).slice(-3));
      expect(restored.status().recovery).toMatchObject({ kind: 'new-life', reason: 'older-copy' });
      expect(restored.status().life).not.toBe(life);
      checkIns(restored, 3, newId);
      restored.merge(peer.difference(restored.vector()));
      peer.merge(restored.difference(peer.vector()));
      expect(byId(allOf(restored))).toEqual(byId(allOf(peer)));
      expect(numbersGivenTwice(allOf(peer))).toEqual([]);
      expect(restored.vector()).toEqual(peer.vector());
      expect((await restored.verify()).faults).toEqual([]);
    },
  );
});

describe('a rebuilding that was interrupted', () => {
  const aside = 'damaged-20230207T120000000';
  const mark = ({ folder }: Places) => {
    const marker = JSON.stringify({ reason: 'damaged', aside });
    fs.writeFileSync(join(folder, 'rebuild.json'), marker);
  };
  const moveAway = ({ folder, database }: Places) => {
    fs.mkdirSync(join(folder, aside), { recursive: true });
    fs.renameSync(database, join(folder, aside, 'register.sqlite'));
  };

  it.each<[string, (at: Places) => void]>([
    ['before anything was moved', mark],
    [
      'after the marker was cut short',
      ({ folder }) => fs.writeFileSync(join(folder, 'rebuild.json'), '{'),
    ],
    [
      'after the files were moved',
      (at) => {
        mark(at);
        moveAway(at);
      },
    ],
    [
      'while the new file was written',
      (at) => {
        mark(at);
        moveAway(at);
        fs.writeFileSync(join(at.folder, 'rebuild.sqlite'), 'half of a file');
        fs.writeFileSync(join(at.folder, 'rebuild.sqlite-wal'), 'half of a journal');
      },
    ],
    [
      'without a backup',
      (at) => {
        mark(at);
        moveAway(at);
        fs.rmSync(at.backupFolder, { recursive: true });
      },
    ],
    [
      'after the new file was in place',
      (at) => {
        const bytes = fs.readFileSync(at.database);
        moveAway(at);
        fs.rmSync(join(at.folder, aside), { recursive: true });
        open(at).close();
        mark(at);
        fs.mkdirSync(join(at.folder, aside));
        fs.writeFileSync(join(at.folder, aside, 'register.sqlite'), bytes);
      },
    ],
  ])('%s is done again', async (_when, interrupt) => {
    const { at, operations } = await used();
    interrupt(at);
    const register = open(at);
    expect(allOf(register)).toEqual(operations);
    expect((await register.verify()).faults).toEqual([]);
    expect(fs.existsSync(join(at.folder, 'rebuild.json'))).toBe(false);
    const { life } = register.status();
    register.close();
    expect(open(at).status()).toMatchObject({ life, recovery: null });
  });
});

it('a rebuilding that breaks off in the middle is done again, from what was set aside', async () => {
  const { at, operations } = await used();
  fs.rmSync(at.backupFolder, { recursive: true });
  const bytes = fs.readFileSync(at.database);
  const place = bytes.lastIndexOf('Head Testov');
  overwrite(at.database, bytes.fill('x', place, place + 4));
  let calls = 0;
  const register = open(at, {
    backupFolder: null,
    now: () => {
      calls += 1;
      if (calls === 3) throw new Error('the light went out');
      return NOON + calls;
    },
  });
  expect(() => allOf(register)).toThrow('the light went out');
  expect(fs.existsSync(at.database)).toBe(false);
  register.close();
  const again = open(at, { backupFolder: null });
  expect(allOf(again)).toHaveLength(operations.length - 1);
  expect(again.status().recovery).toMatchObject({ reason: 'damaged', lost: 1 });
  expect(fs.existsSync(join(at.folder, 'rebuild.sqlite'))).toBe(false);
});

it('a folder that cannot be made is an error, not a repair', () => {
  const root = newRoot();
  fs.writeFileSync(join(root, 'register'), 'a file where a folder belongs');
  expect(() => open(places(root))).toThrow(/EEXIST|ENOTDIR/);
});
