import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { chanceOf } from '@shared/domain/sample/chance';
import { buildChild } from './support/child';
import { backupCurrent, freshSeed, open, places, rounds, type Places } from './support/folders';
import { erasedEverywhere, filesWith } from './support/people';

const ROUNDS = rounds(4);
const SEED = freshSeed();
const wordsSchema = z.array(z.string()).length(4);

/** What the child said before it was killed: by itself, or after so many lines. */
function died(program: string, at: Places, moment: string, lines = Infinity): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, at.folder, at.backupFolder, moment]);
    let said = '';
    let complaint = '';
    let killed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      killed ||= said.split('\n').length > lines && child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`ended by itself: ${complaint}`));
      // The last line may be cut.
      else resolve(said.split('\n').slice(0, -1));
    });
  });
}

function wordsIn(lines: readonly string[], kind: string): string[] {
  return lines
    .filter((line) => line.startsWith(`${kind} `))
    .flatMap((line) => wordsSchema.parse(JSON.parse(line.slice(kind.length + 1))));
}

it(
  `a crash leaves no value of who was forgotten, at whatever moment (${ROUNDS} times, seed ${SEED})`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const program = await buildChild('forget');
    for (const moment of ['commit', 'checkpoint', 'backup']) {
      const at = places();
      const lines = await died(program, at, moment);
      const last = wordsIn(lines, 'gone').slice(-4);
      expect(filesWith(at.root, last).length, moment).toBeGreaterThan(0);
      await expectErased(at, wordsIn(lines, 'forgotten'), wordsIn(lines, 'kept'));
      // Before the commit nothing has happened; after it everything has, said or not.
      const left = moment === 'commit' ? [at.backup, at.database] : [];
      expect(filesWith(at.root, last), moment).toEqual(left);
    }
    const chance = chanceOf(SEED);
    const at = places();
    const said: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      said.push(...(await died(program, at, 'any', chance.between(3, 120))));
      await expectErased(at, wordsIn(said, 'forgotten'), wordsIn(said, 'kept'));
    }
  },
);

/** Opens the register after the crash and looks at every byte. */
async function expectErased(at: Places, gone: string[], kept: string[]): Promise<void> {
  const register = open(at);
  await erasedEverywhere(register);
  await backupCurrent(register);
  expect(register.status().recovery).toBeNull();
  expect((await register.verify()).faults).toEqual([]);
  expect(gone.length).toBeGreaterThan(0);
  expect(filesWith(at.root, gone)).toEqual([]);
  register.close();
  const bytes = fs.readFileSync(at.database);
  expect(kept.filter((word) => !bytes.includes(word))).toEqual([]);
}
