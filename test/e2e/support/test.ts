import { join } from 'node:path';
import { Rostrum } from '../pages/rostrum';
import { test as base } from './app';
import type { Host } from './host';
import { OwnBrowser } from './own-browser';
import type { Language } from './words';

export { expect } from './app';

interface RostrumFixtures {
  /** Of the interface: `test.use({ language: 'ru' })`. */
  language: Language;
  /** The pages of this test's window. */
  rostrum: Rostrum;
  /** Opens a browser that keeps its data with the profile; none outlives the test. */
  openBrowser: () => Promise<OwnBrowser>;
  /** Opens the program in such a browser, at the test's host or another one. */
  openProgram: (at?: Host) => Promise<OpenProgram>;
}

export interface OpenProgram {
  readonly browser: OwnBrowser;
  readonly rostrum: Rostrum;
}

/** Where a browser's own data lies, beside the desk's. */
export const browserData = (profile: string): string => join(profile, 'browser');

/** `test` with the program's pages; every test begins at the first start of an empty desk. */
export const test = base.extend<RostrumFixtures>({
  language: ['en', { option: true }],
  rostrum: async ({ page, language }, use) => {
    await use(new Rostrum(page, language));
  },
  openBrowser: async ({ profile }, use) => {
    const opened: OwnBrowser[] = [];
    await use(async () => {
      const browser = await OwnBrowser.start(browserData(profile));
      opened.push(browser);
      return browser;
    });
    for (const browser of opened) await browser.kill();
  },
  openProgram: async ({ host, openBrowser, language }, use) => {
    await use(async (at = host) => {
      const browser = await openBrowser();
      await browser.page.goto(at.url);
      return { browser, rostrum: new Rostrum(browser.page, language) };
    });
  },
});
