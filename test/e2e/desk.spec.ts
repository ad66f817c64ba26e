import { expect, test } from './support/test';

/** The queue at the desk, without a mouse: from the first delegate to the end of the session. */

/** The sample's meeting sits on this day; its doors are open. */
const MORNING = '2026-06-10T07:45:00Z';
/** The morning has ended, the afternoon has not begun. */
const NOON = '2026-06-10T11:20:00Z';
const QUEUE = 40;

test('forty in a row, a delegation, the end of the session, and a correction, by keyboard alone', async ({
  rostrum,
  page,
}) => {
  const { desk, frame, t } = rostrum;
  await page.clock.setFixedTime(MORNING);
  await rostrum.openDemonstration();
  await desk.expectReady();
  const before = await desk.figures();
  const queue = (await desk.missingPeople(QUEUE)).slice(0, QUEUE);
  expect(queue.length).toBe(QUEUE);

  await page.keyboard.press('F2');
  await expect(desk.box).toBeFocused();
  for (const name of queue) {
    await desk.typeName(name);
    await expect(desk.results.first()).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(desk.answer).toContainText(name);
    await expect(desk.answer).toContainText(t('desk:welcome'));
    await expect(desk.box).toBeFocused();
  }
  await desk.expectFigures({ here: before.here + QUEUE });
  await expect(desk.lastActions).toHaveCount(20);

  // The last one is taken back from the empty box, and comes in again.
  await page.keyboard.press('Control+z');
  await desk.expectFigures({ here: before.here + QUEUE - 1 });
  const last = queue.at(-1) ?? '';
  await desk.typeName(last);
  await expect(desk.results.first()).toContainText(last);
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText(t('desk:welcome'));
  await desk.expectFigures({ here: before.here + QUEUE });

  // A delegation: looked at, checked in as one act, and taken back as one.
  const [delegation = ''] = (await desk.incompleteDelegations()).slice(-1);
  await desk.type(delegation);
  await expect(desk.rows.last()).toContainText(t('desk:walkIn'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const list = page.getByRole('region', { name: delegation, exact: true });
  const everybody = list.getByRole('button', { name: /^Check in \d/ });
  const count = Number(/\d+/.exec(await everybody.innerText())?.[0]);
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText(t('desk:group.delegation', { count }));
  await desk.expectFigures({ here: before.here + QUEUE + count });
  await page.keyboard.press('Control+z');
  await desk.expectFigures({ here: before.here + QUEUE });

  // The morning is over: everybody who is still inside is closed out, after a look at the count.
  await page.clock.setFixedTime(NOON);
  await page.reload();
  await desk.expectReady();
  await expect(page.getByRole('button', { name: /has ended: \d+ inside/ })).toBeVisible();
  await page.keyboard.press('Alt+O');
  await expect(page.getByText(/\d+ people are still inside/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk.answer).toContainText(/\d+ closed out/);
  await expect.poll(async () => (await desk.figures()).left).toBeGreaterThanOrEqual(QUEUE);

  // One of them is corrected, with the reason; the original stays.
  await desk.typeName(last);
  await expect(desk.results.first()).toContainText(last);
  await page.keyboard.press('Alt+C');
  const record = page.getByRole('region', { name: t('desk:record.titleOf', { name: last }) });
  const correct = record.getByRole('button', { name: t('desk:record.correct'), exact: true });
  await correct.last().focus();
  await page.keyboard.press('Enter');
  const reason = record.getByRole('textbox', { name: t('desk:record.reason') });
  await expect(reason).toBeFocused();
  await desk.type('left earlier');
  await record.getByRole('textbox', { name: t('desk:record.time'), exact: true }).focus();
  await page.keyboard.press('Control+a');
  await desk.type('1200');
  await page.keyboard.press('Enter');
  await frame.expectSaid(t('desk:record.saved'));
  await expect(record.locator('[data-retracted="true"]').last()).toContainText('left earlier');
  await page.keyboard.press('Escape');
  await expect(record).toBeHidden();
  await expect(desk.box).toBeFocused();
});
