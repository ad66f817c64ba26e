import * as fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_CIPHER } from '@electron/register/cipher';
import type { Register } from '@electron/register/register';
import { Store } from '@electron/register/store';
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
  /** Ids of operations that do not hold; older versions knew nothing of that. */
  void: z.array(z.uuid()).default([]),
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
    expect(voidIn(register)).toEqual(facts.void);
    expect(register.vector()).toEqual(facts.vector);
    expect(register.status().recovery).toMatchObject({ kind: 'new-life', reason: 'copied' });
    const { faults } = await register.verify();
    expect(faults).toEqual([]);
    const actor = facts.operations[0]!.actor;
    register.close();
    const again = open(at, { actor: () => actor });
    commit(again, personDrafts(seededIds(18)));
    await backupCurrent(again);
    expect(again.status().backup.state).toBe('current');
    expect((await again.verify()).faults).toEqual([]);
  });

  it('is restored from its backup with the same facts', async () => {
    const { at, facts } = copyOf(version);
    fs.rmSync(at.database);
    const register = open(at);
    expect(allOf(register)).toEqual(facts.operations);
    expect(voidIn(register)).toEqual(facts.void);
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
    expect(Object.keys(vector).length).toBeGreaterThan(1);
  });

  it('has the tables of this version after the upgrade', () => {
    const { at } = copyOf(version);
    open(at).close();
    const fresh = places();
    open(fresh).close();
    expect(schemaOf(at.database)).toEqual(schemaOf(fresh.database));
  });
});

describe('an upgrade', () => {
  it('that is cut short has not happened', () => {
    const { at, facts } = copyOf('register-v1');
    const db = new DatabaseSync(at.database);
    // The last step of the upgrade cannot be made: there is a table of that name.
    db.exec('CREATE TABLE forgotten (x)');
    db.close();
    const before = schemaOf(at.database);
    expect(() => Store.open(at.database, NO_CIPHER)).toThrow('forgotten');
    expect(schemaOf(at.database)).toEqual(before);
    const again = new DatabaseSync(at.database);
    again.exec('DROP TABLE forgotten');
    again.close();
    expect(allOf(open(at))).toEqual(facts.operations);
  });
});

/** Version, columns of every table, and every index, as SQLite understands them. */
function schemaOf(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true });
  const all = (sql: string) => db.prepare(sql).all();
  const names = all(
    "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'index') ORDER BY name",
  );
  const columns = all(
    'SELECT m.name AS home, c.name, c.type, c."notnull", c.pk FROM sqlite_schema m, pragma_table_info(m.name) c ORDER BY 1, 2',
  );
  const schema = { version: all('PRAGMA user_version'), names, columns };
  db.close();
  return schema;
}

const voidIn = (register: Register) =>
  register.read(0, 1000).operations.flatMap((one) => (one.void === true ? [one.operation.id] : []));

it('there is a fixture of every version that was ever written', () => {
  expect(versions).toContain('register-v1');
});
