import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** The agenda of a meeting. */
export class AgendaPage {
  readonly heading: Locator;
  readonly newItem: Locator;
  readonly under: Locator;
  readonly minutes: Locator;
  readonly session: Locator;
  readonly add: Locator;
  readonly items: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('agenda:title') });
    this.newItem = page.getByRole('textbox', { name: t('agenda:newItem') });
    this.under = page.getByRole('combobox', { name: t('agenda:under') });
    this.session = page.getByRole('combobox', { name: t('agenda:session') });
    this.minutes = page.getByRole('textbox', { name: t('agenda:minutes') });
    this.add = page.getByRole('button', { name: t('agenda:add') });
    this.items = page.getByRole('list', { name: t('agenda:title') }).getByRole('listitem');
  }

  /** The title of the item that has this number, to be read or written. */
  titleOf(number: string): Locator {
    return this.page.getByRole('textbox', {
      name: this.t('agenda:titleOf', { number }),
      exact: true,
    });
  }

  stateOf(number: string): Locator {
    return this.page.getByRole('combobox', {
      name: this.t('agenda:stateOf', { number }),
      exact: true,
    });
  }

  moveUp(number: string): Locator {
    return this.page.getByRole('button', {
      name: this.t('agenda:moveUpOf', { number }),
      exact: true,
    });
  }

  remove(number: string): Locator {
    return this.page.getByRole('button', {
      name: this.t('agenda:removeOf', { number }),
      exact: true,
    });
  }

  /** Adds an item at the end of the top level, or under another one. */
  async addItem(title: string, under?: string): Promise<void> {
    const before = await this.items.count();
    await this.newItem.fill(title);
    if (under !== undefined) {
      await this.under.click();
      await this.page.getByRole('option', { name: under, exact: true }).click();
    }
    await this.newItem.press('Enter');
    await expect(this.items).toHaveCount(before + 1);
    await expect(this.newItem).toHaveValue('');
  }

  async setState(number: string, state: string): Promise<void> {
    await this.stateOf(number).click();
    await this.page.getByRole('option', { name: this.t(`agenda:state.${state}`) }).click();
  }

  /** Number and title of every item, from top to bottom. */
  async list(): Promise<string[]> {
    const rows = await this.items.all();
    return Promise.all(
      rows.map(async (row) => {
        const number = (await row.innerText()).split('\n')[0] ?? '';
        return `${number} ${await row.getByRole('textbox').first().inputValue()}`;
      }),
    );
  }
}
