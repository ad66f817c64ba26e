import { keptDraft } from './support/browser-data';
import { testFile } from './support/files';
import { expect, test } from './support/test';

/** The organizer: a programme, a meeting, a list of nominations, and the queue at the desk. */
const MEETING = {
  title: 'Expert meeting on precursors',
  firstDay: '2026-06-10',
  lastDay: '2026-06-11',
  timeZone: 'Europe/Vienna',
};
/** Wednesday morning at the meeting: 9.20 in Vienna, the doors are open. */
const MORNING = '2026-06-10T07:20:00Z';

const RUSSIAN = testFile('nominations-semicolon-cp1251.csv');
const WORKBOOK = testFile('nominations.xlsx');
const ERRORS = testFile('nominations-with-errors.csv');

test('the first start: language, name of the desk, an own programme', async ({ rostrum, page }) => {
  const { start, meetings, frame } = rostrum;
  await start.choose('ru');
  await expect(page).toHaveTitle('Добро пожаловать · Rostrum');
  await expect(start.heading).toBeHidden();
  await start.choose('en');
  await expect(start.heading).toBeVisible();

  // Nothing begins at a desk without a name.
  await start.newProgramme.click();
  await start.create.click();
  await expect(page.getByText('Give this desk a name first.')).toBeVisible();
  await expect(start.deskName).toBeFocused();

  await start.deskName.fill('Reception A');
  await expect(start.parisPact).toBeChecked();
  await start.programmeName.fill('Our own initiative');
  await start.create.click();
  await start.notYet();
  await expect(meetings.heading).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Our own initiative');
  await expect(page.getByText('No meetings yet')).toBeVisible();
  await expect(frame.status).toContainText('Reception A');
  await expect(page.getByText('Sample data: synthetic people')).toBeHidden();
});

test('a new meeting is planned with its sessions', async ({ rostrum, page }) => {
  const { start, meetings, meetingForm: form, frame } = rostrum;
  await start.createOnParisPact('en', 'Reception A', '');
  await meetings.create.click();
  await form.create.click();
  await expect(page.getByText('Choose the body that meets.')).toBeVisible();
  await expect(page.getByText('Give the meeting a title.')).toBeVisible();

  await form.choose(form.body, /precursors/i);
  await expect(form.title).toHaveValue(/, 1st meeting$/);
  await form.title.fill(MEETING.title);
  await form.city.fill('Almaty');
  await form.type(form.country, 'kaz', 'Kazakhstan');
  await form.type(form.timeZone, 'almaty', /Asia\/Almaty/);
  await form.firstDay.fill('2026-06-10');
  await form.lastDay.fill('2026-06-09');
  await form.create.click();
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await form.lastDay.fill('2026-06-11');
  await expect(form.sessions).toHaveCount(4);
  await expect(form.session(1).name).toHaveValue('Day 1, morning');
  await form.session(4).to.fill('1630');
  await form.session(4).to.blur();
  await expect(form.session(4).to).toHaveValue('16:30');
  await form.create.click();

  await expect(page.getByRole('heading', { level: 1, name: MEETING.title })).toBeVisible();
  await form.move('nominations-open');
  await frame.expectSaid('The meeting is now: Nominations open.');
  await frame.go('meetings');
  const entry = meetings.entry(MEETING.title);
  await expect(entry).toContainText('10–11 June 2026 · Almaty, Kazakhstan');
  await expect(entry).toContainText('Nominations open');
  await expect(entry).toContainText(/4\s*Sessions|Sessions\s*4/);

  // The next one begins with an empty form, not with what was saved.
  await meetings.create.click();
  await expect(form.title).toHaveValue('');
  await expect(form.sessions).toHaveCount(0);
  await frame.go('meetings');

  // Times are the meeting's own, whatever this machine's zone is.
  await page.reload();
  await meetings.setUp(MEETING.title).click();
  await expect(form.session(4).to).toHaveValue('16:30');
  await expect(form.timeZone).toHaveValue(/Asia\/Almaty/);
});

test('what was typed into a form is there again after a reload', async ({ rostrum, page }) => {
  const { start, meetings, meetingForm: form } = rostrum;
  await start.createOnParisPact('en', 'Reception A', '');
  await meetings.create.click();
  await form.choose(form.body, /precursors/i);
  await form.title.fill('Half a meeting');
  await form.firstDay.fill('2026-06-10');
  await expect.poll(() => keptDraft(page, 'meeting-form:new')).toContain('2026-06-10');
  await page.reload();
  await expect(form.title).toHaveValue('Half a meeting');
  await expect(form.firstDay).toHaveValue('2026-06-10');
  await expect(form.sessions).toHaveCount(2);
});

