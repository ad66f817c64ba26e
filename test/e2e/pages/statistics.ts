import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

/** Names of figures, as their keys in `figures`. */
export type FigureName =
  | 'attended'
  | 'nominated'
  | 'participations'
  | 'distinctPersons'
  | 'countries'
  | 'organizations'
  | 'recommendations.agreed'
  | 'recommendations.endorsedHere';

/** The figures of a meeting, a day, a session, or of a year. */
export class StatisticsPage {
  readonly sentence: Locator;
  readonly matrix: Locator;
  readonly panel: Locator;
  readonly year: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.sentence = page.getByRole('region', { name: t('statistics:sentence.label') });
    this.matrix = page.getByRole('region', { name: t('figures:matrix.name') });
    this.panel = page.getByRole('dialog');
    this.year = page.getByRole('combobox', { name: t('statistics:scope.level.year') });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  figure(figure: FigureName): Locator {
    const name = this.t(`figures:${figure}.name`);
    // The button is named by the figure and its value.
    return this.page.getByRole('main').getByRole('button', { name: new RegExp(`^${name} \\d`) });
  }

  /** Waits until the figures are these, each beside its name. */
  async expectFigures(figures: Partial<Record<FigureName, number>>): Promise<void> {
    for (const [figure, value] of Object.entries(figures)) {
      const name = this.t(`figures:${figure}.name`);
      await expect(this.figure(figure as FigureName)).toHaveText(`${name}${value}`);
    }
  }

  async chooseScope(level: 'meeting' | 'day' | 'session' | 'year' | 'expert'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: this.t('statistics:scope.label') })
      .getByText(this.t(`statistics:scope.level.${level}`), { exact: true })
      .click();
  }

  async chooseYear(year: number): Promise<void> {
    await this.year.click();
    await this.page.getByRole('option', { name: String(year) }).click();
  }
}
