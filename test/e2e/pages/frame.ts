import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Names of the rail's entries, as their keys under `app:rail`. */
export type RailPage =
  | 'desk'
  | 'delegates'
  | 'badges'
  | 'arrivals'
  | 'paper'
  | 'virtual'
  | 'agenda'
  | 'recommendations'
  | 'statistics'
  | 'exports'
  | 'meetings'
  | 'parties'
  | 'people'
  | 'year'
  | 'journal'
  | 'personal'
  | 'settings';

/** What surrounds every page: rail, top bar, status line, toasts. */
export class Frame {
  readonly heading: Locator;
  readonly status: Locator;
  readonly meetingSwitcher: Locator;
  readonly sessionSwitcher: Locator;
  readonly palette: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.status = page.getByRole('contentinfo', { name: t('app:status.label') });
    this.meetingSwitcher = page.getByRole('button', { name: t('app:switcher.label') });
    this.sessionSwitcher = page.getByRole('button', { name: t('app:session.label') });
    this.palette = page.getByLabel(t('app:palette.placeholder'));
  }

  /** Goes to a page by the rail. */
  async go(to: RailPage): Promise<void> {
    await this.page
      .getByRole('navigation', { name: this.t('app:rail.label') })
      .getByRole('link', { name: this.t(`app:rail.${to}`), exact: true })
      .click();
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.palette.waitFor();
  }

  async closePalette(): Promise<void> {
    await this.palette.press('Escape');
    await this.palette.waitFor({ state: 'hidden' });
  }

  async openShortcuts(): Promise<void> {
    await this.page.keyboard.press('?');
    await this.page.getByRole('dialog', { name: this.t('app:shortcuts.title') }).waitFor();
  }

  /** Chooses the sitting that is meant, whatever the clock says. */
  async chooseSession(name: string): Promise<void> {
    await this.sessionSwitcher.click();
    await this.page.getByRole('menuitem', { name }).click();
    await expect(this.sessionSwitcher).toContainText(name);
  }

  /** Waits until something was said to the user, in a corner and to screen readers. */
  async expectSaid(text: string | RegExp): Promise<void> {
    const said = this.page.getByRole('status').or(this.page.getByRole('alert'));
    await expect(said.filter({ hasText: text }).first()).toBeVisible();
  }

  /** Puts away what was said in the corner: a failure stays there until somebody does. */
  async dismiss(): Promise<void> {
    const close = this.page.getByRole('button', { name: this.t('ui:close') });
    while ((await close.count()) > 0) await close.first().click();
  }

  /** Operations in the journal, as the status line says; it may be a second behind. */
  async operations(): Promise<number> {
    const text = await this.status.innerText();
    const sample = this.t('app:status.operations', { count: 5, number: '#' });
    const word = sample.replace('#', '').trim().slice(0, 6);
    const line = text.split('\n').find((one) => one.includes(word)) ?? '';
    return Number(line.replace(/\D/g, ''));
  }

  /** Operations in the journal at this moment: a page that has just opened asks anew. */
  async journalLength(): Promise<number> {
    await this.page.reload();
    await expect.poll(() => this.operations()).toBeGreaterThan(0);
    return this.operations();
  }

  /** The address without what lets a window in, for a second window of the same desk. */
  route(): string {
    return new URL(this.page.url()).hash;
  }
}
