import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, vi } from 'vitest';
import { openRegister, type Register, type RegisterOptions } from '@electron/register/register';
import type { Draft, Operation, Stamped } from '@shared/operation/operation';
import { arrivalDraft } from '../../../support/sample-drafts';

export const NOON = Date.UTC(2023, 1, 7, 12);

/** The places of one register on disk. Everything in `root` goes away after the test. */
export interface Places {
  readonly root: string;
  readonly folder: string;
  readonly backupFolder: string;
  readonly database: string;
  readonly backup: string;
}

// Every commit waits for the disk, and other tests run beside these.
vi.setConfig({ testTimeout: 60_000 });

const roots: string[] = [];
const opened: Register[] = [];

afterEach(() => {
  for (const register of opened.splice(0)) register.close();
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true, force: true });
});

export function newRoot(): string {
  const root = fs.mkdtempSync(join(tmpdir(), 'rostrum-register-'));
  roots.push(root);
  return root;
}

export function places(root = newRoot()): Places {
  const folder = join(root, 'register');
  const backupFolder = join(root, 'backup');
  return {
    ...{ root, folder, backupFolder },
    database: join(folder, 'register.sqlite'),
    backup: join(backupFolder, 'register.backup'),
  };
}

const ACTOR = '01860000-0000-7000-8000-00000000ac70';

/** Opens a register that closes itself after the test. */
export function open(at: Places, options: Partial<RegisterOptions> = {}): Register {
  let wall = NOON;
  const { folder, backupFolder } = at;
  const now = () => (wall += 1);
  const register = openRegister({
    ...{ folder, backupFolder, actor: () => ACTOR, now, machine: 'machine-1' },
    ...options,
  });
  opened.push(register);
  return register;
}

/** Commits and insists that it worked. */
export function commit(register: Register, drafts: Draft[]): Stamped[] {
  const answer = register.commit(drafts);
  if (!answer.ok) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer.operations;
}

/** Commits `count` check-ins, each by itself. */
export function checkIns(register: Register, count: number, newId: () => string): Operation[] {
  const made: Operation[] = [];
  for (let i = 0; i < count; i += 1) {
    for (const { operation } of commit(register, [arrivalDraft(newId)])) made.push(operation);
  }
  return made;
}

/** Everything in a register, in order of n. */
export function allOf(register: Register): Operation[] {
  return register.read(0, 1_000_000).operations.map(({ operation }) => operation);
}

export const byId = (operations: readonly Operation[]): Operation[] =>
  operations.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Lets the register's background work go on until the backup has everything. */
export async function backupCurrent(register: Register): Promise<void> {
  while (register.status().backup.state === 'behind') {
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

/** Sequence numbers that were given twice, over all replicas. */
export function numbersGivenTwice(operations: readonly Operation[]): string[] {
  const names = operations.map(({ replica, seq }) => `${replica}:${seq}`);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** How often a seeded test is repeated: `short` times, or as many times more as an endurance run asks. */
export function rounds(short: number): number {
  return short * Number(process.env['ROSTRUM_ENDURANCE'] ?? '1');
}

/** A seed that differs from run to run; the test prints it in its name. */
export const freshSeed = (): number => Date.now() % 1_000_000;
