import { expect } from '@playwright/test';
import type { Rostrum } from '../pages/rostrum';

/** Looks at the page as it stands; `where` says which. */
export type Look = (where: string) => Promise<void>;

async function operators(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, operators: page, page: window, t } = rostrum;
  await frame.go('settings');
  await page.nameYourself('Anna Musterfrau');
  await look('operators');
  await page.introduce.click();
  await page.dialog.waitFor();
  await look('operators, introducing roles');
  await page.closePanel();
  await page.introduceRoles();
  await page.add.click();
  await page.dialog.waitFor();
  await look('operators, adding one');
  await page.closePanel();
  await page.addOne('Boris Beispiel', 'registration');
  await page.change('Boris Beispiel');
  await look('operators, one of them');
  await page.setPin('2580');
  await look('operators, one with a PIN');
  await page.closePanel();
  await frame.dismiss();
  await window.keyboard.press('F8');
  await page.quickSwitch.waitFor();
  await look('quick switch');
  await window.keyboard.press('Escape');
  await page.switchTo('boris');
  await page.typePin('1111');
  await expect(page.quickSwitch).toContainText(t('operators:refused.wrong'));
  await look('quick switch, wrong PIN');
  await page.typePin('2580');
  await page.quickSwitch.waitFor({ state: 'detached' });
  await look('operators, not permitted');
  await page.switchTo('anna');
  await page.expectAtWork('Anna Musterfrau', 'coordinator');
}

async function journal(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, journal: page, page: window, t } = rostrum;
  await frame.go('journal');
  await page.rows.nth(1).waitFor();
  await look('journal');
  await page.rows.nth(1).click();
  await page.detail.waitFor();
  await look('journal, an act');
  await page.verify.click();
  await page.verified.filter({ hasText: t('journal:verify.soundTitle') }).waitFor();
  await look('journal, verified');
  await page.export.click();
  await window.getByRole('dialog').waitFor();
  await look('journal, export');
  await window.keyboard.press('Escape');
}

async function personalData(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, personal } = rostrum;
  await frame.go('personal');
  const names = await personal.dueNames(2);
  await look('personal data, due');
  await personal.show('person');
  await look('personal data, nobody chosen');
  await personal.find('ma', '');
  await look('personal data, one person');
  await personal.show('due');
  await personal.askForDue(names);
  await look('personal data, forgetting');
  await personal.confirm(names.length);
  await look('personal data, forgotten');
  await personal.close();
  await personal.show('forgotten');
  await expect(personal.forgotten).toHaveCount(names.length);
  await look('personal data, the forgotten');
}

async function protection(rostrum: Rostrum, look: Look): Promise<void> {
  const { protection: page, frame } = rostrum;
  await frame.go('settings');
  const code = await page.setUp('four quiet words stand here', { look });
  await look('set-up of a protected desk');
  await page.lock();
  await look('locked');
  await page.tryPassphrase('something else altogether');
  await expect(page.problem.filter({ hasText: /./ })).toHaveCount(1);
  await look('locked, wrong passphrase');
  await page.other('recovery');
  await look('locked, recovery sheet');
  await page.open(code);
}

/** What is printed for a meeting, and who has come to it; the meeting is the one in the rail. */
export async function paperwork(rostrum: Rostrum, look: Look): Promise<void> {
  const { frame, page: window, t } = rostrum;
  const main = window.getByRole('main');
  await frame.go('badges');
  await main.locator('figure svg').first().waitFor();
  await look('badges');
  await frame.go('arrivals');
  await main.getByRole('region', { name: t('arrivals:figures') }).waitFor();
  await main.locator('.recharts-bar-rectangle').first().waitFor();
  await look('arrivals');
  await main.getByText(t('arrivals:form.table'), { exact: true }).click();
  await main.getByRole('table').waitFor();
  await main.getByText(t('arrivals:figure.here'), { exact: true }).last().click();
  await main.getByRole('grid', { name: t('arrivals:list.here') }).waitFor();
  await look('arrivals, as numbers, and who is here');
  await frame.go('paper');
  await main.getByRole('grid').getByRole('row').nth(1).waitFor();
  await look('sign-in sheets');
}

/** Ways through the pages about who did what, and about what is kept of whom; each on the sample. */
export const WALKS = [
  [
    'operators and journal',
    async (rostrum: Rostrum, look: Look) => {
      await operators(rostrum, look);
      await journal(rostrum, look);
    },
  ],
  [
    'personal data and protection',
    async (rostrum: Rostrum, look: Look) => {
      await personalData(rostrum, look);
      await protection(rostrum, look);
    },
  ],
] as const;
