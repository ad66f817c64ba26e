import { watch } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rostrum } from './pages/rostrum';
import { registerIn } from './support/desk-register';
import { Host } from './support/host';
import { residues } from './support/residues';
import { expect, test } from './support/test';

/** Protected data: at rest, behind a lock, by operator, and forgotten. */
const PASSPHRASE = 'four quiet words stand here';
const MEETING = {
  title: 'Protected expert meeting',
  firstDay: '2026-06-10',
  lastDay: '2026-06-11',
  timeZone: 'Europe/Vienna',
};
const LIST = {
  name: 'list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'Country,Family name,Given name,E-mail\n' +
      'Austria,Musterfrau,Erika,e.musterfrau@example.org\n' +
      'Belgium,Modelaert,Jan,j.modelaert@example.org\n',
  ),
};
const TEXT = 'Quinquagesima: exchange the list of suspicious consignments weekly.';
const DRAFT = 'Sexagesima: a sentence that nobody has finished';
/** What was typed and imported, and may stand nowhere once protection is on. */
const SECRETS = ['Musterfrau', 'e.musterfrau@example.org', 'Quinquagesima', 'Sexagesima'];

/** A programme with a delegate, a recommendation and a sentence that is only typed. */
async function workAt(rostrum: Rostrum): Promise<void> {
  await rostrum.openOwnMeeting(MEETING);
  await rostrum.frame.dismiss();
  await rostrum.frame.go('delegates');
  const { delegates } = rostrum;
  await delegates.importList.click();
  await delegates.choose(LIST);
  await delegates.check.click();
  await delegates.take.click();
  await expect(rostrum.delegates.row('Musterfrau')).toBeVisible();
  await rostrum.frame.go('recommendations');
  const { recommendations } = rostrum;
  await recommendations.create.first().click();
  await recommendations.text('en').fill(TEXT);
  await recommendations.text('ru').fill(DRAFT);
  await expect(recommendations.mark('saved').first()).toBeVisible();
  await expect(recommendations.mark('kept').first()).toBeVisible();
}

