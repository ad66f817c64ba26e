import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Protection: set-up, the locked screen, its part of the set-up page. */
export class ProtectionPages {
  readonly mark: Locator;
  readonly locked: Locator;
  readonly passphrase: Locator;
  readonly problem: Locator;
  private readonly dialog: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.mark = page.getByRole('button', { name: t('protection:setUp.title') });
    this.locked = page.getByRole('heading', { name: t('protection:lock.title') });
    this.passphrase = page.getByLabel(t('protection:passphrase.label'), { exact: true });
    this.problem = page.getByRole('status');
    this.dialog = page.getByRole('dialog', { name: t('protection:setUp.title') });
  }

  /**
   * From the mark in the top bar through the three steps; gives the recovery code. `look` is shown
   * every step.
   */
  async setUp(
    passphrase: string,
    { wait = true, look }: { wait?: boolean; look?: (where: string) => Promise<void> } = {},
  ): Promise<string> {
    const { dialog, t } = this;
    await this.mark.first().click();
    const first = dialog.getByLabel(t('protection:passphrase.new'), { exact: true });
    await first.waitFor();
    await look?.('protection, ways');
    await first.fill(passphrase);
    await dialog.getByLabel(t('protection:passphrase.again'), { exact: true }).fill(passphrase);
    await dialog.getByRole('button', { name: t('protection:setUp.next') }).click();
    const list = dialog.getByRole('list', { name: t('protection:recovery.code') });
    await list.waitFor();
    await look?.('protection, sheet');
    const groups = await list
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.lastElementChild?.textContent ?? ''));
    for (const [at, group] of groups.entries()) {
      const field = dialog.getByLabel(t('protection:sheet.group', { number: at + 1 }), {
        exact: true,
      });
      if ((await field.count()) > 0) await field.fill(group);
    }
    await dialog.getByRole('button', { name: t('protection:setUp.protect') }).click();
    if (wait) {
      await dialog.getByRole('heading', { name: t('protection:setUp.done.title') }).waitFor();
      await look?.('protection, done');
      await dialog.getByRole('button', { name: t('protection:setUp.done.close') }).click();
      await expect(this.mark).toHaveCount(0);
    }
    return groups.join(' ');
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const name = this.t('protection:lockNow.action');
    await this.page.getByLabel(this.t('app:palette.placeholder')).fill(name);
    await this.page.keyboard.press('Enter');
    await this.locked.waitFor();
  }

  /** Types a passphrase at the locked screen. */
  async tryPassphrase(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.page.getByRole('button', { name: this.t('protection:lock.open') }).click();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.tryPassphrase(passphrase);
    await this.locked.waitFor({ state: 'detached' });
  }

  /** Chooses another way of opening, by the words of its link. */
  async other(kind: 'passphrase' | 'recovery' | 'operators'): Promise<void> {
    await this.page.getByRole('button', { name: this.t(`protection:lock.other.${kind}`) }).click();
  }

  async unlockByCode(code: string): Promise<void> {
    await this.other('recovery');
    await this.open(code);
  }

  /** Types the code where it is asked for. */
  async open(code: string): Promise<void> {
    await this.page.getByLabel(this.t('protection:recovery.code'), { exact: true }).fill(code);
    await this.page.getByRole('button', { name: this.t('protection:lock.open') }).click();
    await this.locked.waitFor({ state: 'detached' });
  }

  async unlockByPin(name: string, pin: string): Promise<void> {
    const field = this.page.getByLabel(this.t('protection:lock.pinOf', { name }), { exact: true });
    const choice = this.page.getByRole('button', { name, exact: true });
    // The only operator with a PIN is not asked who they are.
    await field.or(choice).waitFor();
    if (await choice.isVisible()) await choice.click();
    await field.fill(pin);
    await this.page.getByRole('button', { name: this.t('protection:lock.open') }).click();
    await this.locked.waitFor({ state: 'detached' });
  }
}
