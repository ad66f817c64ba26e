import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDisk, mountSmallDisk, NO_SMALL_DISK, unmount } from '../support/small-disk';
import { expect, test as base } from './support/test';

/** The desk's data lies on a disk that the test can fill. */
const test = base.extend({
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-small-disk-'));
    const disk = mountSmallDisk(join(folder, 'disk'), 64);
    if (disk === null) throw new Error('the disk could not be mounted');
    await use(disk);
    unmount(disk);
    rmSync(folder, { recursive: true, force: true });
  },
});

// The host is killed in the middle.
test.use({ tolerated: [/ERR_CONNECTION_REFUSED|WebSocket|Failed to load resource/] });
test.skip(NO_SMALL_DISK !== null, NO_SMALL_DISK ?? '');

test('the disk fills up in the middle of the queue: the operator is told, and nothing is lost', async ({
  rostrum,
  host,
  profile,
}) => {
  await rostrum.openDemonstration();
  const { desk, frame } = rostrum;
  const names = await desk.nominees(12);
  const release = fillDisk(profile, 96_000);

  // As many as there is room for; each that was welcomed is acknowledged.
  let welcomed = 0;
  let refused: string | null = null;
  for (const name of names) {
    await desk.checkIn(name, name);
    await expect(desk.answer).toContainText(name);
    await expect(desk.answer).not.toContainText('Saving…');
    if ((await desk.answer.innerText()).includes('Not saved')) {
      refused = name;
      break;
    }
    welcomed += 1;
  }
  expect(refused, 'the disk was not full after all').not.toBeNull();
  await expect(frame.status).toContainText('Not saved: the disk is full');
  await expect(desk.lastActions).toHaveCount(welcomed);
  await desk.expectFigures({ here: welcomed });
  await expect(desk.box).toBeFocused();

  // Somebody makes room: the same desk goes on, with the one who was refused.
  release();
  await desk.checkIn(refused ?? '', refused ?? '');
  await expect(desk.answer).toContainText('Welcome');
  await expect(frame.status).toContainText('Saved at');
  await desk.expectFigures({ here: welcomed + 1 });

  // And after the host was killed everybody who was welcomed is still there.
  await host.kill();
  await host.start();
  await expect(frame.status).toContainText('Connected', { timeout: 30_000 });
  await desk.expectFigures({ here: welcomed + 1 });
});
