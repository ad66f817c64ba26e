import { expect, type Download, type Locator, type Page } from '@playwright/test';
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

  /** Those whose time is over, as they are listed. */
  get due(): Locator {
    return this.page.getByRole('grid', { name: this.t('personal:due.title') }).getByRole('row');
  }

  /** Those who were forgotten, by their reference. */
  get forgotten(): Locator {
    return this.page.getByRole('gridcell', { name: /^#[0-9a-f]{8}$/ });
  }

  /** Names of the first so many whose time is over. */
  async dueNames(count: number): Promise<string[]> {
    const name = new RegExp(`^${this.t('personal:due.chooseOne', { name: '' }).trim()} `);
    const boxes = this.due.getByRole('checkbox', { name });
    await boxes.first().waitFor();
    const labels = await boxes.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    return labels.slice(0, count).map((label) => label.replace(name, ''));
  }

  /** Opens the dialog that forgets these people, whose time is over. */
  async askForDue(names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.due
        .getByRole('checkbox', { name: this.t('personal:due.chooseOne', { name }), exact: true })
        .check();
    }
    const values = { count: names.length, number: names.length };
    await this.page.getByRole('button', { name: this.t('personal:forget.people', values) }).click();
    await this.dialog.waitFor();
  }

  /** Opens the dialog that forgets whoever is shown. */
  async ask(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('personal:forget.person') }).click();
    await this.dialog.waitFor();
  }

  /** Forgets whoever is shown, at their request; ends with the certificate on offer. */
  async forget(): Promise<void> {
    await this.ask();
    await this.confirm(1);
  }

  /** Confirms what the dialog asks; ends with the certificate on offer. */
  async confirm(count: number): Promise<void> {
    await this.dialog.getByRole('checkbox', { name: this.t('personal:forget.understood') }).check();
    const confirm = this.dialog.getByRole('button', { name: this.t('personal:forget.confirm') });
    await expect(confirm).toBeEnabled();
    await confirm.click();
    const values = { count, number: count };
    await this.dialog.getByText(this.t('personal:done.title', values)).waitFor();
  }

  /** Saves the certificate, which in a browser is a download. */
  saveCertificate(): Promise<Download> {
    return this.download(
      this.dialog.getByRole('button', { name: this.t('personal:certificate.save') }),
    );
  }

  /** Saves everything that is kept about whoever is shown. */
  saveFile(): Promise<Download> {
    return this.download(this.page.getByRole('button', { name: this.t('personal:file.save') }));
  }

  private async download(button: Locator): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await button.click();
    return download;
  }

  async close(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: this.t('ui:close') })
      .last()
      .click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
