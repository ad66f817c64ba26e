import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test';

const MEETING = /Eighteenth/;

test('badges: all not yet printed, one lost, one lent; every print in the log', async ({
  rostrum,
  page,
}) => {
  const { start, meetings, frame } = rostrum;
  await start.openSample('en', 'Reception A');
  await meetings.link(MEETING).first().click();
  await frame.go('badges');
  const aside = page.getByRole('complementary', { name: 'Preview and printing' });
  await expect(
    aside
      .getByRole('img', { name: /^Preview: / })
      .locator('text')
      .first(),
  ).toBeVisible();

  const all = page.getByRole('button', { name: /^Print all \d+ not yet printed$/ });
  const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  const [download] = await Promise.all([page.waitForEvent('download'), all.click()]);
  const pdf = (await readFile(await download.path())).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(count);
  await expect(
    page.getByRole('main').getByText(new RegExp(`^${count} printed into badges-`)),
  ).toBeVisible();
  await expect(all).toHaveCount(0);

  // Lost: it is asked why, and the new badge has another code.
  const code = aside.locator('bdi').filter({ hasText: /^\w{4}-\w{4}-\w{4}-\w$/ });
  const before = await code.textContent();
  await aside.getByRole('button', { name: 'Print again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print once more?' });
  await dialog.getByRole('radio', { name: /^Lost/ }).check();
  const again = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Print again' }).click();
  await again;
  await expect(code).not.toHaveText(before ?? '');

  await page.getByText('Print log', { exact: true }).click();
  const newest = page.getByRole('grid').getByRole('row').nth(1);
  await expect(newest).toContainText('Reception A');
  await expect(newest).toContainText('Lost');

  await page.getByText('Floating badges', { exact: true }).click();
  await page.getByRole('button', { name: 'Make floating badges' }).click();
  const make = page.getByRole('dialog', { name: 'Make floating badges' });
  await make.getByRole('combobox', { name: 'Delegation' }).fill('Austria');
  await page.getByRole('option', { name: /^Austria/ }).click();
  await make.getByRole('button', { name: 'Make', exact: true }).click();
  await expect(make).toHaveCount(0);
  await page.getByRole('grid').getByRole('row').filter({ hasText: 'Austria' }).click();
  await aside.getByRole('combobox', { name: 'Lend to' }).fill('a');
  await page.getByRole('option').first().click();
  await aside.getByRole('button', { name: 'Lend', exact: true }).click();
  await expect(aside.getByText(/^Worn by /)).toBeVisible();
  await aside.getByRole('button', { name: 'Returned' }).click();
  await expect(aside.getByText(/^Worn by /)).toHaveCount(0);
});
