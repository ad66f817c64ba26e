import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { missingData, sharedData } from '../support/shared-data';
import type { Rostrum } from './pages/rostrum';
import { nominationList, reportedLogins } from './support/reported-logins';
import { expect, test } from './support/test';
import { unzippedSheets } from './support/workbook';

/** The coordinator: who was online, what the year came to, and the files that leave the machine. */
const ZOOM = 'virtual/zoom/zoom_meeting_2021_preamble_heroes.csv';
const ZOOM_PLAIN = 'virtual/zoom/zoom_meeting_2021_plain_heroes.csv';
const TEAMS = 'virtual/teams/teams_new_3section_2022-11-14_utf16be_PSEUDONYMISED.csv';

const ZOOM_MEETING = {
  title: 'Online consultation of 2021',
  firstDay: '2021-11-19',
  lastDay: '2021-11-19',
  timeZone: 'Europe/Vienna',
};

/** The sample's meetings of 2023, as published. */
const EWG_II = 'Expert working group meeting on detecting and blocking financial flows';
const EWG_III = 'Expert working group meeting on precursors';
const EWG_IV = 'Expert working group meeting in support of a comprehensive approach';
const PCG = 'Seventeenth meeting of the Policy Consultative Group';

async function nominate(
  { delegates, frame }: Rostrum,
  people: { family: string; given: string; email: string }[],
): Promise<void> {
  await frame.go('delegates');
  await delegates.importList.click();
  await delegates.choose(nominationList(people));
  await delegates.check.click();
  await delegates.take.click();
  await expect(delegates.rows).toHaveCount(people.length + 1);
}

