import * as fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { linkHash } from '@shared/journal/chain';
import type { Operation } from '@shared/operation/operation';
import { sha256 } from '../../support/replica';
import { forgetDraft, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import {
  allOf,
  backupCurrent,
  checkIns,
  commit,
  open,
  places,
  type Places,
} from './support/folders';

const newId = seededIds(16);

async function used(): Promise<{ at: Places; operations: Operation[] }> {
  const at = places();
  const register = open(at);
  commit(register, sampleDrafts(newId));
  await backupCurrent(register);
  const operations = allOf(register);
  register.close();
  return { at, operations };
}

function tamper(at: Places, sql: string): void {
  const db = new DatabaseSync(at.database);
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

describe('the verification', () => {
  it('finds nothing wrong with a sound register', async () => {
    const { at, operations } = await used();
    const register = open(at);
    expect(register.status().verified).toBeNull();
    const verification = await register.verify();
    const { at: when } = verification;
    const counted = { at: when, operations: operations.length };
    const sound = { ...counted, healed: false };
    expect(verification).toEqual({ ...sound, faults: [], backup: 'sound' });
    expect(register.status().verified).toEqual({ ...sound, faults: 0, named: [] });
  });

  it('finds nothing wrong when personal values were forgotten', async () => {
    const { at, operations } = await used();
    const person = operations[0]!.subjects[0]!;
    const before = open(at);
    commit(before, [forgetDraft(newId, person)]);
    before.close();
    const register = open(at);
    expect((await register.verify()).faults).toEqual([]);
    expect(register.status().recovery).toBeNull();
    for (const { operation } of register.history(person).operations) {
      if (operation.sealed === null) continue;
      expect(operation.sealed).toMatchObject({ salt: null, text: null });
    }
    const texts = allOf(register).flatMap(({ sealed }) => sealed?.text ?? []);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.join()).not.toContain('told by Ana');
  });

  it.each<[string, string]>([
    ['a body was altered', `UPDATE operations SET body = '{}' WHERE n = 7`],
    ['an actor was altered', `UPDATE operations SET actor = id WHERE n = 7`],
    ['the stamps were altered', `UPDATE operations SET at = replace(at, '2023', '2022')`],
    ['an operation was removed', `DELETE FROM operations WHERE n = 9`],
    ['the last operations were removed', `DELETE FROM operations WHERE n > 12`],
    [
      'two operations changed places',
      `UPDATE operations SET seq = -seq WHERE seq IN (52, 53);
      UPDATE operations SET seq = 105 + seq WHERE seq IN (-52, -53);
      UPDATE operations SET seq = 13 - seq, claim = 7 WHERE seq IN (6, 7)`,
    ],
    ['a subject was removed', `DELETE FROM subjects WHERE n = 1`],
    ['a subject was exchanged', `UPDATE subjects SET person = '${newId()}' WHERE n = 1`],
    ['sealed values were removed', `DELETE FROM sealed WHERE n = 1`],
    ['all sealed values were removed', `DELETE FROM sealed`],
    ['sealed values were moved', `UPDATE sealed SET n = 3 WHERE n = 1`],
    ['a commit was removed', `DELETE FROM commits`],
    ['a commit was altered', `UPDATE commits SET first = 2`],
    ['the life was exchanged', `UPDATE meta SET value = '"${newId()}"' WHERE key = 'life'`],
    [
      'the clock was set',
      `UPDATE meta SET value = '{"ms":9999999999999,"counter":0}' WHERE key = 'clock'`,
    ],
    ['a replica was renamed', `UPDATE replicas SET id = '${newId()}'`],
  ])('finds that %s, and heals it', async (_what, sql) => {
    const { at, operations } = await used();
    tamper(at, sql);
    const register = open(at);
    await register.verify();
    expect(register.status().recovery).toMatchObject({ kind: 'restored-from-backup', lost: 0 });
    expect(allOf(register)).toEqual(operations);
    expect((await register.verify()).faults).toEqual([]);
  });

  it('finds an alteration that took care of its own hash', async () => {
    const { at, operations } = await used();
    alterWithHash(at, operations[4]!);
    const register = open(at);
    const { faults } = await register.verify();
    expect(faults).toContainEqual(alteredAt(operations[4]!));
    expect(register.status().verified).toMatchObject({
      ...{ faults: faults.length, named: faults, healed: true },
    });
    expect(allOf(register)).toEqual(operations);
    expect((await register.verify()).faults).toEqual([]);
  });

  it('names every operation that was altered, with what it touches, and logs no values', async () => {
    const { at, operations } = await used();
    tamper(
      at,
      `UPDATE operations SET body = '{"id":"Falsova"}' WHERE n IN (3, 7);
      UPDATE operations SET meeting = NULL WHERE n = 30`,
    );
    const logged: string[] = [];
    const register = open(at, { log: (message) => logged.push(message) });
    const { faults } = await register.verify();
    const altered = faults.filter(({ kind }) => kind === 'altered');
    expect(altered).toEqual([
      ...[operations[2]!, operations[6]!].map(alteredAt),
      { ...alteredAt(operations[29]!), meeting: null },
    ]);
    const told = logged.filter((line) => line.startsWith('verification: altered'));
    expect(told).toHaveLength(3);
    expect(told[0]).toContain(`type ${operations[2]!.type}`);
    expect(logged.join()).not.toContain('Falsova');
    expect(allOf(register)).toEqual(operations);
  });

  it('reports again and again, but rebuilds once, what no copy can heal', async () => {
    const { at, operations } = await used();
    fs.rmSync(at.backupFolder, { recursive: true });
    alterWithHash(at, operations[4]!);
    const register = open(at, { backupFolder: null });
    const fault = alteredAt(operations[4]!);
    expect((await register.verify()).faults).toEqual([fault]);
    const { life, recovery } = register.status();
    expect(recovery).toMatchObject({ kind: 'new-life', operations: operations.length, lost: 0 });
    expect((await register.verify()).faults).toEqual([fault]);
    expect(register.status().life).toBe(life);
  });

  it('lets commits pass meanwhile', async () => {
    const { at } = await used();
    const register = open(at);
    const verification = register.verify();
    const made = checkIns(register, 10, newId);
    expect((await verification).faults).toEqual([]);
    expect(allOf(register).slice(-10)).toEqual(made);
  });

  it('ends when the register is closed under it', async () => {
    const { at } = await used();
    const register = open(at);
    const verification = register.verify();
    register.close();
    expect((await verification).faults).toEqual([]);
    expect(() => register.status()).toThrow('the register is closed');
  });
});

/** The fault of an operation that is not what was chained, with what it touches. */
function alteredAt({ replica, seq, id, type, body, meeting, at }: Operation) {
  const touched = { type, record: (body['id'] ?? body['record'] ?? null) as string, meeting, at };
  return { kind: 'altered', replica, seq, id, ...touched, detail: null };
}

/** Alters an operation so that it fits its own hash; only the chain can tell. */
function alterWithHash(at: Places, operation: Operation): void {
  const altered = { ...operation, actor: newId() };
  const hash = linkHash(altered, sha256);
  tamper(
    at,
    `UPDATE operations SET actor = '${altered.actor}', hash = x'${hash}' WHERE id = '${operation.id}'`,
  );
}
