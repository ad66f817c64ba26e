import { expect, type Download, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Documents of a meeting or of its year: chosen, looked at, saved. */
export class ExportsPage {
  readonly heading: Locator;
  readonly save: Locator;
  readonly personal: Locator;
  readonly preview: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('exports:title') });
    this.save = page.getByRole('button', { name: t('exports:save') });
    this.personal = page.getByRole('note');
    this.preview = page.getByRole('table');
  }

  async chooseDocument(document: 'attendance' | 'participants'): Promise<void> {
    const name = this.t(`exports:document.${document}.name`);
    await this.page.getByRole('radio', { name, exact: true }).check();
  }

  async chooseScope(of: 'meeting' | 'year', year: number): Promise<void> {
    await this.choose(this.t('exports:of.label'), this.t(`exports:of.${of}`, { year }));
  }

  async chooseAudience(audience: 'outside' | 'inside'): Promise<void> {
    await this.choose(this.t('exports:audience.label'), this.t(`exports:audience.${audience}`));
  }

  async chooseFormat(format: 'xlsx' | 'csv'): Promise<void> {
    await this.choose(this.t('exports:format.label'), this.t(`exports:format.${format}`));
  }

  /** Saves through the shell, which in a browser is a download. */
  async download(): Promise<Download> {
    await expect(this.save).toBeEnabled();
    const download = this.page.waitForEvent('download');
    await this.save.click();
    return download;
  }

  private async choose(label: string, option: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: label, exact: true })
      .getByText(option, { exact: true })
      .click();
  }
}
