import type { Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Everybody over all meetings, who may be recorded twice, and the page of one person. */
export class PeoplePages {
  readonly heading: Locator;
  readonly search: Locator;
  readonly rows: Locator;
  readonly pairs: Locator;
  readonly current: Locator;
  readonly records: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('people:title'), exact: true });
    this.search = page.getByRole('textbox', { name: t('people:search') });
    this.rows = page.getByRole('grid', { name: t('people:title') }).getByRole('row');
    const list = page.getByRole('list', { name: t('people:part.duplicates') });
    this.pairs = list.locator('> li');
    this.current = list.locator('> li[aria-current]');
    const heading = page.getByRole('heading', { name: t('people:otherRecords') });
    this.records = page.locator('section').filter({ has: heading });
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  async show(part: 'all' | 'duplicates'): Promise<void> {
    const name = new RegExp(`^${this.t(`people:part.${part}`)}`);
    await this.page.getByRole('tab', { name }).click();
  }

  /** From the list to the page of the one person that is found. */
  async open(words: string, name: string): Promise<void> {
    await this.search.fill(words);
    await this.row(name).click();
    await this.records.waitFor();
  }

  /** Takes the only other record out again. */
  async part(): Promise<void> {
    await this.records.getByRole('button', { name: this.t('people:unmerge') }).click();
  }
}
