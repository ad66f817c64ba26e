import type { Locator, Page } from '@playwright/test';
import type { Language, Words } from '../support/words';

/** The recommendations of a meeting: list, text, versions. */
export class RecommendationsPage {
  readonly heading: Locator;
  readonly create: Locator;
  readonly entries: Locator;
  readonly editor: Locator;
  readonly agendaItem: Locator;
  readonly pillar: Locator;
  readonly discuss: Locator;
  readonly agree: Locator;
  readonly agreement: Locator;
  readonly reservations: Locator;
  readonly confirm: Locator;
  readonly versions: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('recommendations:title') });
    this.create = page.getByRole('button', { name: t('recommendations:new') });
    this.entries = page
      .getByRole('navigation', { name: t('recommendations:list') })
      .getByRole('button');
    // The text in the middle is named by its own title: a draft, or its number.
    const numbered = t('recommendations:numbered', { number: '' }).trim();
    this.editor = page.getByRole('region', {
      name: new RegExp(`^(${t('recommendations:unnumbered')}|${numbered} \\d+)$`),
    });
    this.pillar = page.getByRole('combobox', { name: t('recommendations:pillar') });
    this.agendaItem = page.getByRole('combobox', { name: t('recommendations:agendaItem') });
    this.discuss = page.getByRole('button', { name: t('recommendations:discuss') });
    this.agree = page.getByRole('button', { name: t('recommendations:agree'), exact: true });
    this.agreement = page.getByRole('dialog', { name: t('recommendations:agreeTitle') });
    this.reservations = this.agreement.getByRole('textbox', {
      name: t('recommendations:reservations'),
    });
    this.confirm = this.agreement.getByRole('button', { name: t('recommendations:agreeConfirm') });
    this.versions = page
      .getByRole('complementary', { name: t('recommendations:versions') })
      .getByRole('listitem');
  }

  /** The text in one language. */
  text(language: Language): Locator {
    return this.page.getByRole('textbox', {
      name: this.t(`recommendations:language.${language}`),
      exact: true,
    });
  }

  /** The word that stands under a text: kept, saved or missing. */
  mark(word: 'kept' | 'saved' | 'missing'): Locator {
    return this.editor.getByRole('status').filter({ hasText: this.t(`recommendations:${word}`) });
  }

  async choose(field: Locator, option: string | RegExp): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
