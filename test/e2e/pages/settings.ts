import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Set-up: this desk, looks, data and backup. */
export class SettingsPage {
  readonly heading: Locator;
  /** The first operator's name, as long as they have none. */
  readonly yourName: Locator;
  readonly main: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('settings:title') });
    this.yourName = page.getByRole('textbox', { name: t('operators:yourName') });
    this.main = page.getByRole('main');
  }

  async chooseTheme(theme: 'light' | 'dark'): Promise<void> {
    const word = this.t(`settings:look.themes.${theme}`);
    await this.main.getByText(word, { exact: true }).click();
    await expect(this.page.getByRole('radio', { name: word, exact: true })).toBeChecked();
  }
}
