import type { Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

/** The form of a meeting, new or planned. */
export class MeetingFormPage {
  readonly body: Locator;
  readonly title: Locator;
  readonly city: Locator;
  readonly country: Locator;
  readonly timeZone: Locator;
  readonly firstDay: Locator;
  readonly lastDay: Locator;
  readonly create: Locator;
  readonly save: Locator;
  readonly sessions: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.body = page.getByRole('combobox', { name: t('meetings:form.body') });
    this.title = page.getByRole('textbox', { name: t('meetings:form.title') });
    this.city = page.getByRole('textbox', { name: t('meetings:form.city') });
    this.country = page.getByRole('combobox', { name: t('meetings:form.country') });
    this.timeZone = page.getByRole('combobox', { name: t('meetings:form.timeZone') });
    this.firstDay = page.getByLabel(t('meetings:form.startBy.day'), { exact: true });
    this.lastDay = page.getByLabel(t('meetings:form.endBy.day'), { exact: true });
    this.create = page.getByRole('button', { name: t('meetings:create') });
    this.save = page.getByRole('button', { name: t('meetings:save') });
    // Sessions are groups named by their number; `{{number}}` stands for any.
    const name = new RegExp(`^${t('meetings:form.sessionNumber', { number: '' }).trim()} \\d+$`);
    this.sessions = page.getByRole('group', { name });
  }

  async choose(field: Locator, option: string | RegExp): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async type(field: Locator, typed: string, option: string | RegExp): Promise<void> {
    await field.fill(typed);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  session(number: number): { name: Locator; from: Locator; to: Locator; remove: Locator } {
    const row = this.page.getByRole('group', {
      name: this.t('meetings:form.sessionNumber', { number }),
      exact: true,
    });
    return {
      name: row.getByRole('textbox', { name: this.t('meetings:form.sessionTitle') }),
      from: row.getByRole('textbox', { name: this.t('meetings:form.sessionFrom') }),
      to: row.getByRole('textbox', { name: this.t('meetings:form.sessionTo') }),
      remove: row.getByRole('button', { name: this.t('meetings:form.removeSession', { number }) }),
    };
  }

  /** Moves the meeting on in its life, by the button that names the step. */
  async move(to: 'nominations-open' | 'nominations-closed' | 'in-session' | 'closed') {
    await this.page.getByRole('button', { name: this.t(`meetings:lifeCycle.to.${to}`) }).click();
  }
}
