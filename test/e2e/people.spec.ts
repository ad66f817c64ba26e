import { expect, test } from './support/test';

/**
 * One human being on two lists, once in each script: found with its evidence, merged, parted, and
 * told apart.
 */
const MEETING = {
  title: 'Expert meeting on names',
  firstDay: '2027-04-13',
  lastDay: '2027-04-14',
  timeZone: 'Europe/Vienna',
};

const LATIN = 'Testova-Beispiel, Ludmila';
const CYRILLIC = 'Тестова-Бейспиел, Людмила';

const LIST = [
  'Country,Family name,Given name,Email,Institution',
  'Bulgaria,Testova-Beispiel,Ludmila,l.testova@example.org,Ministry of Tests (synthetic)',
  'Bulgaria,Тестова-Бейспиел,Людмила,ludmila@example.org,Ministry of Tests (synthetic)',
  'Austria,Musterfrau,Ida,ida.musterfrau@example.org,Office of Samples (synthetic)',
].join('\r\n');

test('two records of one person are found, merged without loss and parted again', async ({
  rostrum,
  page,
}) => {
  const { t, delegates, frame, people } = rostrum;
  await rostrum.openOwnMeeting(MEETING);
  await frame.go('delegates');
  await delegates.importList.click();
  await delegates.choose({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await delegates.check.click();
  await expect(delegates.verdict('new', 3)).toBeVisible();
  await delegates.take.click();
  await expect(delegates.rows).toHaveCount(4);

  await frame.go('people');
  await expect(people.rows).toHaveCount(4);
  await people.search.fill('тестова');
  await expect(people.rows).toHaveCount(3);
  await people.show('duplicates');
  await expect(people.pairs).toHaveCount(1);
  await expect(people.current).toContainText(LATIN);
  await expect(people.current).toContainText(CYRILLIC);
  const same = t('people:evidence.same-party', { party: 'Bulgaria' });
  await expect(people.current).toContainText(same);
  const both = t('people:evidence.same-meeting', { meeting: '#' }).replace('#', '');
  await expect(people.current).toContainText(both);

  // By keyboard; nothing is merged by itself, and nothing is lost.
  await people.pairs.first().locator('..').focus();
  await page.keyboard.press('Enter');
  await frame.expectSaid(/is now one person with/);
  await expect(page.getByText(t('people:duplicates.none'))).toBeVisible();
  await people.show('all');
  await expect(people.rows).toHaveCount(3);
  const merged = people.row(t('people:records', { count: 2 }));
  await expect(merged).toHaveCount(1);
  await people.search.fill('l.testova@example.org');
  await expect(merged).toBeVisible();
  await people.open('ludmila@example.org', 'Ludmila');
  await expect(people.records.getByRole('listitem')).toHaveCount(1);
  const meetings = page.getByRole('main').getByRole('list').filter({ hasText: MEETING.title });
  await expect(meetings.getByText(t('domain:nominationState.accepted'))).toHaveCount(2);

  await people.part();
  await frame.expectSaid(/is a person of their own again/);
  await expect(people.records).toContainText(t('people:noOtherRecords'));
  await frame.go('people');
  await expect(people.rows).toHaveCount(4);

  // Somebody knows that they are two: the pair is not proposed again, until that is taken back.
  await people.show('duplicates');
  await expect(people.pairs).toHaveCount(1);
  await people.pairs.first().locator('..').focus();
  await page.keyboard.press('n');
  await frame.expectSaid(/are told apart$/);
  await expect(people.pairs).toHaveCount(0);
  await page.reload();
  const takeBack = t('people:apart.takeBackOf', { name: '', other: '' }).split(':')[0] ?? '';
  await page.getByRole('button', { name: new RegExp(`^${takeBack}`) }).click();
  await frame.expectSaid(/may be one person again$/);
  await expect(people.pairs).toHaveCount(1);
});
