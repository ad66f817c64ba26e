import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { expect, test } from './support/test';

/** The registry: who is a partner since when, what it is and was called, out as a file and in. */
const textOf = async (download: Download): Promise<string> =>
  (await readFile(await download.path(), 'utf8')).replace(/^\uFEFF/, '');

test('a party is added, renamed from a day on, and another one ends', async ({ rostrum, page }) => {
  const { t, frame, parties } = rostrum;
  await rostrum.start.createOnParisPact('en', 'Reception A', 'Test programme');
  await frame.go('parties');
  await expect(page.getByText('81')).toBeVisible();
  await parties.addCountry('Argentina');
  await frame.expectSaid(t('parties:added'));
  await expect(parties.part('names')).toContainText('Аргентина');

  await parties.rename('', 'EXA', 'Example Republic');
  await expect(parties.dialog).toContainText(t('parties:problem.date-missing'));
  await parties.dialog.getByLabel(t('parties:rename.from')).fill('2024-07-01');
  await parties.dialog.getByRole('button', { name: t('parties:rename.confirm') }).click();
  await frame.expectSaid(t('parties:rename.done'));
  await parties.title('Example Republic').waitFor();
  await expect(parties.part('designations')).toContainText('Argentina');
  await expect(parties.part('designations')).toContainText('until 30 Jun 2024');

  // Found by what it was called, in any language.
  await frame.go('parties');
  await parties.open('аргентина', 'Example Republic');

  await frame.go('parties');
  await parties.open('Албания', 'Albania');
  await parties.end('');
  await expect(parties.dialog).toContainText(t('parties:problem.date-missing'));
  await parties.dialog.getByLabel(t('parties:field.lastDay')).fill('2024-12-31');
  await parties.dialog.getByRole('button', { name: t('parties:status.confirm') }).click();
  await frame.expectSaid(t('parties:status.done'));
  await expect(parties.part('about')).toContainText('until 31 Dec 2024');
  await frame.go('parties');
  await page
    .getByRole('radiogroup', { name: t('parties:field.status') })
    .getByText(t('parties:statuses.none'), { exact: true })
    .click();
  await expect(parties.row('Albania')).toBeVisible();
  await expect(parties.rows).toHaveCount(2);
});

test.describe('of the sample', () => {
  test.beforeEach(async ({ rostrum }) => {
    await rostrum.start.openSample('en', 'Reception A');
    await rostrum.frame.go('parties');
    await rostrum.parties.rows.nth(5).waitFor();
  });

  test('the registry goes out as CSV and comes back, changed where it was changed', async ({
    rostrum,
  }) => {
    const { frame, parties, t } = rostrum;
    const out = await parties.export('with');
    expect(out.suggestedFilename()).toMatch(/^parties-\d{4}-\d\d-\d\d\.csv$/);
    const text = await textOf(out);
    expect(text).toContain('focal.point.alb@example.org');
    const without = await textOf(await parties.export('without'));
    expect(without).not.toContain('@example.org');

    await parties.preview('parties.csv', text);
    const count = (verdict: string, number: number) =>
      parties.verdicts.getByText(`${t(`parties:import.verdicts.${verdict}`)} ${number}`, {
        exact: true,
      });
    await expect(count('same', 81)).toBeVisible();
    await expect(parties.take(0)).toBeDisabled();
    await parties.dialog.getByRole('button', { name: t('ui:close') }).click();

    const [heading = ''] = text.split(/\r?\n/, 1);
    const values: Record<string, string> = { kind: 'organization', code: 'EXAMPLE' };
    values['name_en'] = 'Example Organization (synthetic)';
    values['statuses'] = 'observer 2026-01-01/..';
    const added = heading.split(',').map((column) => values[column] ?? '');
    const changed = text.replace('focal.point.alb@', 'other.point.alb@').trimEnd();
    await parties.preview('parties.csv', `${changed}\r\n${added.join(',')}\r\n`);
    await expect(count('new', 1)).toBeVisible();
    await expect(count('changed', 1)).toBeVisible();
    await expect(count('same', 80)).toBeVisible();
    await parties.take(2).click();
    await frame.expectSaid(t('parties:import.done', { count: 2, number: 2 }));
    // Not “example” alone: every focal point's address has it.
    await parties.search.fill('example organ');
    await expect(parties.row('EXAMPLE')).toContainText(t('domain:partyStatus.observer'));
    await parties.open('alb', 'Albania');
    await expect(parties.part('focalPoints')).toContainText('other.point.alb@example.org');
  });

  test('the page of a party says who came to which meeting, and prints on one sheet', async ({
    rostrum,
  }) => {
    const { frame, parties, t } = rostrum;
    await parties.open('Turkey', 'Türkiye');
    await expect(parties.part('designations')).toContainText('Turkey');
    await expect(parties.part('meetings')).toContainText(/\d+ in person/);
    await expect(parties.part('focalPoints')).toContainText('focal.point.tur@example.org');
    for (const names of ['without', 'with'] as const) {
      const profile = await parties.profile(names);
      expect(profile.suggestedFilename()).toMatch(/^profile-TUR-\d{4}-\d\d-\d\d\.pdf$/);
      const bytes = await readFile(await profile.path());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      // One sheet.
      expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await frame.expectSaid(t('parties:profile.saved', { name: profile.suggestedFilename() }));
    }
  });
});
