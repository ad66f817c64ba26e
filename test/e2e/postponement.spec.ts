import type { Rostrum } from './pages/rostrum';
import { expect, test } from './support/test';

/**
 * A meeting that was to sit as a hybrid one in Ankara on 7 and 8 February 2023, was postponed after
 * the earthquake in the night before, reconfirmed by some, and sat on 12 and 13 September. Days,
 * place and reason are those of the record; the people are invented.
 */
const TITLE = 'Expert meeting on precursors';
const REASON = 'Postponed by the host country after the earthquake in the night before';

const NOMINATIONS = [
  'Country,Family name,Given name,Email,Received on',
  'Austria,Sample-Alpha,Anna,anna.sample@example.org,2023-01-10',
  'Bulgaria,Sample-Beta,Boris,boris.sample@example.org,2023-01-12',
  'Kazakhstan,Sample-Gamma,Dana,dana.sample@example.org,2023-01-16',
  'Kazakhstan,Sample-Delta,Erlan,erlan.sample@example.org,2023-01-16',
].join('\r\n');

test('the postponement of September 2023, from announcement to statistics', async ({
  rostrum,
  page,
}) => {
  const { t, delegates, desk, frame, meetings, meetingForm: form, statistics } = rostrum;
  await page.clock.setFixedTime('2023-01-09T09:00:00Z');
  await rostrum.openOwnMeeting({
    title: TITLE,
    firstDay: '2023-02-07',
    lastDay: '2023-02-08',
    timeZone: 'Europe/Istanbul',
  });
  await form.city.fill('Ankara');
  await form.save.click();
  await frame.expectSaid(t('meetings:changed'));

  // Each step says what it brings before it is taken; what is planned is announced as it stands.
  await expect(page.getByText(t('meetings:lifeCycle.then.nominations-open'))).toBeVisible();
  await form.move('nominations-open');
  await page.getByRole('button', { name: t('meetings:lifeCycle.announce') }).click();
  await frame.expectSaid(t('meetings:announced'));
  await nominate(rostrum);

  // The night before: postponed, and nobody knows to when.
  await page.clock.setFixedTime('2023-02-06T20:00:00Z');
  await toSetUp(rostrum);
  await page.getByRole('button', { name: t('meetings:lifeCycle.postpone') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('meetings:postpone.reason') }).fill(REASON);
  await dialog.getByRole('button', { name: t('meetings:postpone.confirm') }).click();
  await frame.expectSaid(t('meetings:postpone.done'));
  const waiting = page.getByRole('list', { name: t('meetings:reconfirm.title') });
  await expect(page.getByText('4 accepted nominations have not been reconfirmed.')).toBeVisible();
  await expect(waiting.getByRole('listitem')).toContainText([
    /Austria.*\(1\)/,
    /Bulgaria.*\(1\)/,
    /Kazakhstan.*\(2\)/,
  ]);
  await expect(waiting).toContainText('Sample-Delta, Erlan');
  await frame.go('meetings');
  const entry = meetings.entry(TITLE);
  await expect(entry).toContainText('Dates to be fixed · Ankara');
  await expect(entry).toContainText('planned for 7–8 Feb 2023');

  // In April the new days are known: the sessions go along, nominations are open again.
  await page.clock.setFixedTime('2023-04-04T08:00:00Z');
  await toSetUp(rostrum);
  await page
    .getByRole('radiogroup', { name: t('meetings:form.precision.label') })
    .getByText(t('meetings:form.precision.day'), { exact: true })
    .click();
  await form.firstDay.fill('2023-09-12');
  await form.lastDay.fill('2023-09-13');
  await page.getByRole('button', { name: t('meetings:form.moveSessions') }).click();
  await form.save.click();
  await frame.expectSaid(t('meetings:changed'));
  await form.move('nominations-open');
  await expect(page.getByText('4 accepted nominations have not been reconfirmed.')).toBeVisible();

  // Austria and one of Kazakhstan's two say yes once more.
  await page.getByRole('link', { name: t('meetings:reconfirm.link') }).click();
  await expect(delegates.rows).toHaveCount(5);
  for (const name of ['Sample-Alpha', 'Sample-Gamma']) {
    await delegates.row(name).click();
    const reconfirm = t('nominations:move.reconfirmed');
    await delegates.panel.getByRole('button', { name: reconfirm, exact: true }).click();
    await delegates.closePanel();
    await expect(delegates.row(name)).toHaveCount(0);
  }
  // Only those are shown who are still to answer, until all are asked for.
  await expect(delegates.rows).toHaveCount(3);
  await delegates.showState('awaiting');
  await expect(delegates.rows).toHaveCount(5);
  await expect(delegates.row('Sample-Gamma')).toContainText(
    t('domain:nominationState.reconfirmed'),
  );
  await toSetUp(rostrum);
  await expect(page.getByText('2 accepted nominations have not been reconfirmed.')).toBeVisible();
  await expect(page.getByText('2 have been reconfirmed.')).toBeVisible();
  await expect(waiting.getByRole('listitem')).toContainText([/Bulgaria/, /Kazakhstan.*\(1\)/]);

  // September, in Ankara.
  await page.clock.setFixedTime('2023-09-12T06:20:00Z');
  await form.move('nominations-closed');
  await form.move('in-session');
  await frame.expectSaid('The meeting is now: In session.');
  await frame.go('desk');
  await desk.checkIn('sample-alpha', 'Sample-Alpha');
  await expect(desk.answer).toContainText('Welcome');
  await desk.checkIn('sample-gamma', 'Sample-Gamma');
  await expect(desk.answer).toContainText('Welcome');
  await desk.expectFigures({ here: 2 });
  await page.clock.setFixedTime('2023-09-13T15:00:00Z');
  await toSetUp(rostrum);
  await form.move('closed');

  // Planned, announced and held, and every step with its reason.
  const facts = page.getByRole('main');
  await expect(facts).toContainText('7–8 February 2023 · Hybrid');
  await expect(facts.getByText('12–13 September 2023 · Hybrid').first()).toBeVisible();
  await page.getByText(/^History \(\d+ steps\)$/).click();
  const steps = page.getByRole('list', { name: t('meetings:history.label') });
  const postponed = steps.getByRole('listitem').filter({ hasText: 'Postponed' });
  await expect(postponed.first()).toContainText(`Reason: ${REASON}`);
  await expect(steps).toContainText('Announced: 7–8 February 2023 · Hybrid');
  await expect(steps).toContainText('Announced: 12–13 September 2023 · Hybrid');

  // The same meeting in the statistics, of itself and of its year.
  await frame.go('statistics');
  await statistics.expectFigures({ nominated: 2, attended: 2, countries: 2 });
  const apart = t('figures:unreconfirmed.name');
  await expect(page.getByRole('main')).toContainText(new RegExp(`${apart}\\s*2`));
  await frame.go('meetings');
  await expect(entry).toContainText('12–13 September 2023 · Ankara');
  await expect(entry).toContainText('planned for 7–8 Feb 2023');
  await page.getByRole('link', { name: t('meetings:yearStatistics') }).click();
  await expect(statistics.year).toHaveValue('2023');
  await statistics.expectFigures({ participations: 2, distinctPersons: 2, countries: 2 });
});

/** What was settled about the meeting, from wherever one is. */
async function toSetUp({ frame, meetings, page }: Rostrum): Promise<void> {
  await frame.go('meetings');
  await meetings.setUp(TITLE).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}

/** Four people of three countries, accepted as their lists were. */
async function nominate({ delegates, frame }: Rostrum): Promise<void> {
  await frame.go('delegates');
  await delegates.importList.click();
  const buffer = Buffer.from(NOMINATIONS);
  await delegates.choose({ name: 'nominations.csv', mimeType: 'text/csv', buffer });
  await delegates.check.click();
  await expect(delegates.verdict('new', 4)).toBeVisible();
  await delegates.take.click();
  await expect(delegates.row('Sample-Delta')).toContainText('Accepted');
}
