import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cipher } from '@electron/register/cipher';
import { UnavailableError } from '@electron/register/failures';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, backupCurrent, commit, open, places } from './support/folders';

const newId = seededIds(14);

/** A real cipher, to show that the seam carries one. */
function cipherWith(passphrase: string): Cipher {
  const key = createHash('sha256').update(passphrase).digest();
  return {
    name: 'test-gcm',
    seal(bytes, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(bytes, context) {
      const nonce = bytes.subarray(0, 12);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
  };
}

function bytesBelow(folder: string): Buffer {
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(files.map((file) => fs.readFileSync(join(file.parentPath, file.name))));
}

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
});
