import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { typeOf } from '@shared/journal/catalogue';
import { operationSchema } from '@shared/operation/operation';
import { personDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, backupCurrent, commit, open, places } from './support/folders';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const versions = fs.readdirSync(fixtures).filter((name) => /^register-v\d+$/.test(name));
const factsSchema = z.object({
  life: z.uuid(),
  vector: z.record(z.uuid(), z.int()),
  operations: z.array(operationSchema),
});

function copyOf(version: string) {
  const from = join(fixtures, version);
  const facts = factsSchema.parse(JSON.parse(fs.readFileSync(join(from, 'facts.json'), 'utf8')));
  const at = places();
  fs.mkdirSync(at.folder);
  fs.mkdirSync(at.backupFolder);
  fs.copyFileSync(join(from, 'register.sqlite'), at.database);
  fs.copyFileSync(join(from, 'register.backup'), at.backup);
  return { at, facts };
}

describe.each(versions)('%s, really written by that version', (version) => {
  it('is read with the same facts and goes on', async () => {
    const { at, facts } = copyOf(version);
    const register = open(at);
    expect(allOf(register)).toEqual(facts.operations);
    expect(register.vector()).toEqual(facts.vector);
    expect(register.status().recovery).toMatchObject({ kind: 'new-life', reason: 'copied' });
    const { faults } = await register.verify();
    expect(faults).toEqual([]);
    commit(register, personDrafts(seededIds(18)));
    await backupCurrent(register);
    expect(register.status().backup.state).toBe('current');
  });

  it('is restored from its backup with the same facts', async () => {
    const { at, facts } = copyOf(version);
    fs.rmSync(at.database);
    const register = open(at);
    expect(allOf(register)).toEqual(facts.operations);
    expect(register.vector()).toEqual(facts.vector);
    expect((await register.verify()).faults).toEqual([]);
  });

  it('has what has to be carried through every upgrade', () => {
    const { operations, vector, life } = copyOf(version).facts;
    const types = new Set(operations.map(({ type }) => type));
    expect(types.size).toBeGreaterThan(45);
    const unknown = operations.filter(({ type, v }) => typeOf(type, v) === null);
    expect(unknown.map(({ type }) => type)).toEqual(['badge.printed']);
    expect(types).toContain('badge.printed');
    expect(operations.some(({ sealed }) => sealed?.text === null)).toBe(true);
    expect(operations.some(({ sealed }) => typeof sealed?.text === 'string')).toBe(true);
    expect(operations.filter(({ replica }) => replica === life)).toHaveLength(vector[life]!);
    expect(Object.keys(vector)).toHaveLength(2);
  });
});

it('there is a fixture of every version that was ever written', () => {
  expect(versions).toContain('register-v1');
});
