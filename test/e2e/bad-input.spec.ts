import { expect, test } from './support/test';

/** What cannot be, or should not be, is told by its own words, and nothing is half done. */
const MEETING = {
  title: 'Expert meeting on mistakes',
  firstDay: '2026-05-11',
  lastDay: '2026-05-12',
  timeZone: 'Europe/Vienna',
};

const LIST = [
  'Country,Family name,Given name,Email',
  'Albania,Sample-Alpha,Anna,anna.sample@example.org',
  'Albania,Sample-Beta,Boris,boris.sample@example.org',
].join('\r\n');

test('a session that ends before it begins is refused where it is written', async ({
  rostrum,
  page,
}) => {
  const { t, frame, meetingForm: form } = rostrum;
  await rostrum.openOwnMeeting(MEETING);
  const before = await frame.journalLength();
  const { from, to } = form.session(1);
  await from.fill('12:30');
  await to.fill('09:30');
  await form.save.click();
  await expect(page.getByText(t('meetings:problem.session-reversed'))).toBeVisible();
  expect(await frame.operations()).toBe(before);
  await to.fill('13:00');
  await form.save.click();
  await frame.expectSaid(t('meetings:changed'));
});

test('replacements that end in themselves, a closed meeting, a party that is none any more', async ({
  rostrum,
  page,
}) => {
  const { t, delegates, frame, meetings, meetingForm: form, parties } = rostrum;
  await rostrum.openOwnMeeting(MEETING);
  await form.move('nominations-open');
  await frame.go('delegates');
  await delegates.importList.click();
  await delegates.choose({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await delegates.check.click();
  await delegates.take.click();
  await expect(delegates.rows).toHaveCount(3);

  // Anna by Boris, and Boris by Anna.
  for (const name of ['Alpha', 'Beta']) await delegates.row(name).getByRole('checkbox').check();
  const replace = t('nominations:bulk.replace', { number: 2 });
  await page.getByRole('button', { name: replace }).click();
  const dialog = page.getByRole('dialog');
  for (const [whom, by] of [
    ['Anna Sample-Alpha', 'Boris Sample-Beta'],
    ['Boris Sample-Beta', 'Anna Sample-Alpha'],
  ] as const) {
    const one = dialog.getByRole('group', { name: t('nominations:replace.whom', { name: whom }) });
    await one.getByRole('combobox').click();
    await page.getByRole('option', { name: by }).click();
  }
  await dialog.getByRole('button', { name: t('nominations:replace.confirm') }).click();
  await expect(dialog.getByRole('alert')).toContainText('the chain would end in itself');
  await dialog.getByRole('button', { name: t('ui:close') }).click();
  for (const name of ['Alpha', 'Beta']) {
    const accepted = t('domain:nominationState.accepted');
    await expect(delegates.row(name)).toContainText(accepted);
  }

  // The party's time ends before the meeting; the meeting is over when a nomination comes.
  await frame.go('parties');
  await parties.open('Albania', 'Albania');
  await parties.end('2025-12-31');
  await frame.expectSaid(t('parties:status.done'));
  await frame.go('meetings');
  await meetings.setUp(MEETING.title).click();
  for (const to of ['nominations-closed', 'in-session', 'closed'] as const) await form.move(to);
  await frame.go('delegates');
  await expect(delegates.row('Alpha')).toContainText(t('nominations:warning.short.not-a-party'));
  await page.getByRole('button', { name: t('nominations:add') }).click();
  await dialog.getByRole('combobox', { name: t('nominations:form.party') }).fill('Albania');
  await page.getByRole('option', { name: 'Albania' }).click();
  const state = t('domain:meetingState.closed');
  await expect(dialog).toContainText(t('nominations:warning.meetingClosed', { state }));
  const outside = t('nominations:warning.notAParty', { day: '#' }).replace('On # ', '');
  await expect(dialog).toContainText(outside);
  await expect(dialog).toContainText(t('nominations:warning.title'));
});