test.describe('nominations', () => {
  test.beforeEach(async ({ rostrum }) => {
    await rostrum.openOwnMeeting(MEETING);
    await rostrum.meetingForm.move('nominations-open');
    await rostrum.frame.go('delegates');
  });

  test('a list in Russian, with semicolons and in Windows-1251, comes in as it is', async ({
    rostrum,
    page,
  }) => {
    const { delegates, frame } = rostrum;
    await delegates.importList.click();
    await delegates.choose(RUSSIAN);
    await expect(page.getByText('it was read as windows-1251')).toBeVisible();
    await expect(delegates.meaningOf('C', 'Фамилия')).toHaveValue('Family name');
    await expect(delegates.meaningOf('J', 'Дата получения')).toHaveValue('Received on');
    await expect(delegates.meaningOf('A', '№')).toHaveValue('Not taken over');

    await delegates.check.click();
    await expect(delegates.verdict('new', 7)).toBeVisible();
    await expect(delegates.previewRow(6)).toContainText('Ёлкина-Вымышленная');
    await expect(delegates.previewRow(4)).toContainText('Republic of Moldova');
    await delegates.take.click();
    await frame.expectSaid('Taken over: 7 new, 0 changed');
    await expect(delegates.rows).toHaveCount(8);
    await expect(delegates.row('Ёлкина-Вымышленная, Ольга')).toContainText('Accepted');
    await expect(delegates.row('Образцова')).toContainText('Virtual');
    await expect(delegates.row('Эскизова')).toContainText('21 May 2026');
  });

  test('a workbook: the mapping is corrected, taken over, is the same again, and is taken back', async ({
    rostrum,
    page,
  }) => {
    const { delegates, frame } = rostrum;
    await delegates.importList.click();
    await delegates.choose(WORKBOOK);
    // The sheet with the people, not the first; the headings, not the title above them.
    await expect(page.getByRole('combobox', { name: 'Worksheet' })).toHaveValue(/^Participants/);
    await expect(page.getByRole('combobox', { name: 'Headings' })).toHaveValue(/^Row 4: E-mail/);
    await expect(delegates.meaningOf('C', 'Function')).toHaveValue('Job title');
    await delegates.chooseMeaning('C', 'Function', 'Capacity');
    await delegates.check.click();
    await expect(delegates.verdict('new', 7)).toBeVisible();
    await expect(delegates.previewRow(9)).toContainText('Xu LI');
    await delegates.take.click();
    await expect(delegates.row('SAMPLE, Jane')).toContainText('Head of delegation');
    await expect(delegates.row('PLACEHOLDER')).toContainText('Secretariat');
    await expect(delegates.row("d'EXEMPLE")).toContainText('14 May 2026');
    await expect(delegates.rows).toHaveCount(8);

    // The same list once more changes nothing.
    await delegates.importList.click();
    await delegates.choose(WORKBOOK);
    await delegates.chooseMeaning('C', 'Function', 'Capacity');
    await delegates.check.click();
    await expect(delegates.verdict('same', 7)).toBeVisible();
    await expect(delegates.verdict('new', 0)).toBeVisible();
    await expect(page.getByText('Everything in this list is here already.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Nothing to take over' })).toBeDisabled();
    await delegates.cancel.click();

    await delegates.takeBack('nominations.xlsx');
    await frame.expectSaid('Import taken back: 7 nominations removed');
    await expect(delegates.panel).toContainText('Taken back');
    await delegates.closePanel();
    await expect(page.getByText('No nominations yet')).toBeVisible();
    await frame.go('desk');
    await expect(page.getByText('Nobody is expected yet')).toBeVisible();
  });

  test('a list with errors is refused, and says where and what to do', async ({
    rostrum,
    page,
  }) => {
    const { delegates, frame } = rostrum;
    const before = await frame.journalLength();
    await delegates.preview(ERRORS);
    await expect(delegates.verdict('error', 4)).toBeVisible();
    await expect(delegates.verdict('new', 1)).toBeVisible();
    await expect(delegates.take).toBeDisabled();
    await expect(page.getByText('4 rows stand in the way.')).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Import nominations: nominations-with-errors.csv' }),
    ).toBeVisible();

    const said = {
      3:
        'Row 3, column A (Country): “Atlantis” is not known as a country or organization. ' +
        'Choose under “Delegations to settle” what it means.',
      4: 'there is no name. Write it into the file, or leave the row out.',
      5:
        'Row 5, column D (E-mail): “jan.modelaert at example.org” is not an e-mail address. ' +
        'Correct it in the file, or empty the cell.',
      6:
        'Row 6, column D (E-mail): row 2 has the same e-mail for Erika Musterfrau. Give each their ' +
        'own, or, if it is an office’s, empty the cell in this row.',
    };
    for (const [row, words] of Object.entries(said)) {
      await delegates.previewRow(Number(row)).click();
      await expect(delegates.rowDetail(Number(row))).toContainText(words);
      await expect(delegates.rowDetail(Number(row))).toContainText(`Row ${row}`);
    }
    await delegates.cancel.click();
    await expect(page.getByText('No nominations yet')).toBeVisible();
    expect(await frame.journalLength()).toBe(before);
    await expect(page.getByText('No nominations yet')).toBeVisible();
  });

  test('a file that is no list is refused by its name', async ({ rostrum, page }) => {
    const { delegates } = rostrum;
    await delegates.importList.click();
    const buffer = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n');
    await delegates.choose({ name: 'list.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByText('list.csv was not imported')).toBeVisible();
    await expect(page.getByText('Nothing was changed.')).toBeVisible();
  });
});

