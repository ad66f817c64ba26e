import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { expect, it } from 'vitest';
import { chanceOf } from '@shared/domain/sample/chance';
import { verifyChain } from '@shared/journal/chain';
import { sha256 } from '../../support/replica';
import { buildChild } from './support/child';
import { allOf, freshSeed, open, places, rounds, type Places } from './support/folders';

const ROUNDS = rounds(5);
const SEED = freshSeed();

/** Runs the storm until it has acknowledged `enough` commits and kills it there. */
function storm(program: string, at: Places, enough: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, at.folder, at.backupFolder]);
    let said = '';
    let complaint = '';
    let killed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      killed ||= said.split('\n').length > enough && child.kill('SIGKILL');
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

it(
  `SIGKILL in a storm of commits loses none that was acknowledged (${ROUNDS} times, seed ${SEED})`,
  { timeout: 30_000 + ROUNDS * 20_000 },
  async () => {
    const program = await buildChild('storm');
    const chance = chanceOf(SEED);
    const at = places();
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged.push(...(await storm(program, at, chance.between(1, 400))));
    }
    // Once, the register itself is lost together with the machine.
    const fromBackup = places();
    fs.cpSync(at.backupFolder, fromBackup.backupFolder, { recursive: true });
    for (const place of [at, fromBackup]) {
      const register = open(place);
      const operations = allOf(register);
      const found = new Set(operations.map((o) => `acknowledged ${o.id} ${o.replica} ${o.seq}`));
      expect(acknowledged.filter((line) => !found.has(line))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(ROUNDS);
      expect(verifyChain(operations, sha256)).toEqual([]);
      expect((await register.verify()).faults).toEqual([]);
      const { recovery } = register.status();
      expect(recovery?.reason ?? null).toBe(place === at ? null : 'missing');
    }
  },
);
