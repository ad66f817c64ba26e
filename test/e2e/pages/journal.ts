import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** What was done, by whom, when; and whether it is still as it was written. */
export class JournalPage {
  readonly heading: Locator;
  readonly rows: Locator;
  readonly detail: Locator;
  readonly verify: Locator;
  readonly verified: Locator;
  readonly faults: Locator;
  readonly export: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('journal:title') });
    this.rows = page.getByRole('grid', { name: t('journal:list') }).getByRole('row');
    this.detail = page.getByRole('region', { name: t('journal:detail.label') });
    this.verify = page.getByRole('button', { name: t('journal:verify.now') });
    this.verified = page.getByRole('main').getByRole('status');
    this.faults = this.verified.getByRole('listitem');
    this.export = page.getByRole('button', { name: t('journal:export.open') });
  }

  /** The newest act that says this. */
  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** Shows an act in full. */
  async open(text: string | RegExp): Promise<void> {
    await this.row(text).click();
    await expect(this.detail).toBeVisible();
  }

  async chooseKind(kind: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.t('journal:filter.kind') }).click();
    const name = this.t(`journal:kind.${kind}`);
    await this.page.getByRole('option', { name, exact: true }).click();
  }
}