test('the desk, by keyboard alone', async ({ rostrum, page }) => {
  const { delegates, desk, frame } = rostrum;
  await page.clock.setFixedTime(MORNING);
  await rostrum.openOwnMeeting(MEETING);
  await rostrum.meetingForm.move('nominations-open');
  await frame.go('delegates');
  await delegates.preview(RUSSIAN);
  await delegates.take.click();
  await delegates.row('Тестовый').click();
  await delegates.withdraw();
  await frame.expectSaid(/Тестовый: nomination withdrawn/);
  await delegates.closePanel();

  // From here on no mouse.
  await page.keyboard.press('Alt+1');
  await expect(desk.box).toBeFocused();
  await desk.expectFigures({ expected: 6, here: 0, missing: 6 });
  await expect(frame.sessionSwitcher).toContainText('Day 1, morning');

  // Two letters, in the script of whoever types them, and the likely one is the first.
  await desk.type('na');
  await expect(desk.results.first()).toContainText('Рустам Наброскин');
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText('Welcome');
  await expect(desk.answer).toContainText('Рустам Наброскин');
  await expect(desk.answer).toContainText('Tajikistan');
  await expect(desk.box).toBeFocused();
  await expect(desk.box).toHaveValue('');
  await desk.expectFigures({ here: 1, missing: 5 });
  await expect(desk.delegation('Tajikistan')).toHaveText(/Tajikistan\s*1\s*0\s*0/);

  // The second time: amber, and since when; nothing is counted twice.
  await page.clock.setFixedTime('2026-06-10T07:45:00Z');
  await desk.type('nabroskin');
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText('Already here');
  await expect(desk.answer).toContainText('since 09:20, Reception A');
  await desk.expectFigures({ here: 1 });

  // By country; down to the second, and in.
  await desk.type('russian');
  await expect(desk.results).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(desk.results.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(desk.results).toHaveCount(0);

  // Withdrawn: refused, with the reason.
  await desk.type('testovy');
  await expect(desk.results.first()).toContainText('Тестовый');
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText('Please wait');
  await expect(desk.answer).toContainText('The nomination was withdrawn.');
  await desk.expectFigures({ here: 1 });

  // Taken back from the empty box; what was stays in the list.
  await page.keyboard.press('Control+z');
  await expect(desk.lastActions.first()).toContainText('taken back');
  await desk.expectFigures({ here: 0, missing: 6 });
  await desk.type('nabroskin');
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText('Welcome');
  await desk.expectFigures({ here: 1 });

  await desk.type('zzqq');
  await expect(page.getByText('Nobody found for “zzqq”')).toBeVisible();

  // All of it was told to those who do not see it, and is in the journal.
  await page.reload();
  await desk.expectFigures({ expected: 6, here: 1 });
});
