import type { Download, Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Letters to focal points: chosen among the delegations, looked at, saved. */
export class LettersPage {
  readonly dialog: Locator;
  readonly parties: Locator;
  readonly subject: Locator;
  readonly body: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.dialog = page.getByRole('dialog', { name: t('letters:title') });
    this.parties = this.dialog.getByRole('list', { name: t('letters:parties') });
    this.subject = this.dialog.getByRole('textbox', { name: t('letters:subject') });
    this.body = this.dialog.getByRole('textbox', { name: t('letters:body') });
  }

  /** Marks every delegation and opens the letters to them. */
  async toAll(): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: this.t('nominations:view.label') })
      .getByText(this.t('nominations:view.delegations'), { exact: true })
      .click();
    const list = this.page.getByRole('grid', { name: this.t('nominations:delegation.list') });
    await list.getByRole('checkbox', { name: this.t('ui:table.markAll') }).check();
    await this.page.getByRole('button', { name: this.t('nominations:bulk.letters') }).click();
    await this.dialog.waitFor();
  }

  async choose(party: string): Promise<void> {
    await this.parties.getByRole('button', { name: party }).click();
  }

  /** All letters in one archive, which in a browser is a download. */
  async saveAll(): Promise<Download> {
    const [before = '', after = ''] = this.t('letters:saveAll', { count: 5, number: '#' }).split(
      '#',
    );
    const download = this.page.waitForEvent('download');
    const name = new RegExp(`^${before}\\d+${after}$`);
    await this.dialog.getByRole('button', { name }).click();
    return download;
  }
}
