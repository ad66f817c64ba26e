import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** What is kept about people, and how it is forgotten. */
export class PersonalDataPages {
  readonly heading: Locator;
  readonly dialog: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('personal:title') });
    this.dialog = page.getByRole('dialog');
  }

  async show(part: 'due' | 'person' | 'forgotten'): Promise<void> {
    const name = new RegExp(`^${this.t(`personal:part.${part}`)}`);
    await this.page.getByRole('tab', { name }).click();
  }

  /** Finds somebody by a part of the name and shows what is kept about them. */
  async find(typed: string, name: string): Promise<void> {
    await this.show('person');
    const find = this.page.getByRole('combobox', { name: this.t('personal:person.find') });
    await find.fill(typed);
    await this.page.getByRole('option', { name }).first().click();
    await this.page.getByRole('button', { name: this.t('personal:forget.person') }).waitFor();
  }

  /** Forgets whoever is shown, at their request; ends with the certificate on offer. */
  async forget(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('personal:forget.person') }).click();
    await this.dialog.getByRole('checkbox', { name: this.t('personal:forget.understood') }).check();
    const confirm = this.dialog.getByRole('button', { name: this.t('personal:forget.confirm') });
    await expect(confirm).toBeEnabled();
    await confirm.click();
    await this.dialog.getByText(this.t('personal:done.title', { count: 1, number: '1' })).waitFor();
  }

  async close(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: this.t('ui:close') })
      .last()
      .click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
