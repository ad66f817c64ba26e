import * as fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { stampForName } from '@electron/register/durable';
import {
  attendanceDrafts,
  forgetDraft,
  personDrafts,
  sampleDrafts,
} from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { readableIn } from './support/bytes';
import { allOf, backupCurrent, checkIns, commit, NOON, open, places } from './support/folders';
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

describe('a backup and those who were forgotten', () => {
  const TEXTS = ['Testova', 'ana@example.org', 'told by Ana herself'];
  const readable = ({ root }: Places) => readableIn(root, TEXTS);

  /** A register with people in it, a backup, a former backup, and files that were set aside. */
  async function withPeople() {
    const at = places();
    const first = open(at, { machine: '1' });
    const person = newId();
    commit(first, [...personDrafts(newId, person), ...attendanceDrafts(newId, person, newId())]);
    await backupCurrent(first);
    first.close();
    const register = open(at, { machine: '2' });
    checkIns(register, 3, newId);
    await backupCurrent(register);
    const aside = join(at.folder, 'damaged-20230101T000000000');
    fs.mkdirSync(aside);
    fs.copyFileSync(at.backup, join(aside, 'register.sqlite'));
    return { at, register, person };
  }

  it('is written anew without their values, and no copy that has them is kept', async () => {
    const { at, register, person } = await withPeople();
    expect(readable(at)).toEqual(TEXTS);
    expect(namesIn(at.backupFolder)).toHaveLength(2);
    commit(register, [forgetDraft(newId, person)]);
    expect(register.erasure([person]).backup).toBe('pending');
    await backupCurrent(register);
    expect(register.erasure([person]).backup).toBe('rewritten');
    expect(readableIn(at.backupFolder, TEXTS)).toEqual([]);
    expect(namesIn(at.backupFolder)).toEqual(['register.backup']);
    const before = allOf(register);
    expect(fromBackupAlone(at).operations).toEqual(before);
    checkIns(register, 2, newId);
    register.close();
    expect(readable(at)).toEqual([]);
    const again = open(at, { machine: '2' });
    expect(again.status()).toMatchObject({ recovery: null });
    await backupCurrent(again);
    expect(again.erasure([person]).backup).toBe('rewritten');
    expect(fromBackupAlone(at).operations).toEqual(allOf(again));
  });

  it('is finished at the next start when the program ended in the middle', async () => {
    const { at, register, person } = await withPeople();
    commit(register, [forgetDraft(newId, person)]);
    const crashed = places();
    fs.cpSync(at.root, crashed.root, { recursive: true });
    register.close();
    expect(readableIn(crashed.backupFolder, TEXTS)).toEqual(TEXTS);
    const again = open(crashed, { machine: '2' });
    await backupCurrent(again);
    await vi.waitFor(() => expect(readable(crashed)).toEqual([]));
    expect(again.erasure([person]).backup).toBe('rewritten');
    expect(namesIn(crashed.backupFolder)).toEqual(['register.backup']);
  });

  it('fails while its place is gone, and is done when that is back', async () => {
    const { at, register, person } = await withPeople();
    const away = join(at.root, 'away');
    fs.renameSync(at.backupFolder, away);
    fs.writeFileSync(at.backupFolder, 'a file where the folder belongs');
    commit(register, [forgetDraft(newId, person)]);
    expect(register.erasure([person]).backup).toBe('failed');
    fs.rmSync(at.backupFolder);
    fs.renameSync(away, at.backupFolder);
    checkIns(register, 1, newId);
    await backupCurrent(register);
    expect(register.erasure([person]).backup).toBe('rewritten');
    expect(readableIn(at.backupFolder, TEXTS)).toEqual([]);
  });

  it('that is older does not bring them back', async () => {
    const { at, register, person } = await withPeople();
    const older = fs.readFileSync(at.backup);
    commit(register, [forgetDraft(newId, person)]);
    await backupCurrent(register);
    const operations = allOf(register);
    register.close();
    // The register is damaged, and somebody laid the older backup beside it.
    fs.writeFileSync(at.backup, older);
    const db = new DatabaseSync(at.database);
    db.exec(`UPDATE meta SET crc = crc + 1 WHERE key = 'clock'`);
    db.close();
    const again = open(at, { machine: '2' });
    expect(again.status().recovery).toMatchObject({ reason: 'damaged', lost: 0 });
    expect(allOf(again)).toEqual(operations);
    await backupCurrent(again);
    await vi.waitFor(() => expect(readable(at)).toEqual([]));
    expect((await again.verify()).faults).toEqual([]);
  });

  it('that is older does not bring them back, although it is lost by what they were forgotten', async () => {
    const { at, register, person } = await withPeople();
    const older = fs.readFileSync(at.backup);
    commit(register, [forgetDraft(newId, person)]);
    const { length } = allOf(register);
    await backupCurrent(register);
    register.close();
    fs.writeFileSync(at.backup, older);
    const db = new DatabaseSync(at.database);
    db.exec(`UPDATE operations SET actor = id WHERE n = ${length}`);
    db.exec(`UPDATE meta SET crc = crc + 1 WHERE key = 'clock'`);
    db.close();
    const again = open(at, { machine: '2' });
    expect(again.status().recovery).toMatchObject({ reason: 'damaged' });
    await backupCurrent(again);
    await vi.waitFor(() => expect(readable(at)).toEqual([]));
    const { operations } = again.history(person);
    expect(operations.flatMap(({ operation }) => operation.sealed?.text ?? [])).toEqual([]);
    const { life } = again.status();
    expect((await again.verify()).faults.filter(({ kind }) => kind === 'file')).toEqual([]);
    expect(again.status().life).toBe(life);
  });

  it.each<[string, number, (at: Places) => void]>([
    [
      'stays where it says that they were forgotten before',
      1,
      ({ database }) => {
        const db = new DatabaseSync(database);
        db.exec(`UPDATE meta SET crc = crc + 1 WHERE key = 'clock'`);
        db.close();
      },
    ],
    ['goes where it cannot say', 0, ({ database }) => fs.writeFileSync(database, 'garbage')],
  ])('a damaged register that was set aside %s', async (_what, kept, damage) => {
    const { at, register, person } = await withPeople();
    commit(register, [forgetDraft(newId, person)]);
    await backupCurrent(register);
    await vi.waitFor(() => expect(readable(at)).toEqual([]));
    // What is left of it is done in the background.
    for (let turn = 0; turn < 50; turn += 1) {
      await new Promise((resolve) => void setImmediate(resolve));
    }
    const operations = allOf(register);
    register.close();
    damage(at);
    const again = open(at, { machine: '2' });
    await backupCurrent(again);
    expect(allOf(again)).toEqual(operations);
    const aside = namesIn(at.folder).filter((name) => name.startsWith('damaged-'));
    expect(aside).toHaveLength(kept);
    expect(readable(at)).toEqual([]);
  });

  it('that somebody knows of whom nothing personal is here has nothing to erase', async () => {
    const at = places();
    const register = open(at);
    commit(register, [forgetDraft(newId, newId())]);
    await backupCurrent(register);
    expect(fromBackupAlone(at).operations).toEqual(allOf(register));
  });
});

describe('what was set aside expires', () => {
  const DAY = 24 * 60 * 60 * 1000;

  it('after ninety days: former backups, unreadable ones and damaged registers', async () => {
    const at = places();
    for (const day of [1, 2]) {
      const register = open(at, { machine: `${day}`, now: () => NOON + day * DAY });
      checkIns(register, 1, newId);
      await backupCurrent(register);
      register.close();
    }
    const stamp = stampForName(NOON + 2 * DAY);
    fs.writeFileSync(join(at.backupFolder, `other-unreadable-${stamp}.backup`), 'garbage');
    fs.writeFileSync(join(at.backupFolder, `other-12345678-${stamp}.backup`), 'not ours');
    fs.mkdirSync(join(at.folder, `damaged-${stamp}`));
    const after = async (days: number) => {
      const register = open(at, { machine: '2', now: () => NOON + days * DAY });
      await backupCurrent(register);
      register.close();
      return [...namesIn(at.folder), ...namesIn(at.backupFolder)].filter((name) =>
        /^(damaged|register-|other-)/.test(name),
      );
    };
    expect(await after(92)).toHaveLength(4);
    expect(await after(93)).toEqual([`other-12345678-${stamp}.backup`]);
  });
});
