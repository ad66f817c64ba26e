import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { aesCipher } from '@electron/register/aes-cipher';
import { openBlobStore } from '@electron/register/blobs';
import { NO_CIPHER } from '@electron/register/cipher';
import { UnavailableError } from '@electron/register/failures';
import { resealRegister, sealedBy } from '@electron/register/reseal';
import { resealBlobs } from '@electron/register/reseal-blobs';
import { chanceOf } from '@shared/domain/sample/chance';
import { forgetDraft, personDrafts, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { personalTexts, readableIn } from './support/bytes';
import { buildChild } from './support/child';
import * as folders from './support/folders';
import type { Places } from './support/folders';

const { allOf, backupCurrent, checkIns, commit, NOON, open, places, rounds } = folders;

const newId = seededIds(32);
const key = randomBytes(32);
const to = aesCipher(key);
const ATTACHMENTS = ['a note verbale of Ana Testova', 'a list: ana@example.org', ''];
const ROUNDS = rounds(8);
const SEED = folders.freshSeed();

const blobsOf = ({ root }: Places) => join(root, 'blobs');

const reseal = (
  { folder, backupFolder }: Places,
  more: { from?: typeof to; to?: typeof to } = {},
) =>
  resealRegister({
    ...{ folder, backupFolder, machine: 'machine-1', now: () => NOON, log: () => undefined },
    ...{ from: NO_CIPHER, to, ...more },
  });

/** All rows of all tables, but for what is sealed. */
function tablesOf({ database }: Places): unknown {
  const db = new DatabaseSync(database);
  const all = (sql: string) => db.prepare(sql).all();
  const tables = {
    operations: all('SELECT * FROM operations ORDER BY n'),
    replicas: all('SELECT * FROM replicas ORDER BY k'),
    commits: all('SELECT * FROM commits ORDER BY n'),
    subjects: all('SELECT * FROM subjects ORDER BY person, n'),
    forgotten: all('SELECT * FROM forgotten ORDER BY person'),
    sealed: all('SELECT n FROM sealed ORDER BY n'),
    counter: all('SELECT * FROM sqlite_sequence'),
    meta: all(
      "SELECT * FROM meta WHERE key NOT IN ('lock', 'signing', 'fingerprint') ORDER BY key",
    ),
  };
  db.close();
  return tables;
}

/** An unprotected desk with everything that can lie in its folders. */
async function used(people = 3) {
  const at = places();
  const peer = open(places());
  commit(peer, sampleDrafts(newId));
  const first = open(at);
  commit(first, sampleDrafts(newId));
  await backupCurrent(first);
  first.close();
  const register = open(at, { machine: 'machine-0' });
  register.merge(peer.difference({}));
  for (let i = 0; i < people; i += 1) commit(register, personDrafts(newId));
  const [recorded] = commit(register, personDrafts(newId));
  commit(register, [forgetDraft(newId, recorded!.operation.subjects[0]!)]);
  await backupCurrent(register);
  register.close();
  // The copy that was set aside, and what a crash may have left.
  const last = open(at);
  checkIns(last, 2, newId);
  await backupCurrent(last);
  const operations = allOf(last);
  const { life } = last.status();
  last.close();
  const blobs = openBlobStore(blobsOf(at));
  const hashes: string[] = [];
  for (const text of ATTACHMENTS) hashes.push(await blobs.put(Buffer.from(text)));
  const damaged = join(at.folder, 'damaged-20230101T000000000');
  fs.mkdirSync(damaged);
  fs.copyFileSync(at.database, join(damaged, 'register.sqlite'));
  fs.copyFileSync(at.database, join(at.folder, 'rebuild.sqlite'));
  fs.copyFileSync(at.backup, join(at.backupFolder, 'register.backup.new'));
  fs.copyFileSync(at.database, join(at.backupFolder, 'other-unreadable-20230101T000000000.backup'));
  fs.writeFileSync(join(blobsOf(at), 'unfinished', 'x'), ATTACHMENTS[0]!);
  const texts = [...personalTexts(operations), ...ATTACHMENTS.slice(0, 2)];
  return { at, operations, life, hashes, texts, tables: tablesOf(at) };
}

type Used = Awaited<ReturnType<typeof used>>;

/** Everything is here as before, sealed, and nothing is readable, closed or open. */
async function expectSealed({ at, operations, life, hashes, texts, tables }: Used, what = '') {
  expect(readableIn(at.root, texts), what).toEqual([]);
  expect(sealedBy(at.folder), what).toBe('aes-256-gcm');
  expect(tablesOf(at), what).toEqual(tables);
  expect(fs.readdirSync(at.folder), what).toEqual(['register.sqlite']);
  expect(fs.readdirSync(at.backupFolder), what).toEqual([]);
  const register = open(at, { cipher: to });
  expect(allOf(register), what).toEqual(operations);
  expect(register.status(), what).toMatchObject({ life, recovery: null });
  expect((await register.verify()).faults, what).toEqual([]);
  const person = personDrafts(newId);
  commit(register, person);
  await backupCurrent(register);
  expect(register.status().backup.state, what).toBe('current');
  expect(readableIn(at.root, texts), what).toEqual([]);
  register.close();
  const blobs = openBlobStore(blobsOf(at), to);
  for (const [index, hash] of hashes.entries()) {
    expect(Buffer.from((await blobs.get(hash)) ?? 'lost').toString(), what).toBe(
      ATTACHMENTS[index],
    );
  }
}

describe('switching protection on', () => {
  it('leaves everything as it was, and nothing that can be read', async () => {
    const desk = await used();
    expect(readableIn(desk.at.root, desk.texts)).toEqual(desk.texts);
    expect(desk.texts.length).toBeGreaterThan(15);
    expect(sealedBy(desk.at.folder)).toBe('none');
    await reseal(desk.at);
    await resealBlobs(blobsOf(desk.at), NO_CIPHER, to);
    await expectSealed(desk);
  });

  it('done again changes nothing', async () => {
    const { at } = await used();
    await reseal(at);
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    const register = open(at, { cipher: to });
    await backupCurrent(register);
    register.close();
    const bytes = () => [fs.readFileSync(at.database), fs.readFileSync(at.backup)];
    const before = bytes();
    const names = fs.readdirSync(blobsOf(at), { recursive: true }).map(String);
    const blobs = () =>
      names.map(
        (name) =>
          fs.statSync(join(blobsOf(at), name)).isFile() && fs.readFileSync(join(blobsOf(at), name)),
      );
    const blobsBefore = blobs();
    await reseal(at);
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    expect(bytes()).toEqual(before);
    expect(blobs()).toEqual(blobsBefore);
  });

  it('tells how far it is, and lets other work pass', async () => {
    const at = places();
    const register = open(at);
    commit(register, Array.from({ length: 20 }, () => sampleDrafts(newId)).flat());
    const count = allOf(register).length;
    register.close();
    const told: [number, number][] = [];
    let turns = 0;
    const turn = () => {
      turns += 1;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    await resealRegister({
      ...{ folder: at.folder, backupFolder: at.backupFolder, machine: 'machine-1' },
      ...{ now: () => NOON, log: () => undefined, from: NO_CIPHER, to },
      onProgress: (done, total) => told.push([done, total]),
    });
    clearImmediate(next);
    expect(told.map(([, total]) => total)).toEqual(told.map(() => count));
    expect(told.at(-1)).toEqual([count, count]);
    expect(told.length).toBeGreaterThan(3);
    expect(turns).toBeGreaterThanOrEqual(told.length);
  });

  it('makes a protected register where there was none', async () => {
    const at = places();
    expect(sealedBy(at.folder)).toBeNull();
    await reseal(at, {});
    expect(sealedBy(at.folder)).toBe('aes-256-gcm');
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    expect(open(at, { cipher: to }).status()).toMatchObject({ operations: 0, recovery: null });
  });

  it('changes one key for another', async () => {
    const desk = await used();
    const other = aesCipher(randomBytes(32));
    await reseal(desk.at, { to: other });
    await resealBlobs(blobsOf(desk.at), NO_CIPHER, other);
    expect(() => open(desk.at, { cipher: to })).toThrow(UnavailableError);
    await reseal(desk.at, { from: other });
    await resealBlobs(blobsOf(desk.at), other, to);
    await expectSealed(desk);
  });

  it('with a key that is neither changes nothing', async () => {
    const { at } = await used();
    await reseal(at);
    const before = fs.readFileSync(at.database);
    const [strange, another] = [aesCipher(randomBytes(32)), aesCipher(randomBytes(32))];
    await expect(reseal(at, { from: strange, to: another })).rejects.toThrow(UnavailableError);
    expect(fs.readFileSync(at.database).equals(before)).toBe(true);
  });

  it('of a register that is open is refused', async () => {
    const { at, operations } = await used();
    const register = open(at);
    await expect(reseal(at)).rejects.toThrow(UnavailableError);
    expect(allOf(register)).toEqual(operations);
  });

  it('heals from the backup, while there is one, what is damaged', async () => {
    const { at, operations, texts } = await used();
    const db = new DatabaseSync(at.database);
    db.exec('UPDATE operations SET actor = id WHERE n = 7');
    db.close();
    await reseal(at);
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    expect(readableIn(at.root, texts)).toEqual([]);
    const register = open(at, { cipher: to });
    expect(folders.byId(allOf(register))).toEqual(folders.byId(operations));
    expect((await register.verify()).faults).toEqual([]);
  });

  it('finishes a rebuilding that was interrupted before it takes away what that needs', async () => {
    const { at, operations } = await used();
    const aside = 'damaged-20230207T120000000';
    fs.writeFileSync(join(at.folder, 'rebuild.json'), JSON.stringify({ reason: 'damaged', aside }));
    fs.mkdirSync(join(at.folder, aside));
    fs.renameSync(at.database, join(at.folder, aside, 'register.sqlite'));
    fs.rmSync(at.backupFolder, { recursive: true });
    await reseal(at);
    expect(fs.readdirSync(at.folder)).toEqual(['register.sqlite']);
    expect(folders.byId(allOf(open(at, { cipher: to })))).toEqual(folders.byId(operations));
  });

  it('leaves the backups of other registers alone', async () => {
    const { at } = await used();
    const stranger = places();
    const other = open(stranger);
    checkIns(other, 2, newId);
    await backupCurrent(other);
    other.close();
    const name = 'register-00000000-20230101T000000000.backup';
    fs.copyFileSync(stranger.backup, join(at.backupFolder, name));
    await reseal(at);
    expect(fs.readdirSync(at.backupFolder)).toEqual([name]);
  });

  it('drops a readable backup that was out of reach when it comes back', async () => {
    const { at, texts } = await used();
    const stick = join(at.root, 'stick');
    fs.renameSync(at.backupFolder, stick);
    await reseal(at);
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    expect(readableIn(at.folder, texts)).toEqual([]);
    fs.rmSync(join(stick, 'other-unreadable-20230101T000000000.backup'));
    fs.renameSync(stick, at.backupFolder);
    const register = open(at, { cipher: to });
    await backupCurrent(register);
    expect(register.status().recovery).toBeNull();
    expect(readableIn(at.root, texts)).toEqual([]);
  });
});

describe('switching protection on of attachments', () => {
  it('seals what was damaged, too, and goes on', async () => {
    const { at, hashes, texts } = await used();
    const [hash = ''] = hashes;
    const path = join(blobsOf(at), hash.slice(0, 2), hash);
    fs.writeFileSync(path, 'half of a note verbale of Ana Testova');
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    expect(readableIn(blobsOf(at), [...texts, 'Ana Testova'])).toEqual([]);
    const sealed = fs.readFileSync(path);
    expect(Buffer.from(to.open(sealed, hash)).toString()).toContain('half of a note');
    await resealBlobs(blobsOf(at), NO_CIPHER, to);
    expect(fs.readFileSync(path).equals(sealed)).toBe(true);
    expect(await openBlobStore(blobsOf(at), to).get(hash)).toBeNull();
  });
});

/** Switches over in a process of its own and kills it after `lines` lines and `turns` moments. */
function killedAfter(program: string, at: Places, lines: number, turns: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [at.folder, at.backupFolder, blobsOf(at), key.toString('hex')];
    const child = spawn(process.execPath, [program, ...args]);
    let said = '';
    let complaint = '';
    const killAfter = (left: number) => {
      if (left === 0) child.kill('SIGKILL');
      else setImmediate(killAfter, left - 1);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > lines) killAfter(turns);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', () => {
      if (complaint === '') resolve(said.trim().split('\n').at(-1) ?? '');
      else reject(new Error(complaint));
    });
  });
}

