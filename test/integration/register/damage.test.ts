import * as fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aesCipher } from '@electron/register/aes-cipher';
import { NO_CIPHER, type Cipher } from '@electron/register/cipher';
import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import {
  allOf,
  backupCurrent,
  byId,
  checkIns,
  commit,
  freshSeed,
  numbersGivenTwice,
  open,
  places,
  rounds,
} from './support/folders';
import type { Places } from './support/folders';

const ROUNDS = rounds(36);
const FIRST_SEED = freshSeed();
const TIME = 60_000 + ROUNDS * 2000;

async function used(seed: number, cipher: Cipher) {
  const newId = seededIds(seed);
  const at = places();
  const register = open(at, { cipher });
  commit(register, sampleDrafts(newId));
  checkIns(register, 2, newId);
  await backupCurrent(register);
  const operations = byId(allOf(register));
  register.close();
  return { at, newId, operations };
}

/** Damages bytes of a file in place, and says how. */
function damage(path: string, chance: Chance): string {
  const fd = fs.openSync(path, 'r+');
  const size = fs.fstatSync(fd).size;
  const length = chance.among([1, 1, 16, 512]);
  const position = chance.below(size - length);
  const bytes = Buffer.alloc(length);
  fs.readSync(fd, bytes, 0, length, position);
  for (let i = 0; i < length; i += 1) bytes[i] = (bytes[i] ?? 0) ^ chance.between(1, 255);
  fs.writeSync(fd, bytes, 0, length, position);
  fs.closeSync(fd);
  return `${length} bytes at ${position} of ${size}`;
}

async function expectWhole(
  at: Places,
  operations: unknown,
  what: string,
  cipher: Cipher,
): Promise<boolean> {
  const register = open(at, { cipher });
  await register.verify();
  expect(byId(allOf(register)), what).toEqual(operations);
  const { recovery } = register.status();
  expect(recovery?.lost ?? 0, what).toBe(0);
  checkIns(register, 1, seededIds(99));
  expect(numbersGivenTwice(allOf(register)), what).toEqual([]);
  expect((await register.verify()).faults, what).toEqual([]);
  register.close();
  expect(open(at, { cipher }).status().recovery, what).toBeNull();
  return recovery !== null;
}

describe.each([
  ['without protection', NO_CIPHER],
  ['protected', aesCipher(Buffer.alloc(32, 5))],
])(`damage at random bytes, %s, ${ROUNDS} rounds from seed ${FIRST_SEED} on`, (_name, cipher) => {
  it(
    'of the register: nothing is lost, and nothing false is read',
    async () => {
      let healed = 0;
      for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed += 1) {
        const { at, operations } = await used(seed, cipher);
        const what = `seed ${seed}: ${damage(at.database, chanceOf(seed))}`;
        if (await expectWhole(at, operations, what, cipher)) healed += 1;
      }
      // What lies in unused bytes needs no healing.
      expect(healed).toBeGreaterThan(ROUNDS / 12);
    },
    TIME,
  );

  it(
    'of the backup: it is written anew',
    async () => {
      for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS / 4; seed += 1) {
        const { at, operations } = await used(seed, cipher);
        const before = fs.readFileSync(at.backup);
        const what = `seed ${seed}: ${damage(at.backup, chanceOf(seed))}`;
        await expectWhole(at, operations, what, cipher);
        fs.rmSync(at.folder, { recursive: true });
        const register = open(at, { cipher });
        const known = new Set(allOf(register).map(({ id }) => id));
        expect(
          operations.filter(({ id }) => !known.has(id)),
          what,
        ).toEqual([]);
        expect(fs.readFileSync(at.backup).equals(before), what).toBe(false);
      }
    },
    TIME,
  );

  it(
    'of the journal that a crash left: the backup has what it cannot give',
    async () => {
      for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS / 4; seed += 1) {
        const { at, newId } = await used(seed, cipher);
        const register = open(at, { cipher });
        checkIns(register, 6, newId);
        const operations = byId(allOf(register));
        const crashed = places();
        fs.cpSync(at.root, crashed.root, { recursive: true });
        register.close();
        const what = `seed ${seed}: ${damage(`${crashed.database}-wal`, chanceOf(seed))}`;
        await expectWhole(crashed, operations, what, cipher);
      }
    },
    TIME,
  );
});
