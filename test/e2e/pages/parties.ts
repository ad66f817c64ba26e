import type { Download, Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

/** The registry of countries and organizations, and the page of one of them. */
export class PartiesPages {
  readonly heading: Locator;
  readonly add: Locator;
  readonly search: Locator;
  readonly rows: Locator;
  readonly dialog: Locator;
  /** In the form of a new party. */
  readonly country: Locator;
  readonly create: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    const main = page.getByRole('main');
    this.heading = page.getByRole('heading', { level: 1, name: t('parties:title'), exact: true });
    this.add = main.getByRole('link', { name: t('parties:add') });
    this.search = page.getByRole('textbox', { name: t('parties:search') });
    this.rows = page.getByRole('grid', { name: t('parties:title') }).getByRole('row');
    this.dialog = page.getByRole('dialog');
    this.country = page.getByRole('combobox', { name: t('parties:form.country') });
    this.create = main.getByRole('button', { name: t('parties:form.add') });
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** From the registry to the page of the one party that is found. */
  async open(words: string, title: string): Promise<void> {
    await this.search.fill(words);
    await this.row(title).click();
    await this.title(title).waitFor();
  }

  title(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** A part of a party's page, by the key of its title. */
  part(name: 'about' | 'names' | 'designations' | 'focalPoints' | 'meetings'): Locator {
    const title = this.t(`parties:part.${name}`);
    const heading = this.page.getByRole('heading', { name: title, exact: true });
    return this.page.locator('section').filter({ has: heading });
  }

  /** Fills in the form with a country of the list, and adds it. */
  async addCountry(name: string): Promise<void> {
    await this.add.click();
    await this.country.click();
    await this.country.fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.create.click();
    await this.title(name).waitFor();
  }

  /** Gives the party a new code and English name from a day on. */
  async rename(from: string, code: string, name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('parties:rename.open') }).click();
    await this.dialog.getByLabel(this.t('parties:rename.from')).fill(from);
    await this.dialog.getByLabel(this.t('parties:field.code')).fill(code);
    await this.dialog.getByLabel(this.t('domain:language.en')).fill(name);
    await this.dialog.getByRole('button', { name: this.t('parties:rename.confirm') }).click();
  }

  /** Ends the present status with its last day. */
  async end(lastDay: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('parties:status.open') }).click();
    await this.dialog.getByRole('radio', { name: this.t('parties:status.end') }).check();
    await this.dialog.getByLabel(this.t('parties:field.lastDay')).fill(lastDay);
    await this.dialog.getByRole('button', { name: this.t('parties:status.confirm') }).click();
  }

  /** The registry as CSV, which in a browser is a download. */
  async export(focalPoints: 'with' | 'without'): Promise<Download> {
    const open = this.t('parties:export.open');
    await this.page.getByRole('button', { name: open, exact: true }).click();
    const name = this.t(`parties:export.${focalPoints}FocalPoints`);
    return this.downloadOf(this.page.getByRole('menuitem', { name, exact: true }));
  }

  /** The profile on one page as PDF. */
  async profile(names: 'with' | 'without'): Promise<Download> {
    await this.page.getByRole('button', { name: this.t('parties:profile.open') }).click();
    await this.dialog
      .getByRole('radio', { name: this.t(`parties:profile.${names}`), exact: true })
      .check();
    return this.downloadOf(
      this.dialog.getByRole('button', { name: this.t('parties:profile.print') }),
    );
  }

  /** A registry in, up to its preview. */
  async preview(name: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('parties:import.open') }).click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('group').getByRole('button').click();
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    await this.verdicts.waitFor();
  }

  /** How many lines there are of each verdict. */
  get verdicts(): Locator {
    return this.dialog.getByRole('radiogroup', { name: this.t('parties:import.show') });
  }

  take(count: number): Locator {
    const name = this.t('parties:import.take', { count, number: count });
    return this.dialog.getByRole('button', { name });
  }

  private async downloadOf(button: Locator): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await button.click();
    return download;
  }
}
