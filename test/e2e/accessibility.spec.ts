import { DEMONSTRATION, type Rostrum } from './pages/rostrum';
import { violations } from './support/axe';
import { testFile } from './support/files';
import { paperwork, WALKS, type Look } from './support/guarded-pages';
import { expect, test } from './support/test';
import type { Language } from './support/words';

/** Every page with every rule of axe, in both languages of the interface and both themes. */
const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ru', theme: 'light' },
  { language: 'ru', theme: 'dark' },
] as const;

/** The meeting of the sample that has everything: people, reports, texts, figures. */
const PAST = 'Expert working group meeting in support of a comprehensive approach';

for (const { language, theme } of LOOKS) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ language, colorScheme: theme });

    test('the first start, and pages outside a meeting', async ({ rostrum, page }) => {
      const found: string[] = [];
      const look: Look = async (where) => {
        found.push(...(await violations(page, where)));
      };
      await firstStart(rostrum, language, look);
      await chooseTheme(rostrum, theme);
      await outsideMeetings(rostrum, look);
      expect(found).toEqual([]);
    });

    test('the pages of a meeting', async ({ rostrum, page }) => {
      const found: string[] = [];
      const look: Look = async (where) => {
        found.push(...(await violations(page, where)));
      };
      await rostrum.start.openSample(language, 'Reception A');
      await chooseTheme(rostrum, theme);
      await rostrum.frame.go('meetings');
      await rostrum.openMeeting(PAST);
      await pagesOfMeeting(rostrum, look);
      await desk(rostrum, look);
      expect(found).toEqual([]);
    });

    for (const [name, walk] of WALKS) {
      test(name, async ({ rostrum, page }) => {
        test.setTimeout(240_000);
        const found: string[] = [];
        const look: Look = async (where) => {
          found.push(...(await violations(page, where)));
        };
        await rostrum.start.openSample(language, 'Reception A');
        await chooseTheme(rostrum, theme);
        await walk(rostrum, look);
        expect(found).toEqual([]);
      });
    }
  });
}

test.describe('1024 × 768', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('the pages of a meeting, and nothing runs out of the window', async ({ rostrum, page }) => {
    const found: string[] = [];
    const look: Look = async (where) => {
      found.push(...(await violations(page, where)));
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) found.push(`${where}: ${wider} px wider than the window`);
    };
    await rostrum.start.openSample('en', 'Reception A');
    await rostrum.openMeeting(PAST);
    await pagesOfMeeting(rostrum, look);
    await desk(rostrum, look);
    expect(found).toEqual([]);
  });
});

/** The figures stand there, and the charts, which come a moment later. */
async function loaded({ statistics, page, t }: Rostrum): Promise<void> {
  await statistics.sentence.waitFor();
  await expect(page.getByText(t('ui:loading'), { exact: true })).toHaveCount(0);
}

async function chooseTheme({ frame, settings }: Rostrum, theme: 'light' | 'dark'): Promise<void> {
  await frame.go('settings');
  await settings.chooseTheme(theme);
}

async function firstStart({ start }: Rostrum, language: Language, look: Look): Promise<void> {
  await start.choose(language);
  await look('first start');
  await start.sample.click();
  await look('first start, desk without a name');
  await start.newProgramme.click();
  await look('first start, new programme');
  await start.back.click();
  await start.openSample(language, 'Reception A');
}

async function outsideMeetings(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, meetings, meetingForm, settings, statistics, page, t } = rostrum;
  await settings.heading.waitFor();
  await look('settings');
  await frame.go('meetings');
  await meetings.heading.waitFor();
  await look('meetings');
  await meetings.create.click();
  await meetingForm.create.waitFor();
  await look('new meeting');
  await meetingForm.create.click();
  await expect(page.getByText(t('meetings:problem.body-missing'))).toBeVisible();
  await look('new meeting, with errors');
  await frame.go('meetings');
  await meetings.setUp(DEMONSTRATION).click();
  await meetingForm.save.waitFor();
  await look('set-up of a meeting');
  await frame.openPalette();
  await look('palette');
  await frame.closePalette();
  await frame.openShortcuts();
  await look('shortcuts');
  await page.keyboard.press('Escape');
  await frame.go('year');
  await statistics.heading(/2023/).waitFor();
  await loaded(rostrum);
  await look('the year');
  await page.goto(`${new URL(page.url()).origin}/#/nowhere`);
  await expect(page.getByText(t('app:notFound.title'))).toBeVisible();
  await look('no such page');
}

async function pagesOfMeeting(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, delegates, agenda, recommendations, virtual, exports } = rostrum;
  await frame.go('delegates');
  await delegates.rows.nth(1).waitFor();
  await look('delegates');
  await delegates.rows.nth(1).click();
  await delegates.panel.waitFor();
  await look('delegates, one of them');
  await delegates.closePanel();
  await delegates.importList.click();
  await delegates.choose(testFile('nominations-with-errors.csv'));
  await delegates.check.waitFor();
  await look('import, columns');
  await delegates.check.click();
  await delegates.previewRow(3).click();
  await delegates.rowDetail(3).waitFor();
  await look('import, preview with a row');
  await delegates.cancel.click();
  await paperwork(rostrum, look);
  await frame.go('agenda');
  await agenda.items.first().waitFor();
  await look('agenda');
  await frame.go('recommendations');
  await recommendations.versions.first().waitFor();
  await look('recommendations');
  await frame.go('virtual');
  await virtual.drop.waitFor();
  await look('virtual');
  await virtual.choose(testFile('zoom-report.csv'));
  await virtual.take.waitFor();
  await look('virtual, a report before it is taken over');
  await virtual.take.click();
  await virtual.drop.waitFor();
  await virtual.showPile('unmatched');
  await look('virtual, unmatched');
  await virtual.showPile('linked');
  await virtual.decided.first().waitFor();
  await look('virtual, linked');
  await frame.go('statistics');
  await loaded(rostrum);
  await look('statistics');
  await frame.go('exports');
  await expect(exports.save).toBeEnabled();
  await look('exports');
}

async function desk(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, desk: page, recommendations, virtual } = rostrum;
  await frame.go('meetings');
  await rostrum.openMeeting(DEMONSTRATION);
  await look('desk');
  const [name = ''] = await page.nominees(1);
  await page.box.fill(name.slice(0, 2));
  await page.results.first().waitFor();
  await look('desk, results');
  await page.checkIn(name, name);
  await page.undo(name).waitFor();
  await look('desk, welcome');
  await page.checkIn(name, name);
  await expect(page.answer).toContainText(rostrum.t('desk:already'));
  await look('desk, already here');
  await page.box.fill('zzzzzz');
  await look('desk, nobody found');
  await frame.go('virtual');
  await virtual.drop.waitFor();
  await look('virtual, no reports yet');
  await frame.go('recommendations');
  await recommendations.heading.waitFor();
  await look('recommendations, none yet');
  await recommendations.create.click();
  await recommendations.text('en').fill('A proposal');
  await recommendations.discuss.click();
  await recommendations.agree.click();
  await recommendations.agreement.waitFor();
  await look('recommendations, agreement');
}