/** The delegate stands there under a reference, and under no name. */
async function expectForgotten(rostrum: Rostrum): Promise<void> {
  await rostrum.openMeeting(MEETING.title);
  await rostrum.frame.go('delegates');
  await expect(rostrum.delegates.rows.filter({ hasText: /#[0-9a-f]{8}/ })).toBeVisible();
  await expect(rostrum.delegates.row('Musterfrau')).toHaveCount(0);
}

test('set up, locked, opened again: nothing readable in any file, nothing lost', async ({
  host,
  profile,
  openProgram,
}) => {
  test.setTimeout(180_000);
  let { browser, rostrum } = await openProgram();
  await workAt(rostrum);
  expect(await residues(profile, SECRETS), 'the scan finds what is readable').not.toEqual([]);

  const code = await rostrum.protection.setUp(PASSPHRASE);
  await expect(rostrum.recommendations.text('ru')).toHaveValue(DRAFT);
  await browser.close();
  await host.stop();
  expect(await residues(profile, [...SECRETS, PASSPHRASE, code])).toEqual([]);

  await host.start();
  ({ browser, rostrum } = await openProgram());
  const { protection } = rostrum;
  await protection.locked.waitFor();
  await protection.tryPassphrase('something else altogether');
  await expect(protection.problem.filter({ hasText: 'This is not the passphrase.' })).toHaveCount(
    1,
  );
  await protection.unlock(PASSPHRASE);
  await rostrum.meetings.heading.waitFor();
  await rostrum.openMeeting(MEETING.title);
  await rostrum.frame.go('delegates');
  await expect(rostrum.delegates.row('Musterfrau')).toBeVisible();
  await rostrum.frame.go('recommendations');
  await expect(rostrum.recommendations.text('en')).toHaveValue(TEXT);
  await expect(rostrum.recommendations.text('ru')).toHaveValue(DRAFT);

  // A locked screen shows nothing and answers nothing; what was open is there again afterwards.
  await protection.lock();
  await expect(browser.page.getByText('Quinquagesima')).toHaveCount(0);
  const refused = await browser.page.evaluate(async () => {
    const body = new Uint8Array([
      0,
      0,
      0,
      23,
      ...new TextEncoder().encode('{"value":{},"bytes":[]}'),
    ]);
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await fetch('/bridge/register.status', { method: 'POST', body, headers });
    return `${answer.status} ${await answer.text()}`;
  });
  expect(refused).toContain('locked');
  await protection.unlockByCode(code.toLowerCase());
  await expect(rostrum.recommendations.text('en')).toHaveValue(TEXT);

  // Killed while it is open: the journal and the browser's database hold nothing readable either.
  await Promise.all([browser.kill(), host.kill()]);
  expect(await residues(profile, [...SECRETS, PASSPHRASE, code])).toEqual([]);
});

/** Moments of the switch-on, by what changes in the profile then; after the last it is finished. */
const MOMENTS = [
  { name: 'the keys are written', folder: '', file: 'keys.json' },
  { name: 'the sealed journal is begun', folder: 'register', file: 'reseal.sqlite' },
  { name: 'it takes the place of the old', folder: 'register', file: 'register.sqlite' },
] as const;

test('killed while it is switched on, protection is either off or finished, and nothing is lost', async ({
  host,
  profile,
  openProgram,
}) => {
  test.setTimeout(180_000);
  let { browser, rostrum } = await openProgram();
  await workAt(rostrum);
  const operations = await rostrum.frame.journalLength();
  let finished = false;
  for (const { name, folder, file } of MOMENTS) {
    const reached = comes(join(profile, folder), file);
    await rostrum.protection.setUp(PASSPHRASE, { wait: false });
    await reached;
    await Promise.all([host.kill(), browser.kill()]);

    await host.start();
    ({ browser, rostrum } = await openProgram());
    const { protection, frame } = rostrum;
    await protection.locked.or(frame.status).waitFor();
    finished = await protection.locked.isVisible();
    console.log(`killed when ${name}: ${finished ? 'finished' : 'taken back'}`);
    if (finished) await protection.unlock(PASSPHRASE);
    await expect.poll(() => frame.operations()).toBeGreaterThanOrEqual(operations);
    await rostrum.openMeeting(MEETING.title);
    await frame.go('delegates');
    await expect(rostrum.delegates.row('Musterfrau')).toBeVisible();
    if (finished) break;
  }
  expect(finished, 'a journal that is in place is not taken back').toBe(true);
  await browser.close();
  await host.stop();
  expect(await residues(profile, SECRETS)).toEqual([]);
});

/** Waits until a file of this name appears in a folder, in the place of an older one or not. */
function comes(folder: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, (event, name) => {
      if (event !== 'rename' || name !== file) return;
      watcher.close();
      resolve();
    });
    watcher.on('error', reject);
  });
}

test('forgotten at one desk, a desk that was in a drawer follows', async ({
  host,
  profile,
  openProgram,
}) => {
  test.setTimeout(180_000);
  let { browser, rostrum } = await openProgram();
  await workAt(rostrum);
  await browser.close();
  await host.stop();
  const drawer = await mkdtemp(join(tmpdir(), 'rostrum-e2e-drawer-'));
  try {
    for (const part of ['register', 'settings']) {
      await cp(join(profile, part), join(drawer, part), { recursive: true });
    }

    await host.start();
    ({ browser, rostrum } = await openProgram());
    await rostrum.meetings.heading.waitFor();
    await rostrum.frame.go('personal');
    await rostrum.personal.find('muster', 'Musterfrau');
    await rostrum.personal.forget();
    await rostrum.personal.close();
    await rostrum.personal.show('forgotten');
    await expect(rostrum.personal.forgotten).toHaveCount(1);
    await rostrum.frame.go('meetings');
    await expectForgotten(rostrum);
    await browser.close();
    await host.stop();
    const erased = SECRETS.slice(0, 2);
    expect(await residues(profile, erased)).toEqual([]);

    // The two exchange what each of them lacks, as their link will.
    const [one, old] = [registerIn(profile), registerIn(drawer)];
    expect(await residues(drawer, erased)).not.toEqual([]);
    const missing = one.difference(old.vector());
    expect(old.merge(missing, one.proofs(missing))).toMatchObject({ ok: true, faults: [] });
    one.close();
    old.close();
    expect(await residues(drawer, erased)).toEqual([]);

    const other = new Host(drawer);
    await other.start();
    const second = await openProgram(other);
    await expectForgotten(second.rostrum);
    await second.browser.close();
    await other.stop();
  } finally {
    await rm(drawer, { recursive: true, force: true });
  }
});
