import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Rostrum } from './pages/rostrum';
import { Host } from './support/host';
import { expect, test } from './support/test';

/** Programmes that begin with nothing, and with the file of another one. */
const NAME = 'Initiative on test corridors (synthetic)';
const TITLE = 'First meeting on test corridors';

/** The first start up to the form of a new programme, by the keyboard alone. */
async function nameTheDesk({ start }: Rostrum, page: Page): Promise<void> {
  await start.choose('en');
  await start.deskName.focus();
  await page.keyboard.type('Reception A');
  await start.newProgramme.focus();
  await page.keyboard.press('Enter');
  await start.programmeName.waitFor();
}

/** An option of a list that is open for typing: the first that fits. */
async function typeAndTake(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('an empty programme grows by hand: a party, a meeting, a session, a nomination; another begins with its file', async ({
  rostrum,
  page,
  profile,
}) => {
  const { t, start, frame, parties, meetings, meetingForm: form, delegates } = rostrum;
  await nameTheDesk(rostrum, page);
  const empty = page.getByRole('radio', { name: t('start:own.empty') });
  await start.parisPact.focus();
  await page.keyboard.press('ArrowDown');
  await expect(empty).toBeChecked();
  await start.programmeName.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('start:own.nameMissing'))).toBeVisible();
  await page.keyboard.type(NAME);
  await page.keyboard.press('Enter');
  await start.notYet();
  await expect(meetings.heading).toBeVisible();
  await expect(page.getByRole('main')).toContainText(NAME);

  // No party: the registry says so, and how one comes in.
  await frame.go('parties');
  await expect(parties.heading).toBeVisible();
  await expect(page.getByText(t('parties:empty.title'))).toBeVisible();
  await parties.add.first().focus();
  await page.keyboard.press('Enter');
  await parties.country.focus();
  await typeAndTake(page, 'Austria');
  await parties.create.focus();
  await page.keyboard.press('Enter');
  await parties.title('Austria').waitFor();
  await expect(parties.part('about')).toContainText('Western Europe');
  await expect(parties.part('names')).toContainText('النمسا');
  await frame.go('parties');
  await expect(parties.rows).toHaveCount(2);
  await expect(parties.row('Austria')).toBeVisible();

  // A meeting from one of the two bodies that every programme has.
  await frame.go('meetings');
  await expect(page.getByText(t('meetings:empty.title'))).toBeVisible();
  await page.keyboard.press('Alt+n');
  await form.body.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.title).toHaveValue(/, 1st meeting$/);
  await form.title.fill(TITLE);
  await form.timeZone.focus();
  await form.type(form.timeZone, 'Europe/Vienna', /Europe\/Vienna/);
  await form.firstDay.fill('2026-06-10');
  await form.lastDay.fill('2026-06-10');
  await expect(form.sessions).toHaveCount(2);
  // One more session than was planned.
  await page.getByRole('button', { name: t('meetings:form.addSession') }).focus();
  await page.keyboard.press('Enter');
  await expect(form.sessions).toHaveCount(3);
  const evening = form.session(3);
  await evening.name.fill('Evening session');
  await evening.from.fill('1900');
  await evening.to.fill('1800');
  await evening.to.blur();
  await form.create.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('meetings:problem.session-reversed'))).toBeVisible();
  await evening.to.fill('2030');
  await evening.to.blur();
  await form.create.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await form.move('nominations-open');
  await frame.expectSaid('The meeting is now: Nominations open.');

  // Somebody is named for it.
  await frame.go('delegates');
  await page.getByText(t('nominations:emptyTitle')).waitFor();
  await page.keyboard.press('Alt+n');
  const panel = page.getByRole('dialog', { name: t('nominations:form.title') });
  await expect(panel.getByRole('combobox', { name: t('nominations:form.party') })).toBeFocused();
  await typeAndTake(page, 'Austria');
  await panel.getByLabel(t('nominations:form.family')).fill('Testova');
  await panel.getByLabel(t('nominations:form.given')).fill('Ada');
  await page.keyboard.press('Enter');
  await frame.expectSaid(t('nominations:form.added', { name: 'Ada Testova' }));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await expect(delegates.rows).toHaveCount(2);
  await expect(delegates.row('Testova, Ada')).toContainText('Austria');

  // The list of meetings, as cards and as a table.
  await frame.go('meetings');
  const entry = meetings.entry(TITLE);
  await expect(entry).toContainText(/Sessions\s*3|3\s*Sessions/);
  await expect(entry).toContainText(/Nominations\s*1|1\s*Nominations/);
  const view = page.getByRole('radiogroup', { name: t('meetings:view.label') });
  await view.getByRole('radio', { name: t('meetings:view.years') }).focus();
  await page.keyboard.press('ArrowRight');
  const rows = page.getByRole('grid', { name: t('meetings:title') }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: TITLE })).toContainText('10 Jun 2026');

  // The programme as a file: bodies and parties, and nobody's name.
  await frame.go('parties');
  await page.getByRole('button', { name: t('parties:export.open'), exact: true }).click();
  const saved = page.waitForEvent('download');
  await page
    .getByRole('menuitem', { name: t('parties:export.programmeItem', { name: NAME }) })
    .click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    format: 'rostrum-programme',
    names: { en: NAME },
    parties: [{ code: 'AUT' }],
  });
  expect(text).not.toContain('Testova');

  // Another desk, another programme: it begins with that file.
  const other = new Host(join(profile, 'other'));
  await other.start();
  try {
    await page.goto(other.url);
    await nameTheDesk(rostrum, page);
    const fromFile = page.getByRole('radio', { name: t('start:own.file') });
    await fromFile.check();
    await start.programmeName.fill('Second initiative (synthetic)');
    await start.create.click();
    await expect(page.getByText(t('start:own.fileMissing'))).toBeVisible();
    const choose = async (name: string, content: string) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: t('start:own.choose') }).click();
      const buffer = Buffer.from(content);
      await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
    };
    // A file that is none is said to be none, and nothing begins with it.
    await choose('letter.json', '{"format":"something else"}');
    const refused = t('start:own.fileProblem.not-a-programme', { file: 'letter.json' });
    await expect(page.getByText(refused)).toBeVisible();
    await choose('programme.json', text);
    const chosen = t('start:own.chosen', { count: 1, number: '1', name: NAME });
    await expect(page.getByText(chosen)).toBeVisible();
    await start.create.click();
    await start.notYet();
    await expect(page.getByRole('main')).toContainText('Second initiative (synthetic)');
    await frame.go('parties');
    await expect(parties.rows).toHaveCount(2);
    await parties.open('Австрия', 'Austria');
    // Who belongs to it and who meets came along; meetings and people did not.
    await frame.go('people');
    await expect(page.getByText(t('people:empty.title'))).toBeVisible();
    await frame.go('meetings');
    await expect(page.getByText(t('meetings:empty.title'))).toBeVisible();
    await page.keyboard.press('Alt+n');
    await form.body.click();
    await expect(page.getByRole('option')).toHaveCount(2);
  } finally {
    await other.stop();
  }
});
