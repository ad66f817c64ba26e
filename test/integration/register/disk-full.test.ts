import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openBlobStore } from '@electron/register/blobs';
import { arrivalDraft } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { fillDisk, mountSmallDisk, NO_SMALL_DISK, unmount } from '../../support/small-disk';
import { allOf, backupCurrent, checkIns, commit, newRoot, open, places } from './support/folders';

const newId = seededIds(17);
const mounted: string[] = [];

/** A disk of four megabytes, or null where none can be mounted. */
function smallDisk(): string | null {
  const disk = mountSmallDisk(join(newRoot(), 'disk'), 4);
  if (disk !== null) mounted.push(disk);
  return disk;
}

afterEach(() => {
  for (const disk of mounted.splice(0)) unmount(disk);
});

const many = () => Array.from({ length: 2000 }, () => arrivalDraft(newId));

describe.skipIf(NO_SMALL_DISK !== null)(`a full disk (${NO_SMALL_DISK ?? 'mounted'})`, () => {
  const disk = () => smallDisk() ?? '';

  it('under the register: a clear answer, nothing half done, and it goes on with space', async () => {
    const [small, at] = [disk(), places()];
    const register = open({ ...at, folder: join(small, 'register') });
    checkIns(register, 20, newId);
    const before = allOf(register);
    const release = fillDisk(small, 40_000);
    const drafts = many();
    expect(register.commit(drafts)).toMatchObject({ ok: false, reason: 'disk-full' });
    expect(allOf(register)).toEqual(before);
    expect(register.status()).toMatchObject({ operations: 20, last: 20 });
    release();
    expect(commit(register, drafts)).toHaveLength(2000);
    expect(allOf(register).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 2020 }, (_, index) => index + 1),
    );
    expect((await register.verify()).faults).toEqual([]);
    expect(register.status()).toMatchObject({ recovery: null, backup: { state: 'current' } });
  });

  it('reached one commit after the other loses none that was acknowledged', () => {
    const [small, at] = [disk(), places()];
    const place = { ...at, folder: join(small, 'register') };
    const register = open(place);
    const release = fillDisk(small, 200_000);
    const acknowledged: string[] = [];
    for (;;) {
      const answer = register.commit([arrivalDraft(newId)]);
      if (!answer.ok) {
        expect(answer.reason).toBe('disk-full');
        break;
      }
      acknowledged.push(...answer.operations.map(({ operation }) => operation.id));
    }
    expect(allOf(register).map(({ id }) => id)).toEqual(acknowledged);
    register.close();
    release();
    const again = open(place);
    expect(allOf(again).map(({ id }) => id)).toEqual(acknowledged);
    checkIns(again, 1, newId);
    expect(again.status()).toMatchObject({ recovery: null, operations: acknowledged.length + 1 });
  });

  it('under a merge: the same', () => {
    const [small, source] = [disk(), open(places())];
    commit(source, many());
    const register = open({ ...places(), folder: join(small, 'register') });
    const release = fillDisk(small, 40_000);
    const operations = source.difference({});
    expect(register.merge(operations)).toMatchObject({ ok: false, reason: 'disk-full' });
    expect(register.vector()).toEqual({});
    release();
    expect(register.merge(operations)).toMatchObject({ ok: true, added: 2000 });
    expect(register.vector()).toEqual(source.vector());
  });

  it('under the backup alone: commits go on, and the backup catches up', async () => {
    const [small, at] = [disk(), places()];
    const place = { ...at, backupFolder: join(small, 'backup') };
    const register = open(place);
    checkIns(register, 3, newId);
    await backupCurrent(register);
    const release = fillDisk(small);
    commit(register, many());
    expect(register.status().backup.state).toBe('failed');
    release();
    checkIns(register, 1, newId);
    await backupCurrent(register);
    expect(register.status().backup.state).toBe('current');
    const operations = allOf(register);
    const restored = open({ ...places(), backupFolder: place.backupFolder });
    expect(allOf(restored)).toEqual(operations);
  });

  it('under attachments: nothing half-written remains', async () => {
    const small = disk();
    const blobs = openBlobStore(join(small, 'blobs'));
    await blobs.put(Buffer.from('first'));
    const release = fillDisk(small, 10_000);
    const bytes = Buffer.alloc(100_000, 'x');
    await expect(blobs.put(bytes)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(fs.readdirSync(join(small, 'blobs', 'unfinished'))).toEqual([]);
    release();
    expect(await blobs.get(await blobs.put(bytes))).toEqual(bytes);
  });
});
