import { readFile } from 'node:fs/promises';
import type { Rostrum } from './pages/rostrum';
import { expect, test } from './support/test';
import { unzippedSheets } from './support/workbook';

/** What is kept about people: forgotten when its time is over, shown and given to whoever asks. */
const PRECURSORS = 'Expert working group meeting on precursors';
const YEAR = 2023;

test('two people are forgotten in one act, and every figure stays', async ({ rostrum, page }) => {
  const { frame, personal, statistics } = rostrum;
  await rostrum.start.openSample('en', 'Reception A');
  await rostrum.openMeeting(PRECURSORS);
  const before = await figures(rostrum);

  await frame.go('personal');
  const names = await personal.dueNames(2);
  await personal.askForDue(names);
  for (const name of names) {
    const family = name.split(',')[0] ?? '';
    await expect(personal.dialog.getByRole('listitem').filter({ hasText: family })).not.toHaveCount(
      0,
    );
  }
  await expect(personal.dialog).toContainText('This cannot be undone');
  await expect(personal.dialog).toContainText('For a human to look at');
  await personal.confirm(2);

  const paper = await personal.saveCertificate();
  expect(paper.suggestedFilename()).toMatch(/^certificate-of-forgetting-\d{4}-\d\d-\d\d\.pdf$/);
  expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await frame.expectSaid(/^Saved as certificate-of-forgetting/);
  await personal.close();
  await expect(personal.due.nth(1)).toBeVisible();
  for (const name of names) await expect(personal.due.filter({ hasText: name })).toHaveCount(0);
  await personal.show('forgotten');
  await expect(personal.forgotten).toHaveCount(2);

  await frame.go('meetings');
  await rostrum.openMeeting(PRECURSORS);
  expect(await figures(rostrum)).toEqual(before);
  await frame.go('delegates');
  await rostrum.delegates.filter.fill('#');
  await expect(rostrum.delegates.rows.filter({ hasText: /#[0-9a-f]{8}/ })).toHaveCount(2);
  await page.reload();
  await frame.go('statistics');
  await statistics.sentence.waitFor();
  expect(await figures(rostrum)).toEqual(before);
});

test('all that is kept about one person comes in one file', async ({ rostrum, page }) => {
  const { frame, personal, journal } = rostrum;
  await rostrum.start.openSample('en', 'Reception A');
  await frame.go('personal');
  const [name = ''] = await personal.dueNames(1);
  const [family = '', given = ''] = name.split(', ');
  await personal.find(`${given} ${family}`, name);
  const file = await personal.saveFile();
  expect(file.suggestedFilename()).toMatch(/^personal-data-[0-9a-f]{8}\.json$/);
  const kept = JSON.parse(await readFile(await file.path(), 'utf8')) as Record<string, unknown>;
  expect(kept).toMatchObject({
    format: 'rostrum-person-data',
    person: { family, given, forgotten: false },
    nominations: [{ meeting: expect.stringContaining(PRECURSORS) as unknown }],
  });
  const history = kept['history'] as { act: string; confidential: { set?: object } | null }[];
  expect(history[0]).toMatchObject({ act: 'person.recorded' });
  expect(JSON.stringify(history[0]?.confidential)).toContain(family);

  // From what is kept to what was done: every act that names the person.
  await page.getByRole('link', { name: `${history.length} acts name this person` }).click();
  await expect(journal.rows).toHaveCount(history.length + 1);
  await expect(journal.row('Person recorded')).toContainText(family);
});

test('what leaves the programme names nobody', async ({ rostrum }) => {
  const { frame, personal, exports } = rostrum;
  await rostrum.start.openSample('en', 'Reception A');
  await frame.go('personal');
  const names = await personal.dueNames(12);
  await frame.go('meetings');
  await rostrum.openMeeting(PRECURSORS);
  await frame.go('exports');
  // Nobody has to choose it: it is so unless one says otherwise.
  await exports.chooseScope('year', YEAR);
  await exports.chooseFormat('xlsx');
  const download = await exports.download();
  const sheets = unzippedSheets(await readFile(await download.path()));
  const text = [...sheets.values()].flat(2).join('\n');
  expect(text).toContain('nominated participants');
  expect(text).not.toMatch(/@example\.org/);
  for (const name of names) {
    const [family = '', given = ''] = name.split(', ');
    expect(text).not.toContain(name);
    expect(text).not.toContain(`${given} ${family}`);
  }
});

/** Everything that the statistics of the meeting and of its year say. */
async function figures({ frame, statistics, page, t }: Rostrum): Promise<string[]> {
  await frame.go('statistics');
  await statistics.chooseScope('meeting');
  const read = async () => {
    await statistics.sentence.waitFor();
    await expect(page.getByText(t('ui:loading'), { exact: true })).toHaveCount(0);
    return page.getByRole('main').innerText();
  };
  const meeting = await read();
  await frame.go('year');
  await statistics.expectFigures({ participations: 507 });
  return [meeting, await read()];
}