test('a Zoom report: linked by e-mail, one confirmed by hand and remembered', async ({
  rostrum,
  page,
}) => {
  const [zoom, plain, teams] = [ZOOM, ZOOM_PLAIN, TEAMS].map(sharedData);
  test.skip(!zoom || !plain || !teams, missingData('virtual'));
  if (!zoom || !plain || !teams) return;
  const { frame, meetings, virtual } = rostrum;
  const logins = await reportedLogins(zoom);
  const byEmail = logins.slice(0, 3);
  const twoNames = /^\d+_(\p{L}+) (\p{L}+)$/u;
  const byHand = logins.slice(3).find(({ name }) => twoNames.test(name));
  const [, given = '', family = ''] = twoNames.exec(byHand?.name ?? '') ?? [];
  const known = { family, given, email: 'known.by.another.address@example.org' };

  await rostrum.start.openSample('en', 'Reception A');
  await meetings.create.click();
  await rostrum.planMeeting(ZOOM_MEETING);
  await nominate(rostrum, [
    ...byEmail.map(({ email }, at) => ({ family: `Testova${at}`, given: 'Anna', email })),
    known,
  ]);

  await frame.go('virtual');
  await virtual.choose(zoom);
  expect(await virtual.facts()).toMatchObject({
    Platform: 'Zoom',
    'Kind of report': 'Meeting, 2021',
    Logins: String(logins.length),
    'First join': '19 Nov 2021, 09:54',
    'Scheduled start': '19 Nov 2021, 09:30',
  });
  await expect(virtual.timeZone).toHaveValue('Europe/Vienna');
  await virtual.take.click();
  await frame.expectSaid(`${logins.length} logins taken over, linked with certainty: 3`);
  await expect(virtual.pile('linked', 3)).toBeVisible();

  // The one with the same name and another address is only suggested, with its evidence.
  const row = virtual.login(byHand?.name ?? '');
  await expect(row).toContainText(`${given} (same)`);
  await expect(row).toContainText(`${family} (same)`);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(virtual.pile('linked', 4)).toBeVisible();
  await virtual.showPile('linked');
  await expect(virtual.decided.filter({ hasText: family })).toContainText('confirmed by hand');
  await expect(virtual.decided.filter({ hasText: 'same e-mail' })).toHaveCount(3);

  // The same file once more changes nothing, as is said where it was chosen; that of another day
  // wants a word.
  await virtual.choose(zoom);
  await expect(page.getByText(/has been taken over before/)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click();
  await virtual.choose(teams);
  await expect(page.getByText(/The report: .*2022\. The meeting: .*2021\./)).toBeVisible();
  await expect(virtual.take).toBeDisabled();
  await virtual.discard.click();
  await expect(virtual.pile('linked', 4)).toBeVisible();

  // They were online; one of them for nine minutes, which is less than the ten that count.
  await frame.go('statistics');
  await rostrum.statistics.expectFigures({ nominated: 4, attended: 3, countries: 1 });
  await expect(rostrum.statistics.sentence).toContainText(
    'The meeting was attended by 3 nominated participants representing 1 country.',
  );

  // A later meeting knows the confirmed name by itself.
  await frame.go('meetings');
  await meetings.create.click();
  await rostrum.planMeeting({ ...ZOOM_MEETING, title: 'Second consultation of 2021' });
  await nominate(rostrum, [known]);
  await frame.go('virtual');
  await virtual.choose(plain);
  await virtual.take.click();
  await expect(virtual.pile('linked', 1)).toBeVisible();
  await virtual.showPile('linked');
  await expect(virtual.decided.filter({ hasText: family })).toContainText('known name');
});

test('a Teams report in UTF-16 is recognised, and what is not certain is asked', async ({
  rostrum,
}) => {
  const teams = sharedData(TEAMS);
  test.skip(!teams, missingData(TEAMS));
  if (!teams) return;
  const { frame, virtual } = rostrum;
  await rostrum.openOwnMeeting({
    title: 'Consultation of 2022',
    firstDay: '2022-11-14',
    lastDay: '2022-11-14',
    timeZone: 'Europe/Vienna',
  });
  await nominate(rostrum, [
    { family: 'Testova', given: 'Alina', email: 'alina.testova@example.org' },
    { family: 'Testova', given: 'Boris', email: 'BORIS.testova@example.org' },
    { family: 'Testova', given: 'Greta', email: 'greta@example.org' },
  ]);
  await frame.go('virtual');
  await virtual.choose(teams);
  expect(await virtual.facts()).toMatchObject({
    Platform: 'Microsoft Teams',
    'Kind of report': 'Three sections',
    Logins: '7',
    'First join': '14 Nov 2022, 09:30',
  });
  await expect(virtual.issues).toHaveCount(0);
  await virtual.take.click();
  await frame.expectSaid('7 logins taken over, linked with certainty: 2');
  const greta = virtual.login('Greta Testova');
  await expect(greta).toContainText('Greta (same)');
  await greta.getByRole('button', { name: /^Testova, Greta/ }).click();
  await expect(virtual.pile('linked', 3)).toBeVisible();
  await frame.go('statistics');
  await rostrum.statistics.expectFigures({ nominated: 3, attended: 3 });
});

test('a file that is no report is refused by its name, a table that is not known is asked about', async ({
  rostrum,
  page,
}) => {
  await rostrum.openDemonstration();
  const { frame, virtual } = rostrum;
  const before = await frame.journalLength();
  await frame.go('virtual');
  const page404 = Buffer.from('<!doctype html><html><body>Please sign in</body></html>\n');
  await virtual.choose({ name: 'report.csv', mimeType: 'text/csv', buffer: page404 });
  await expect(page.getByText('report.csv was not imported')).toBeVisible();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click();

  const buffer = Buffer.from('Item,Price\nPaper,4\nPens,2\n');
  await virtual.choose({ name: 'stationery.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('What do the columns of stationery.csv mean?')).toBeVisible();
  await expect(page.getByText('A column with the time of joining is missing.')).toBeVisible();
  expect(await frame.journalLength()).toBe(before);
});

test('the sample year comes to the published figures', async ({ rostrum, page }) => {
  const { frame, statistics } = rostrum;
  await rostrum.start.openSample('en', 'Reception A');
  await expect(page.getByText('Sample data: synthetic people')).toBeVisible();

  const meetingFigures = [
    { title: EWG_II, attended: 165, countries: 35, organizations: 10, recommendations: 4 },
    { title: EWG_III, attended: 145, countries: 34, organizations: 10, recommendations: 10 },
    { title: EWG_IV, attended: 88, countries: 24, organizations: 5, recommendations: 8 },
    { title: PCG, attended: 109, countries: 32, organizations: 9, recommendations: null },
  ];
  const words = { 165: 'over 160', 145: 'over 140', 88: 'nearly 90', 109: 'over 100' };
  for (const { title, attended, countries, organizations, recommendations } of meetingFigures) {
    await rostrum.openMeeting(title);
    await frame.go('statistics');
    await statistics.expectFigures({
      attended,
      countries,
      organizations,
      ...(recommendations === null
        ? { 'recommendations.endorsedHere': 22 }
        : { 'recommendations.agreed': recommendations }),
    });
    await expect(statistics.sentence).toContainText(
      `The meeting was attended by ${words[attended as keyof typeof words]} nominated ` +
        `participants representing ${countries} countries and ${organizations} international ` +
        `and regional organizations.`,
    );
    await expect(statistics.sentence).toContainText(String(attended));
    await frame.go('meetings');
  }

  await frame.go('year');
  await statistics.chooseYear(2023);
  await expect(statistics.heading('Statistics of 2023')).toBeVisible();
  await statistics.expectFigures({
    participations: 507,
    distinctPersons: 501,
    countries: 48,
    organizations: 14,
    'recommendations.agreed': 22,
  });
  await expect(statistics.sentence).toContainText(
    'In 2023, the events of the programme were attended by over 500 nominated participants from ' +
      '48 countries and 14 international and regional organizations.',
  );
  await statistics.chooseScope('expert');
  await statistics.expectFigures({
    participations: 398,
    distinctPersons: 395,
    countries: 45,
    organizations: 13,
    'recommendations.agreed': 22,
  });
  await expect(statistics.sentence).toContainText(
    'attended by nearly 400 nominated participants representing 45 countries and 13 international',
  );

  // The people behind a figure, on a click.
  await statistics.figure('countries').click();
  await expect(statistics.panel.getByRole('row')).toHaveCount(46);
});

test.describe('exports', () => {
  test.beforeEach(async ({ rostrum }) => {
    await rostrum.start.openSample('en', 'Reception A');
    await rostrum.openMeeting(EWG_II);
    await rostrum.frame.go('exports');
  });

  test('the attendance workbook of the year, read back, has the same figures', async ({
    rostrum,
  }) => {
    const { exports } = rostrum;
    await exports.chooseScope('year', 2023);
    const download = await exports.download();
    expect(download.suggestedFilename()).toBe('2023-attendance-statistics-SYNTHETIC-en.xlsx');
    await expect(exports.personal).toHaveCount(0);
    const bytes = await bytesOf(download);

    const own = await readWorkbook(bytes);
    if (!own.ok) throw new Error(own.reason);
    const readers = {
      'the program’s reader': new Map(
        own.sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])]),
      ),
      'an independent reader': unzippedSheets(bytes),
    };
    for (const [reader, sheets] of Object.entries(readers)) {
      const summary = sheets.get('Summary') ?? [];
      const figure = (name: string) => summary.find((row) => row.includes(name));
      expect(summary.flat().join('\n'), reader).toContain('SYNTHETIC DATA');
      expect(summary.flat(), reader).toContain(
        'In 2023, the events of the programme were attended by over 500 nominated participants ' +
          'from 48 countries and 14 international and regional organizations.',
      );
      expect(figure('Participations'), reader).toContain('507');
      expect(figure('Distinct persons'), reader).toContain('501');
      expect(figure('Countries'), reader).toContain('48');
      expect(figure('Organizations'), reader).toContain('14');
      expect(figure('Recommendations agreed'), reader).toContain('22');
      const meetings = (sheet: string, numbers: readonly string[]) =>
        numbersOf(sheets.get(sheet) ?? [], numbers);
      expect(meetings('Recommendations', ['4', '8', '10']), reader).toEqual(['10', '4', '8']);
      expect(meetings('By meeting', ['145', '165', '88', '109']), reader).toEqual([
        ...['145', '165', '88', '109'],
      ]);
      // No personal data without being asked.
      expect(sheets.has('Participants'), reader).toBe(false);
    }
  });

  test('the figures of one meeting as text', async ({ rostrum }) => {
    const { exports } = rostrum;
    await exports.chooseFormat('csv');
    const download = await exports.download();
    expect(download.suggestedFilename()).toBe(
      '2023-09-12-EWG-II-attendance-statistics-SYNTHETIC-en.csv',
    );
    const lines = (await bytesOf(download)).toString('utf8').split('\r\n');
    const value = (key: string) => lines.find((line) => line.includes(`,${key},,`));
    expect(value('attended')).toBe('SYNTHETIC,attended,,Attended,,165,participants');
    expect(value('countries')).toBe('SYNTHETIC,countries,,Countries,,35,countries');
    expect(value('organizations')).toBe('SYNTHETIC,organizations,,Organizations,,10,organizations');
    expect(value('recommendations.agreed')).toContain(',4,');
  });

  test('the list of participants, as a workbook and as text', async ({ rostrum, page }) => {
    const { exports, frame } = rostrum;
    await exports.chooseAudience('inside');
    await exports.chooseDocument('participants');
    await expect(exports.personal).toContainText('This file contains personal data.');
    const workbook = await exports.download();
    expect(workbook.suggestedFilename()).toBe('2023-09-12-EWG-II-participants-SYNTHETIC-en.xlsx');
    await frame.expectSaid('Saved as 2023-09-12-EWG-II-participants-SYNTHETIC-en.xlsx');
    const [sheet] = unzippedSheets(await bytesOf(workbook)).values();
    const people = (sheet ?? []).filter(
      (row) => row.includes('States') || row.includes('Organizations'),
    );
    expect(people).toHaveLength(165);

    await exports.chooseFormat('csv');
    const text = await exports.download();
    const csv = (await bytesOf(text)).toString('utf8');
    expect(csv.charCodeAt(0), 'byte order mark').toBe(0xfeff);
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(166);
    expect(lines.slice(1).every((line) => line.startsWith('SYNTHETIC,'))).toBe(true);
    await expect(page.getByText('Exported since this window was opened')).toBeVisible();
  });
});

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** The first cell of each row that is one of these, from top to bottom. */
function numbersOf(rows: readonly (readonly string[])[], among: readonly string[]): string[] {
  return rows.flatMap((row) => row.find((cell) => among.includes(cell)) ?? []);
}