it(
  `SIGKILL in the middle of switching on (${ROUNDS} times, seed ${SEED}): done again it is whole`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const program = await buildChild('reseal');
    const chance = chanceOf(SEED);
    const desk = await used(1200);
    const pristine = join(folders.newRoot(), 'pristine');
    fs.cpSync(desk.at.root, pristine, { recursive: true });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of ['register', 'backup', 'blobs']) {
        fs.rmSync(join(desk.at.root, name), { recursive: true, force: true });
        fs.cpSync(join(pristine, name), join(desk.at.root, name), { recursive: true });
      }
      // A copied file is a copied register: it takes a new life, here and not in the middle.
      const settled = open(desk.at);
      await backupCurrent(settled);
      const { life } = settled.status();
      settled.close();
      const before = { ...desk, life, tables: tablesOf(desk.at) };
      const last = await killedAfter(program, desk.at, chance.between(1, 16), chance.below(3000));
      const what = `seed ${SEED}, round ${round}, killed after “${last}”`;
      const name = sealedBy(desk.at.folder);
      expect(['none', 'aes-256-gcm'], what).toContain(name);
      await reseal(desk.at);
      await resealBlobs(blobsOf(desk.at), NO_CIPHER, to);
      await expectSealed(before, what);
    }
  },
);
