import * as fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { aesCipher } from '@electron/register/aes-cipher';
import { framesFrom, readHeader } from '@electron/register/backup-file';
import { NO_CIPHER, type Cipher } from '@electron/register/cipher';
import { failureOf } from '@electron/register/failures';
import { Store } from '@electron/register/store';
import { verifyStore } from '@electron/register/verify';
import { chanceOf } from '@shared/domain/sample/chance';
import { forgetDraft, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import * as folders from './support/folders';
import type { Places } from './support/folders';

const { allOf, backupCurrent, checkIns, commit, open, places } = folders;

const FLIPS = folders.rounds(400);
const SEED = folders.freshSeed();
const TABLES = ['meta', 'replicas', 'operations', 'sealed', 'subjects', 'commits', 'forgotten'];

/** A register of two lives, with another's operations and somebody forgotten; closed. */
async function used(cipher: Cipher) {
  const newId = seededIds(SEED);
  const at = places();
  const peer = open(places());
  commit(peer, sampleDrafts(newId));
  const first = open(at, { cipher, machine: 'machine-0' });
  commit(first, sampleDrafts(newId));
  first.close();
  const register = open(at, { cipher });
  register.merge(peer.difference({}));
  checkIns(register, 3, newId);
  const person = allOf(register).find(({ type }) => type === 'person.recorded')!.subjects[0]!;
  commit(register, [forgetDraft(newId, person)]);
  await backupCurrent(register);
  register.close();
  return at;
}

/** Everything that the tables say, a text for every row. */
function contentOf(path: string): string[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return TABLES.flatMap((table) => {
      const rows = db.prepare(`SELECT * FROM ${table} NOT INDEXED`).all();
      return rows.map((row) => `${table} ${JSON.stringify(row)}`);
    });
  } finally {
    db.close();
  }
}

/** Whether opening or verifying the file, as it is, shows that something is wrong. */
function isNoticed(path: string, cipher: Cipher): boolean {
  let store: Store;
  try {
    store = Store.open(path, cipher);
  } catch (error) {
    expect(failureOf(error)).toBe('damaged');
    return true;
  }
  try {
    return [...verifyStore(store)].flat().length > 0;
  } finally {
    store.close();
  }
}

function isWhole(path: string): boolean {
  const fd = fs.openSync(path, 'r');
  try {
    const opened = readHeader(fd);
    if (opened === null) return false;
    return [...framesFrom(fd, opened.begin)].at(-1)?.end === fs.fstatSync(fd).size;
  } finally {
    fs.closeSync(fd);
  }
}

describe.each([
  ['without protection', NO_CIPHER],
  ['protected', aesCipher(Buffer.alloc(32, 3))],
])(`a flipped byte, %s (seed ${SEED})`, (_name, cipher) => {
  it(
    `anywhere in the register is noticed, or says nothing (${FLIPS} bytes)`,
    { timeout: 60_000 + FLIPS * 500 },
    async () => {
      const at: Places = await used(cipher);
      const sound = fs.readFileSync(at.database);
      const before = new Set(contentOf(at.database));
      const missed: string[] = [];
      expect(isNoticed(at.database, cipher)).toBe(false);
      const chance = chanceOf(SEED);
      let noticed = 0;
      for (let round = 0; round < FLIPS; round += 1) {
        const position = chance.below(sound.length);
        const bytes = Buffer.from(sound);
        bytes[position] = bytes[position]! ^ chance.between(1, 255);
        fs.writeFileSync(at.database, bytes);
        for (const suffix of ['-wal', '-shm']) fs.rmSync(at.database + suffix, { force: true });
        const what = `seed ${SEED}: byte ${position} of ${sound.length}`;
        if (isNoticed(at.database, cipher)) noticed += 1;
        else {
          const after = contentOf(at.database);
          const changed = after.filter((row) => !before.has(row));
          if (changed.length > 0 || after.length !== before.size) missed.push(what, ...changed);
        }
      }
      expect(missed).toEqual([]);
      // What was not noticed lies between cells, where nothing is kept.
      expect(noticed).toBeGreaterThan(FLIPS / 3);
    },
  );

  it('anywhere in the backup is noticed', { timeout: 120_000 }, async () => {
    const { backup } = await used(cipher);
    const sound = fs.readFileSync(backup);
    expect(isWhole(backup)).toBe(true);
    const chance = chanceOf(SEED);
    const missed: number[] = [];
    for (let round = 0; round < FLIPS * 3; round += 1) {
      const position = chance.below(sound.length);
      const bytes = Buffer.from(sound);
      bytes[position] = bytes[position]! ^ chance.between(1, 255);
      fs.writeFileSync(backup, bytes);
      if (isWhole(backup)) missed.push(position);
    }
    expect(missed).toEqual([]);
  });
});
