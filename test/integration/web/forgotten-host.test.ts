import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDesk, traces, type Desk } from '../../support/desk';
import { someDraft } from '../../support/fake-host';

const GONE = 'Vanderquux-gone';
const STAYS = 'Vanderquux-stays';

let folder: string;
let desk: Desk;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-forgotten-'));
  desk = await startDesk(folder);
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

async function add(family: string): Promise<{ id: string; hash: string }> {
  const id = randomUUID();
  const { hash } = await desk.call('blobs.put', { bytes: new TextEncoder().encode(family) });
  const answer = await desk.call('register.commit', {
    drafts: [
      someDraft({
        subjects: [id],
        body: { id, set: {} },
        personal: { set: { family } },
        blobs: [hash],
      }),
    ],
  });
  if (!answer.ok) throw new Error(answer.detail);
  return { id, hash };
}

it(
  'forgets a person in every file, attachments and backup included',
  { timeout: 60_000 },
  async () => {
    const [gone, stays] = [await add(GONE), await add(STAYS)];
    // What the other shell's pages had projected.
    const pages = join(folder, 'electron', 'IndexedDB');
    mkdirSync(pages, { recursive: true });
    writeFileSync(join(pages, '000003.log'), GONE);
    expect(traces(folder, [GONE]).length).toBeGreaterThan(1);
    const set = { forgotten: true, forgottenFor: 'request', gender: 'not-declared' };
    const draft = someDraft({
      ...{ type: 'person.forgotten', subjects: [gone.id], personal: null },
      body: { id: gone.id, set },
    });
    expect(await desk.call('register.commit', { drafts: [draft] })).toMatchObject({ ok: true });
    await expect
      .poll(async () => desk.call('register.erasure', { persons: [gone.id] }), { timeout: 20_000 })
      .toMatchObject({ named: 2, erased: 1, backup: 'rewritten' });
    await expect.poll(() => traces(folder, [GONE]), { timeout: 20_000 }).toEqual([]);
    expect(await desk.call('blobs.get', { hash: gone.hash })).toEqual({
      ok: false,
      reason: 'missing',
    });
    expect(await desk.call('blobs.get', { hash: stays.hash })).toMatchObject({ ok: true });
    expect(traces(folder, [STAYS])).not.toEqual([]);
    const { epoch } = await desk.call('register.status', {});
    expect(epoch).toBeGreaterThan(0);
    expect(desk.heard).toContainEqual(['register.committed', { last: 3, epoch }]);
    await desk.close();
    expect(traces(folder, [GONE])).toEqual([]);
    desk = await startDesk(folder);
    expect(desk.faults).toEqual([]);
  },
);

it('drops an attachment whose act was not written, and none that an act refers to', async () => {
  const bytes = new TextEncoder().encode('a report that was to be kept');
  const { hash } = await desk.call('blobs.put', { bytes });
  await desk.call('blobs.discard', { hash });
  expect(await desk.call('blobs.get', { hash })).toEqual({ ok: false, reason: 'missing' });
  const kept = await add(`Kept ${randomUUID()}`);
  await desk.call('blobs.discard', { hash: kept.hash });
  expect(await desk.call('blobs.get', { hash: kept.hash })).toMatchObject({ ok: true });
});
