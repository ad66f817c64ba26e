import type { Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

export type Pile = 'confirm' | 'unmatched' | 'linked' | 'nobody';

/** Reports of the platforms, and who is behind each login. */
export class VirtualPage {
  readonly heading: Locator;
  readonly drop: Locator;
  readonly take: Locator;
  readonly discard: Locator;
  readonly timeZone: Locator;
  readonly issues: Locator;
  readonly decided: Locator;
  readonly open: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('virtual:title') });
    this.drop = page.getByRole('group', { name: t('virtual:drop') });
    this.take = page.getByRole('button', { name: t('virtual:take'), exact: true });
    this.discard = page.getByRole('button', { name: t('virtual:discard') });
    this.timeZone = page.getByRole('combobox', { name: t('virtual:timeZone') });
    this.issues = page.getByRole('list', { name: t('virtual:issues') }).getByRole('listitem');
    this.decided = page.getByRole('grid', { name: t('virtual:decidedLogins') }).getByRole('row');
    this.open = page.getByRole('main').getByRole('listitem');
  }

  /** Chooses a report by the button, as the keyboard would. */
  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.drop.getByRole('button').click();
    await (await chooser).setFiles(file);
  }

  /** What was recognised: names and values, as they stand on the page. */
  async facts(): Promise<Record<string, string>> {
    await this.take.waitFor();
    const names = await this.page.getByRole('term').allInnerTexts();
    const values = await this.page.getByRole('definition').allInnerTexts();
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  }

  async showPile(pile: Pile): Promise<void> {
    const name = new RegExp(`^${this.t(`virtual:pile.${pile}`)} \\(`);
    await this.page
      .getByRole('radiogroup', { name: this.t('virtual:piles') })
      .getByText(name)
      .click();
  }

  /** How many logins a pile has, as its button says. */
  pile(pile: Pile, count: number): Locator {
    return this.page.getByText(`${this.t(`virtual:pile.${pile}`)} (${count})`, { exact: true });
  }

  /** A login that waits for a decision. */
  login(name: string): Locator {
    return this.page.getByRole('listitem', { name, exact: true });
  }
}
