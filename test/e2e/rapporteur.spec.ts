import { keptDraft } from './support/browser-data';
import { expect, test } from './support/test';

/** The rapporteur: an agenda whose numbers follow, and a text that goes from draft to agreed. */
const MEETING = {
  title: 'Expert meeting for rapporteurs',
  firstDay: '2026-06-10',
  lastDay: '2026-06-11',
  timeZone: 'Europe/Vienna',
};

test.beforeEach(async ({ rostrum }) => {
  await rostrum.openOwnMeeting(MEETING);
});

test('items are added, nested and moved, and the numbers follow', async ({ rostrum, page }) => {
  const { agenda, frame } = rostrum;
  await frame.go('agenda');
  await expect(page.getByText('The agenda is empty')).toBeVisible();

  await agenda.addItem('Opening of the meeting');
  await agenda.addItem('Trends');
  await agenda.addItem('Recommendations');
  await agenda.addItem('Laboratories', '2 Trends');
  // The box keeps its parent, so that the next one goes to the same place.
  await agenda.addItem('Finance');
  expect(await agenda.list()).toEqual([
    '1 Opening of the meeting',
    '2 Trends',
    '2(a) Laboratories',
    '2(b) Finance',
    '3 Recommendations',
  ]);

  await agenda.moveUp('3').click();
  await expect(agenda.titleOf('2')).toHaveValue('Recommendations');
  // By the keyboard, from within the title.
  await agenda.titleOf('3(b)').press('Alt+ArrowUp');
  await expect(agenda.titleOf('3(a)')).toHaveValue('Finance');
  expect(await agenda.list()).toEqual([
    '1 Opening of the meeting',
    '2 Recommendations',
    '3 Trends',
    '3(a) Finance',
    '3(b) Laboratories',
  ]);

  await agenda.titleOf('3').fill('Trends in trafficking');
  await agenda.titleOf('3').press('Enter');
  await agenda.setState('1', 'under-discussion');
  await agenda.remove('2').click();
  await frame.expectSaid('“Recommendations” removed');
  await expect(agenda.titleOf('2')).toHaveValue('Trends in trafficking');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(agenda.titleOf('2')).toHaveValue('Recommendations');

  // All of it is in the journal, not only on the screen.
  await page.reload();
  await expect(agenda.titleOf('3')).toHaveValue('Trends in trafficking');
  await expect(agenda.stateOf('1')).toHaveValue('Under discussion');
  await expect(agenda.items).toHaveCount(5);
});

test('an item without a title is refused where it stands', async ({ rostrum, page }) => {
  const { agenda, frame } = rostrum;
  await frame.go('agenda');
  await agenda.newItem.fill('   ');
  await agenda.newItem.press('Enter');
  await expect(page.getByText('An item needs a title.')).toBeVisible();
  await expect(agenda.newItem).toBeFocused();
  await expect(agenda.items).toHaveCount(0);
});

test('a recommendation goes from draft to agreed, and stays as it was agreed', async ({
  rostrum,
}) => {
  const { agenda, recommendations: page, frame, settings } = rostrum;
  await frame.go('settings');
  await settings.yourName.fill('Test Rapporteur');
  await settings.yourName.press('Enter');
  await frame.expectSaid('Saved');
  await frame.go('agenda');
  await agenda.addItem('Recommendations');

  await frame.go('recommendations');
  await page.create.click();
  await page.choose(page.agendaItem, '1 Recommendations');
  await page.text('en').fill('States should exchange forensic profiles.');
  await page.text('ru').fill('Государствам следует обмениваться профилями.');
  // Leaving a text makes a version of it.
  await expect(page.versions).toHaveCount(1);
  await page.text('ru').blur();
  await expect(page.versions).toHaveCount(2);
  await page.discuss.click();
  await expect(page.editor).toContainText('Under discussion');

  await page.text('en').fill('States should regularly exchange forensic profiles.');
  await page.agree.click();
  await page.reservations.fill('Delegation X could not join the consensus.');
  await page.confirm.click();
  await frame.expectSaid('The agreement is recorded.');
  await expect(page.agreement).toBeHidden();

  await expect(page.editor).toContainText('Recommendation 1');
  await expect(page.editor).toContainText('Agreed');
  await expect(page.editor).toContainText(/agreed on \d/);
  await expect(page.editor).toContainText('Delegation X could not join the consensus.');
  const asAgreed = page.versions.filter({ hasText: 'as agreed' });
  await expect(asAgreed).toHaveCount(2);
  await expect(page.versions).toHaveCount(3);
  await expect(asAgreed.filter({ hasText: 'regularly exchange' })).toBeVisible();
  await expect(asAgreed.filter({ hasText: 'Test Rapporteur' })).toHaveCount(2);

  // A later edit is one version more; what was agreed keeps its mark.
  await page.text('en').fill('States may exchange forensic profiles.');
  await page.text('en').blur();
  await expect(page.versions).toHaveCount(4);
  await expect(page.versions.first()).toContainText('States may exchange');
  await expect(page.versions.first()).not.toContainText('as agreed');
  await expect(asAgreed).toHaveCount(2);
  await expect(asAgreed.filter({ hasText: 'regularly exchange' })).toBeVisible();
  await expect(page.heading).toBeVisible();
});

test('nothing can be agreed without a text', async ({ rostrum }) => {
  const { recommendations: page, frame } = rostrum;
  await frame.go('recommendations');
  await page.create.click();
  await page.discuss.click();
  await page.agree.click();
  await page.confirm.click();
  await frame.expectSaid('There is no text to agree on. Write it in at least one language first.');
  await expect(page.editor).toContainText('Under discussion');
  await expect(page.versions).toHaveCount(0);
});

test('text that was typed and not left survives a reload', async ({ rostrum, page: window }) => {
  const { recommendations: page, frame } = rostrum;
  await frame.go('recommendations');
  await page.create.click();
  await page.text('en').fill('A sentence that nobody has finished');
  await expect(page.mark('kept')).toBeVisible();
  await expect.poll(() => keptDraft(window, 'recommendation ')).toContain('nobody has finished');

  await window.reload();
  await expect(page.text('en')).toHaveValue('A sentence that nobody has finished');
  await expect(page.mark('kept')).toBeVisible();
  await expect(page.versions).toHaveCount(0);

  // Leaving it makes the version at last, and the draft is settled.
  await page.text('en').focus();
  await page.text('en').blur();
  await expect(page.versions).toHaveCount(1);
  await expect(page.mark('saved')).toBeVisible();
  await expect.poll(() => keptDraft(window, 'recommendation ')).toBe('');
});
