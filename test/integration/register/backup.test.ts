import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, backupCurrent, checkIns, commit, open, places } from './support/folders';
import type { Places } from './support/folders';

const newId = seededIds(13);

const namesIn = (folder: string) => fs.readdirSync(folder).sort();

/** What a register has that is made from the backup alone. */
function fromBackupAlone(at: Places) {
  const alone = places();
  fs.cpSync(at.backupFolder, alone.backupFolder, { recursive: true });
  const register = open(alone);
  return { operations: allOf(register), recovery: register.status().recovery };
}

describe('the continuous backup', () => {
  it('has every commit as soon as the commit returns', async () => {
    const at = places();
    const register = open(at);
    await backupCurrent(register);
    for (let i = 0; i < 3; i += 1) {
      commit(register, sampleDrafts(newId));
      expect(register.status().backup.state).toBe('current');
      expect(fromBackupAlone(at).operations).toEqual(allOf(register));
    }
  });

  it('has what was merged soon after', async () => {
    const [at, other] = [places(), open(places())];
    checkIns(other, 5, newId);
    const register = open(at);
    register.merge(other.difference({}));
    await backupCurrent(register);
    expect(fromBackupAlone(at).operations).toEqual(allOf(other));
  });

  it('of many operations is written in pages, and all or nothing of a commit is restored', async () => {
    const at = places();
    const register = open(at);
    checkIns(register, 1, newId);
    await backupCurrent(register);
    const before = fs.statSync(at.backup).size;
    commit(register, Array.from({ length: 60 }, () => sampleDrafts(newId)).flat());
    const whole = fs.readFileSync(at.backup);
    expect(fromBackupAlone(at).operations).toEqual(allOf(register));
    // Cut inside the last page: the pages before it are no whole commit.
    fs.truncateSync(at.backup, whole.length - 10);
    expect(fromBackupAlone(at).operations).toHaveLength(1);
    expect(whole.length - before).toBeGreaterThan(1_000_000);
  });

  it('is not wanted by everybody', () => {
    const register = open(places(), { backupFolder: null });
    checkIns(register, 1, newId);
    expect(register.status().backup).toEqual({ state: 'none', at: null });
  });

  it('catches up with a register that has more', async () => {
    const at = places();
    const first = open(at);
    checkIns(first, 3, newId);
    await backupCurrent(first);
    first.close();
    const without = open(at, { backupFolder: null });
    checkIns(without, 4, newId);
    without.close();
    const register = open(at);
    expect(register.status().backup.state).toBe('behind');
    await backupCurrent(register);
    expect(register.status().recovery).toBeNull();
    expect(fromBackupAlone(at).operations).toEqual(allOf(register));
  });

  it('loses what was left half-written at its end', async () => {
    const at = places();
    const register = open(at);
    checkIns(register, 3, newId);
    await backupCurrent(register);
    register.close();
    const whole = fs.readFileSync(at.backup);
    fs.appendFileSync(at.backup, whole.subarray(-400, -10));
    open(at).close();
    expect(fs.readFileSync(at.backup).equals(whole)).toBe(true);
  });

  it('cut off anywhere gives what is whole, and is completed', async () => {
    const at = places();
    const register = open(at);
    await backupCurrent(register);
    checkIns(register, 3, newId);
    const operations = allOf(register);
    const whole = fs.readFileSync(at.backup);
    register.close();
    const counts = new Set<number>();
    for (let size = whole.length - 1; size > whole.length / 3; size -= 97) {
      fs.truncateSync(at.backup, size);
      counts.add(fromBackupAlone(at).operations.length);
      const again = open(at);
      await backupCurrent(again);
      expect(allOf(again)).toEqual(operations);
      expect(again.status().recovery).toBeNull();
      again.close();
      expect(fromBackupAlone(at).operations).toEqual(operations);
    }
    expect([...counts].sort()).toEqual([0, 1, 2]);
  });
});

describe('a backup that fails', () => {
  it('fails no commit, says so once, and catches up when its place is back', async () => {
    const at = places();
    const said: string[] = [];
    fs.writeFileSync(at.backupFolder, 'a file where the folder belongs');
    const register = open(at, { log: (message) => said.push(message) });
    checkIns(register, 3, newId);
    expect(register.status().backup.state).toBe('failed');
    expect(said).toHaveLength(1);
    fs.rmSync(at.backupFolder);
    checkIns(register, 1, newId);
    await backupCurrent(register);
    expect(register.status().backup.state).toBe('current');
    expect(fromBackupAlone(at).operations).toEqual(allOf(register));
  });

  it('because its file was damaged is written anew, and the damaged one is kept', async () => {
    const at = places();
    const register = open(at);
    await backupCurrent(register);
    checkIns(register, 5, newId);
    const fd = fs.openSync(at.backup, 'r+');
    fs.writeSync(fd, 'garbage', 900);
    fs.closeSync(fd);
    await register.verify();
    expect(register.status().recovery).toMatchObject({
      ...{ kind: 'rebuilt-backup', reason: 'backup-damaged', operations: 5, lost: 0 },
    });
    await backupCurrent(register);
    expect(fromBackupAlone(at).operations).toEqual(allOf(register));
    expect(namesIn(at.backupFolder)).toHaveLength(2);
  });
});

describe('backups of other lives', () => {
  it('of a register that nobody here knows is kept for ever and not taken over', async () => {
    const at = places();
    const stranger = open(at);
    checkIns(stranger, 3, newId);
    await backupCurrent(stranger);
    stranger.close();
    const own = places();
    const register = open(own);
    checkIns(register, 2, newId);
    await backupCurrent(register);
    register.close();
    fs.rmSync(own.backupFolder, { recursive: true });
    fs.renameSync(at.backupFolder, own.backupFolder);
    const again = open(own);
    await backupCurrent(again);
    expect(again.status()).toMatchObject({ operations: 2, recovery: null });
    const kept = namesIn(own.backupFolder).filter((name) => name.startsWith('other-'));
    expect(kept).toHaveLength(1);
  });

  it('of this register are thinned out to three', async () => {
    const at = places();
    for (const machine of ['1', '2', '3', '4', '5', '6', '7']) {
      const register = open(at, { machine, now: () => Date.UTC(2023, 1, Number(machine)) });
      checkIns(register, 1, newId);
      await backupCurrent(register);
      register.close();
    }
    const names = namesIn(at.backupFolder);
    expect(names.filter((name) => name.startsWith('register-'))).toHaveLength(3);
    expect(fromBackupAlone(at).operations).toHaveLength(7);
  });

  it('serve when the newest one cannot be read', async () => {
    const at = places();
    for (const machine of ['1', '2']) {
      const register = open(at, { machine });
      checkIns(register, 3, newId);
      await backupCurrent(register);
      register.close();
    }
    fs.writeFileSync(at.backup, 'garbage');
    fs.rmSync(at.folder, { recursive: true });
    const register = open(at);
    expect(register.status().recovery).toMatchObject({ reason: 'missing', operations: 3 });
    expect(fs.existsSync(join(at.folder, 'register.sqlite'))).toBe(true);
  });
});
