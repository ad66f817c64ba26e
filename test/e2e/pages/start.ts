import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Words } from '../support/words';

const LANGUAGE_NAMES = { en: 'English', ru: 'Русский' } as const;

/** The first start: language, name of the desk, what to begin with. */
export class StartPage {
  readonly heading: Locator;
  readonly deskName: Locator;
  readonly sample: Locator;
  readonly newProgramme: Locator;
  readonly programmeName: Locator;
  readonly parisPact: Locator;
  readonly create: Locator;
  readonly back: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('start:title') });
    this.deskName = page.getByRole('textbox', { name: t('start:desk.title') });
    this.sample = page.getByRole('button', { name: t('start:sample.title') });
    this.newProgramme = page.getByRole('button', { name: t('start:own.title') });
    this.programmeName = page.getByRole('textbox', { name: t('start:own.name') });
    this.parisPact = page.getByRole('radio', { name: t('start:own.parisPact') });
    this.create = page.getByRole('button', { name: t('start:own.create') });
    this.back = page.getByRole('button', { name: t('start:own.back') });
  }

  /** By its own name, which is the same whatever the interface's language is now. */
  async choose(language: Language): Promise<void> {
    await this.page.getByText(LANGUAGE_NAMES[language], { exact: true }).click();
    const chosen = this.page.getByRole('radio', { name: LANGUAGE_NAMES[language] });
    await expect(chosen).toBeChecked();
  }

  /** The whole first start with the sample programme, up to the list of meetings. */
  async openSample(language: Language, deskName: string): Promise<void> {
    await this.choose(language);
    await this.deskName.fill(deskName);
    await this.sample.click();
    await this.heading.waitFor({ state: 'detached' });
  }

  /** The whole first start with an own programme on the built-in partners. */
  async createOnParisPact(language: Language, deskName: string, name: string): Promise<void> {
    await this.choose(language);
    await this.deskName.fill(deskName);
    await this.newProgramme.click();
    await this.programmeName.fill(name);
    await this.create.click();
    await this.heading.waitFor({ state: 'detached' });
    await this.notYet();
  }

  /** The first real programme asks for protection; it can wait. */
  async notYet(): Promise<void> {
    const asked = this.page.getByRole('dialog', { name: this.t('protection:setUp.title') });
    await asked.getByRole('button', { name: this.t('ui:close') }).click();
    await asked.waitFor({ state: 'detached' });
  }
}
