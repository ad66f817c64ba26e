import { readFile } from 'node:fs/promises';
import { missingData, sharedData } from '../support/shared-data';
import { DEMONSTRATION } from './pages/rostrum';
import { WALKS } from './support/guarded-pages';
import { expect, test } from './support/test';
import { englishAmong, visibleTexts } from './support/visible-text';
import { unzippedSheets } from './support/workbook';

/** The whole path in Russian, on pages that have no English word of the interface. */
test.use({ language: 'ru' });

const REPORT = 'virtual/constructed/zoom_meeting_ru_24h_with_ampm.csv';
const EWG_II = 'Expert working group meeting on detecting and blocking financial flows';
const EWG_IV = 'Expert working group meeting in support of a comprehensive approach';

test('from the first start to the exported statistics', async ({ rostrum, page }) => {
  const { start, frame, meetings, desk, delegates, recommendations, statistics, exports } = rostrum;
  const english: string[] = [];
  const look = async (where: string) => {
    for (const text of englishAmong(await visibleTexts(page))) english.push(`${where}: ${text}`);
  };

  await start.choose('ru');
  await expect(page).toHaveTitle('Добро пожаловать · Rostrum');
  await look('first start');
  await start.newProgramme.click();
  await look('new programme');
  await start.back.click();
  await start.openSample('ru', 'Стойка регистрации');
  await meetings.heading.waitFor();
  await look('meetings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');

  // Desk.
  await rostrum.openMeeting(DEMONSTRATION);
  await look('desk');
  const [name = ''] = await desk.nominees(1);
  await desk.box.fill(name);
  await desk.results.first().waitFor();
  await look('desk, results');
  await desk.checkIn(name, name);
  await expect(desk.answer).toContainText('Добро пожаловать');
  await desk.expectFigures({ here: 1 });
  await look('desk, welcome');
  await desk.checkIn(name, name);
  await expect(desk.answer).toContainText('Стойка регистрации');
  await look('desk, already here');
  await desk.undo(name).click();
  await desk.expectFigures({ here: 0 });
  await look('desk, undone');

  // Delegates.
  await frame.go('delegates');
  await delegates.rows.nth(1).waitFor();
  await look('delegates');
  await delegates.rows.nth(1).click();
  await delegates.panel.waitFor();
  await look('delegates, one of them');
  await delegates.closePanel();
  await delegates.importList.click();
  await delegates.drop.waitFor();
  await look('delegates, import');
  await delegates.cancel.click();

  // Agenda and a recommendation, agreed.
  await frame.go('agenda');
  await rostrum.agenda.items.first().waitFor();
  await look('agenda');
  await frame.go('recommendations');
  await recommendations.create.click();
  await recommendations.text('ru').fill('Государствам следует обмениваться сведениями.');
  await recommendations.discuss.click();
  await expect(recommendations.editor).toContainText('Обсуждается');
  await recommendations.agree.click();
  await recommendations.agreement.waitFor();
  await look('agreement');
  await recommendations.confirm.click();
  await recommendations.agreement.waitFor({ state: 'hidden' });
  await expect(recommendations.versions.first()).toContainText(
    rostrum.t('recommendations:asAgreed'),
  );
  await look('recommendations');

  // Statistics of a meeting, with the sentence.
  await frame.go('meetings');
  await rostrum.openMeeting(EWG_II);
  await frame.go('virtual');
  await rostrum.virtual.drop.waitFor();
  await look('virtual');
  await frame.go('statistics');
  await statistics.expectFigures({ attended: 165, countries: 35, organizations: 10 });
  await expect(statistics.sentence).toContainText(
    'В работе совещания приняли участие более 160 назначенных участников, представлявших ' +
      '35 стран и 10 международных и региональных организаций.',
  );
  await look('statistics');
  await frame.go('year');
  await statistics.expectFigures({ participations: 507, distinctPersons: 501 });
  await expect(statistics.sentence).toContainText(
    'В 2023 году в мероприятиях программы приняли участие более 500 назначенных участников ' +
      'из 48 стран и 14 международных и региональных организаций.',
  );
  await look('the year');

  // The workbook is in Russian because the interface is.
  await frame.go('exports');
  await expect(exports.save).toBeEnabled();
  await look('exports');
  const download = await exports.download();
  expect(download.suggestedFilename()).toMatch(/^2023-09-12-.*-ru\.xlsx$/);
  const sheets = unzippedSheets(await readFile(await download.path()));
  const summary = sheets.get(rostrum.t('documents:workbook.sheet.summary')) ?? [];
  expect(summary.flat().join('\n')).toContain('приняли участие более 160 назначенных участников');
  const countries = rostrum.t('figures:countries.name');
  expect(summary.find((row) => row.includes(countries))).toContain('35');
  expect(englishAmong(summary.flat())).toEqual([]);

  await frame.go('settings');
  await rostrum.settings.heading.waitFor();
  await look('settings');
  await frame.go('meetings');
  await meetings.create.click();
  await rostrum.meetingForm.create.click();
  await expect(page.getByText(rostrum.t('meetings:problem.body-missing'))).toBeVisible();
  await look('new meeting');
  await frame.openPalette();
  await look('palette');
  await frame.closePalette();

  expect(english).toEqual([]);
});

for (const [name, walk] of WALKS) {
  test(name, async ({ rostrum, page }) => {
    const english: string[] = [];
    await rostrum.start.openSample('ru', 'Стойка регистрации');
    await walk(rostrum, async (where) => {
      for (const text of englishAmong(await visibleTexts(page))) english.push(`${where}: ${text}`);
    });
    expect(english).toEqual([]);
  });
}

test.describe('the check itself', () => {
  test.use({ language: 'en' });

  test('finds the English words of an English page', async ({ rostrum, page }) => {
    await rostrum.start.choose('en');
    const found = englishAmong(await visibleTexts(page));
    expect(found).toEqual(
      expect.arrayContaining([
        '“Welcome to Rostrum” (start.title)',
        '“Name this desk” (start.desk.title)',
        '“Reception A” (start.desk.placeholder)',
        '“Open the sample programme” (start.sample.title)',
      ]),
    );
  });
});

test('a Zoom report that Zoom wrote in Russian', async ({ rostrum, page }) => {
  const report = sharedData(REPORT);
  test.skip(!report, missingData(REPORT));
  if (!report) return;
  const { frame, virtual } = rostrum;
  await rostrum.start.openSample('ru', 'Стойка регистрации');
  await rostrum.openMeeting(EWG_IV);
  await frame.go('virtual');
  await virtual.choose(report);
  const facts = await virtual.facts();
  expect(facts[rostrum.t('virtual:fact.platform')]).toBe('Zoom');
  expect(facts[rostrum.t('virtual:fact.firstJoin')]).toContain('09:01');
  expect(englishAmong(await visibleTexts(page))).toEqual([]);
  await virtual.take.click();
  await frame.expectSaid(/^Принято/);
  await virtual.showPile('unmatched');
  await expect(virtual.login('iPhone').filter({ hasText: '30 минут' })).toBeVisible();
  expect(englishAmong(await visibleTexts(page))).toEqual([]);
});
