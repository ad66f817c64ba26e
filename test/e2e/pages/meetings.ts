import type { Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

/** The list of meetings, by year. */
export class MeetingsPage {
  readonly heading: Locator;
  readonly create: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: t('meetings:title') });
    this.create = page.getByRole('main').getByRole('link', { name: t('meetings:new') });
  }

  /** The entry of a meeting in the list. */
  entry(title: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ has: this.link(title) });
  }

  /** The way to what was settled about a meeting. */
  setUp(title: string): Locator {
    return this.page.getByRole('link', { name: this.t('meetings:setupOf', { title }) });
  }

  link(title: string | RegExp): Locator {
    const name = typeof title === 'string' ? new RegExp(`^${title}`) : title;
    return this.page.getByRole('link', { name });
  }
}
