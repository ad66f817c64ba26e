import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { aesCipher } from '@electron/register/aes-cipher';
import type { Cipher } from '@electron/register/cipher';
import { UnavailableError } from '@electron/register/failures';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { bytesBelow } from './support/bytes';
import { allOf, backupCurrent, commit, open, places } from './support/folders';

const newId = seededIds(14);

const cipherWith = (passphrase: string): Cipher =>
  aesCipher(createHash('sha256').update(passphrase).digest());

const PERSONAL = ['Testova', 'ana@example.org', 'Ana T.', 'told by Ana', 'test their registers'];

describe('behind a cipher', () => {
  it('no personal value is readable in any file, and all are read back', async () => {
    const at = places();
    const cipher = cipherWith('a good one');
    const register = open(at, { cipher });
    const made = commit(register, sampleDrafts(newId));
    await backupCurrent(register);
    for (const text of PERSONAL) expect(bytesBelow(at.root).includes(text), text).toBe(false);
    register.close();
    for (const text of PERSONAL) expect(bytesBelow(at.root).includes(text), text).toBe(false);
    const again = open(at, { cipher });
    expect(allOf(again)).toEqual(made.map(({ operation }) => operation));
    expect((await again.verify()).faults).toEqual([]);
    again.close();
    fs.rmSync(at.folder, { recursive: true });
    expect(allOf(open(at, { cipher }))).toEqual(made.map(({ operation }) => operation));
  });

  it('and without one, they are: the test above looks in the right place', async () => {
    const at = places();
    const register = open(at);
    commit(register, sampleDrafts(newId));
    await backupCurrent(register);
    for (const text of PERSONAL) expect(bytesBelow(at.root).includes(text), text).toBe(true);
  });

  it.each([
    ['another key', cipherWith('a wrong one')],
    ['no key', undefined],
  ])('with %s nothing is opened, repaired or begun anew', async (_name, wrong) => {
    const at = places();
    const register = open(at, { cipher: cipherWith('a good one') });
    const made = commit(register, sampleDrafts(newId));
    await backupCurrent(register);
    register.close();
    const cipher = wrong === undefined ? {} : { cipher: wrong };
    expect(() => open(at, cipher)).toThrow(UnavailableError);
    const lost = join(at.root, 'elsewhere');
    fs.renameSync(at.folder, lost);
    expect(() => open(at, cipher)).toThrow(UnavailableError);
    fs.rmSync(at.folder, { recursive: true });
    fs.renameSync(lost, at.folder);
    const again = open(at, { cipher: cipherWith('a good one') });
    expect(allOf(again)).toEqual(made.map(({ operation }) => operation));
    expect(again.status().recovery).toBeNull();
  });

  it.each([
    ['another key', cipherWith('a wrong one')],
    ['no key', undefined],
  ])(
    'with %s a damaged register is not rebuilt without what cannot be opened',
    async (_n, wrong) => {
      const at = places();
      const right = cipherWith('a good one');
      const register = open(at, { cipher: right });
      const made = commit(register, sampleDrafts(newId));
      register.close();
      fs.rmSync(at.backupFolder, { recursive: true });
      const db = new DatabaseSync(at.database);
      db.exec(`UPDATE meta SET crc = crc + 1 WHERE key = 'clock'`);
      db.close();
      const cipher = wrong === undefined ? {} : { cipher: wrong };
      expect(() => open(at, { ...cipher, backupFolder: null })).toThrow(UnavailableError);
      expect(() => open(at, { ...cipher, backupFolder: null })).toThrow(UnavailableError);
      const again = open(at, { cipher: right, backupFolder: null });
      expect(allOf(again)).toEqual(made.map(({ operation }) => operation));
      expect(again.status().recovery).toMatchObject({ reason: 'damaged', lost: 0 });
    },
  );
});
