import { readFile } from 'node:fs/promises';
import { stateOf } from './support/state';
import { expect, test } from './support/test';
import { filledIn, unzippedSheets } from './support/workbook';

/** A focal point's workbook: out in the language of the party, filled in, back without a mapping. */
const MEETING = {
  title: 'Expert meeting on nomination sheets',
  firstDay: '2027-03-09',
  lastDay: '2027-03-10',
  timeZone: 'Europe/Sofia',
};

/** Two people as they are typed into the first two rows below the headings of a Russian sheet. */
const TYPED = {
  ...{ B8: 'Г-жа', C8: 'Тестова', D8: 'Анна', E8: 'Анна Тестова', F8: 'Министерство проб' },
  ...{ H8: 'Глава делегации', I8: 'Очно', J8: 'anna.testova@example.org', K8: 'Женский' },
  ...{ L8: 'Вербальная нота', M8: '12/3', O8: 'Без мяса & рыбы' },
  ...{ C9: 'van der Proba', D9: 'Иван', H9: 'Советник', I9: 'Онлайн' },
  ...{ J9: 'ivan.proba@example.org' },
};

test('a nomination sheet goes out, comes back filled in, and is taken back without a trace', async ({
  rostrum,
  page,
  profile,
}) => {
  const { t, delegates, frame } = rostrum;
  await rostrum.openOwnMeeting(MEETING);
  await rostrum.meetingForm.move('nominations-open');
  await frame.go('delegates');
  await delegates.importList.click();
  const out = await delegates.makeSheet('Bulgaria', 'ru');
  expect(out.suggestedFilename()).toBe('nomination-sheet-BGR.xlsx');
  await frame.expectSaid(t('imports:sheets.saved', { name: 'nomination-sheet-BGR.xlsx' }));
  const blank = await readFile(await out.path());
  const [sheet = []] = unzippedSheets(blank).values();
  expect(sheet.flat()).toContain(MEETING.title);
  expect(sheet.find((row) => row.includes('Фамилия'))?.at(0)).toBe('Страна или организация');

  const before = await stateOf(profile);
  const file = {
    name: 'filled-in.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(filledIn(blank, TYPED)),
  };
  await delegates.choose(file);
  await expect(page.getByText(t('imports:recognised.sheet'))).toBeVisible();
  await expect(delegates.verdict('new', 2)).toBeVisible();
  await expect(delegates.verdict('error', 0)).toBeVisible();
  await delegates.take.click();
  await expect(delegates.row('Тестова')).toContainText('Head of delegation');
  await expect(delegates.row('Тестова')).toContainText('Bulgaria');
  await expect(delegates.row('van der Proba')).toContainText(t('domain:modality.virtual'));
  expect(await stateOf(profile)).not.toBe(before);

  // The same file once more: nothing to do.
  const after = await stateOf(profile);
  await delegates.importList.click();
  await delegates.choose(file);
  await expect(delegates.verdict('same', 2)).toBeVisible();
  await expect(page.getByText('Everything in this list is here already.')).toBeVisible();
  await delegates.cancel.click();
  expect(await stateOf(profile)).toBe(after);

  // Taken back as one act: the facts are those of before.
  await delegates.takeBack('filled-in.xlsx');
  await frame.expectSaid('Import taken back: 2 nominations removed');
  await delegates.closePanel();
  await expect(page.getByText('No nominations yet')).toBeVisible();
  expect(await stateOf(profile)).toBe(before);
});
