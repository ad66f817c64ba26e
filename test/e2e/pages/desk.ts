import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

export interface Arrivals {
  readonly expected: number;
  readonly here: number;
  readonly online: number;
  readonly missing: number;
}

/** The reception desk: one box, one answer, who has arrived. */
export class DeskPage {
  readonly box: Locator;
  readonly results: Locator;
  readonly answer: Locator;
  readonly arrivals: Locator;
  readonly lastActions: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.box = page.getByRole('combobox', { name: t('desk:search') });
    this.results = page.getByRole('listbox', { name: t('desk:results') }).getByRole('option');
    this.answer = page.getByRole('region', { name: t('desk:answer') });
    this.arrivals = page.getByRole('region', { name: t('desk:overview'), exact: true });
    this.lastActions = page.getByRole('region', { name: t('desk:recent') }).getByRole('listitem');
  }

  /** Types, waits until the first result is the one that is meant, and presses Enter. */
  async checkIn(typed: string, first: string | RegExp): Promise<void> {
    await this.box.fill(typed);
    await expect(this.results.first()).toContainText(first);
    await this.box.press('Enter');
  }

  /** The line of a delegation: here, online, missing. */
  delegation(name: string): Locator {
    return this.page
      .getByRole('region', { name: this.t('desk:byDelegation') })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** Whom this window has checked in, the last one first. */
  async actionNames(): Promise<string[]> {
    const lines = await this.lastActions.allInnerTexts();
    return lines.map((line) => line.split('\n')[1] ?? '');
  }

  /** Who is nominated for the meeting, by name, found by delegation: all, or the first so many. */
  async nominees(atLeast = Infinity): Promise<string[]> {
    const delegations = await this.page
      .getByRole('region', { name: this.t('desk:byDelegation') })
      .getByRole('rowheader')
      .allInnerTexts();
    const names = new Set<string>();
    for (const delegation of delegations) {
      if (names.size >= atLeast) break;
      await this.box.fill(delegation);
      await expect(this.results.first()).toContainText(delegation);
      for (const text of await this.results.filter({ hasText: delegation }).allInnerTexts()) {
        names.add(text.split('\n')[0] ?? '');
      }
    }
    await this.box.fill('');
    return [...names];
  }

  /** Of these people, those whom the desk shows as here. */
  async presentAmong(names: readonly string[]): Promise<string[]> {
    const present: string[] = [];
    for (const name of names) {
      await this.box.fill(name);
      const found = this.results.filter({ hasText: name }).first();
      await expect(found).toBeVisible();
      const marks = (await found.innerText()).split('\n');
      if (marks.includes(this.t('desk:where.here'))) present.push(name);
    }
    await this.box.fill('');
    return present;
  }

  undo(name: string): Locator {
    return this.page.getByRole('button', { name: this.t('desk:undoFor', { name }) });
  }

  /** The four figures on the right. */
  async figures(): Promise<Arrivals> {
    const values = await this.arrivals.getByRole('definition').allInnerTexts();
    const [expected, here, online, missing] = values.map((text) => Number(text.replace(/\D/g, '')));
    return {
      expected: expected ?? NaN,
      here: here ?? NaN,
      online: online ?? NaN,
      missing: missing ?? NaN,
    };
  }

  async expectFigures(figures: Partial<Arrivals>): Promise<void> {
    await expect.poll(() => this.figures()).toMatchObject(figures);
  }
}
