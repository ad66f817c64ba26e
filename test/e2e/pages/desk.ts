import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

export interface Arrivals {
  readonly expected: number;
  readonly here: number;
  readonly online: number;
  readonly left: number;
  readonly missing: number;
}

/** Between two keys, in milliseconds. */
const KEY_MS = 42;

/** The reception desk: one box, one answer, who has arrived. */
export class DeskPage {
  readonly box: Locator;
  /** People who were found. */
  readonly results: Locator;
  /** Everything that was found: people, delegations, and walk-in as the last. */
  readonly rows: Locator;
  readonly answer: Locator;
  readonly arrivals: Locator;
  readonly lastActions: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.box = page.getByRole('combobox', { name: t('desk:search') });
    const options = page.getByRole('listbox', { name: t('desk:results') }).getByRole('option');
    this.results = options.and(page.locator('[data-kind="person"]'));
    this.rows = options;
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

  /** Who is expected at the meeting, by name, found by delegation: all, or the first so many. */
  async nominees(atLeast = Infinity): Promise<string[]> {
    const heads = this.page
      .getByRole('region', { name: this.t('desk:byDelegation') })
      .getByRole('rowheader');
    await heads.first().waitFor();
    const delegations = await heads.allInnerTexts();
    const names = new Set<string>();
    for (const delegation of delegations) {
      if (names.size >= atLeast) break;
      await this.box.fill(delegation);
      await expect(this.results.first()).toContainText(delegation);
      for (const text of await this.results.filter({ hasText: delegation }).allInnerTexts()) {
        // Who walked in was not expected, and is in none of the figures.
        if (text.includes(this.t('desk:provisional'))) continue;
        const [name = ''] = text.trim().split('\n');
        if (name !== '') names.add(name);
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

  /** Types as a quick person does: what comes faster is a scanner's. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: KEY_MS });
  }

  /** Types enough of a name: the end of it, and how it begins. */
  async typeName(name: string): Promise<void> {
    const words = name.split(' ');
    await this.type(`${words.at(-1) ?? ''} ${(words[0] ?? '').slice(0, 2)}`);
  }

  /** The box is there, and everybody who is expected is counted. */
  async expectReady(): Promise<void> {
    await expect(this.box).toBeVisible();
    await expect.poll(async () => (await this.figures()).expected).toBeGreaterThan(0);
  }

  /** People who are expected and were not seen yet, by name, found by delegation: so many or more. */
  async missingPeople(atLeast: number): Promise<string[]> {
    const names = new Set<string>();
    const marks = [
      ...['here', 'online', 'left'].map((where) => this.t(`desk:where.${where}`)),
      ...['received', 'declined', 'replaced', 'withdrawn'].map((state) =>
        this.t(`domain:nominationState.${state}`),
      ),
      ...[this.t('desk:provisional'), this.t('desk:knownFromEarlier')],
    ];
    for (const delegation of await this.incompleteDelegations()) {
      if (names.size >= atLeast) break;
      await this.box.fill(delegation);
      await expect(this.results.first()).toContainText(delegation);
      for (const text of await this.results.filter({ hasText: delegation }).allInnerTexts()) {
        const lines = text.split('\n');
        if (!lines.some((line) => marks.includes(line))) names.add(lines[0] ?? '');
      }
    }
    await this.box.fill('');
    return [...names];
  }

  /** Delegations of whom somebody is missing. */
  async incompleteDelegations(): Promise<string[]> {
    const table = this.page.getByRole('region', { name: this.t('desk:byDelegation') });
    const rows = table.locator('tbody tr[data-complete="false"]');
    return rows.getByRole('rowheader').allInnerTexts();
  }

  undo(name: string): Locator {
    return this.page.getByRole('button', { name: this.t('desk:undoFor', { name }) });
  }

  /** The figures on the right. */
  async figures(): Promise<Arrivals> {
    const values = await this.arrivals.getByRole('definition').allInnerTexts();
    const [expected, here, online, left, missing] = values.map((text) =>
      Number(text.replace(/\D/g, '')),
    );
    return {
      expected: expected ?? NaN,
      here: here ?? NaN,
      online: online ?? NaN,
      left: left ?? NaN,
      missing: missing ?? NaN,
    };
  }

  async expectFigures(figures: Partial<Arrivals>): Promise<void> {
    await expect.poll(() => this.figures()).toMatchObject(figures);
  }
}
