import { expect, test } from './support/test';

/** Somebody who types without haste, ms between two keys; a scanner's are a few milliseconds apart. */
const KEY_MS = 90;
const QUEUE_MS = 15_000;
const MEETING = /Eighteenth/;

test('a walk-in by keyboard, in the time that a queue allows; approved from Delegates', async ({
  rostrum,
  page,
}) => {
  const { start, meetings, desk, frame, delegates } = rostrum;
  await start.openSample('en', 'Reception A');
  await meetings.link(MEETING).first().click();
  await frame.go('desk');
  const answer = desk.answer;
  const type = (text: string) => page.keyboard.type(text, { delay: KEY_MS });
  await desk.box.focus();

  const began = Date.now();
  await type('Aurelia Maria Onova-X');
  await expect(desk.rows.last()).toContainText('Walk-in');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Walk-in' });
  await expect(form.getByRole('combobox', { name: 'Delegation' })).toBeFocused();
  // The key that opened the form has not sent it.
  await expect(form.getByText(/^Choose the delegation/)).toHaveCount(0);
  await type('aut');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(answer).toContainText('Aurelia Maria Onova-X');
  expect(Date.now() - began).toBeLessThan(QUEUE_MS);
  await expect(answer).toHaveAttribute('data-tone', 'welcome');
  await expect(answer).toContainText('provisional');
  await expect(desk.box).toBeFocused();

  // The same name again: who is known is shown before anything is saved, and is already here.
  await type('Onova-X Aurelia');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await type('aut');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('listbox', { name: /^One of these/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(answer).toHaveAttribute('data-tone', 'already');
  await expect(desk.box).toBeFocused();

  await frame.go('delegates');
  await page.getByRole('button', { name: /Walk-ins to approve/ }).click();
  await delegates.row('Aurelia Maria Onova-X').click();
  await delegates.panel.getByRole('button', { name: 'Accept' }).click();
  await frame.expectSaid(/nomination accepted/);
  await delegates.closePanel();
  await expect(delegates.row('Aurelia Maria Onova-X')).toHaveCount(0);
});

test('a substitute takes over a seat by keyboard; the one replaced is not let in', async ({
  rostrum,
  page,
}) => {
  const { start, meetings, desk, frame } = rostrum;
  await start.openSample('en', 'Reception A');
  await meetings.link(MEETING).first().click();
  await frame.go('desk');
  const [seated = ''] = await desk.nominees(1);
  const type = (text: string) => page.keyboard.type(text, { delay: KEY_MS });
  await desk.box.fill('');
  await type(seated);
  await expect(desk.results.first()).toContainText(seated);
  await page.keyboard.press('Alt+s');
  const form = page.getByRole('form', { name: `Substitute for ${seated}` });
  await expect(form.getByRole('textbox', { name: 'Full name' })).toBeFocused();
  await type('Aurelia Onova-X');
  await page.keyboard.press('Enter');
  await type('Head of delegation');
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText('Aurelia Onova-X');
  await expect(desk.answer).toHaveAttribute('data-tone', 'welcome');

  await desk.checkIn(seated, seated);
  await expect(desk.answer).toHaveAttribute('data-tone', 'refused');
  await expect(desk.answer).toContainText('Aurelia Onova-X');
});
