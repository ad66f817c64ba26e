// @ts-check
/**
 * What `npm run screenshots` takes pictures of. A page is a route of the interface; `prepare` may
 * bring it into the state worth showing.
 * @typedef {object} ShownPage
 * @property {string} name of the file
 * @property {string} route behind the `#`; `:today` stands for the demonstration meeting, `:held` for
 *   one that was held
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [prepare]
 */

/** @type {ShownPage[]} */
export const PAGES = [
  { name: 'meetings', route: '/meetings' },
  { name: 'meeting', route: '/m/:today/setup' },
  { name: 'desk', route: '/m/:today/desk', prepare: scanTwice },
  { name: 'delegates', route: '/m/:today/delegates' },
  { name: 'virtual', route: '/m/:held/virtual' },
  { name: 'agenda', route: '/m/:today/agenda' },
  { name: 'recommendations', route: '/m/:held/recommendations' },
  { name: 'statistics', route: '/m/:held/statistics' },
  { name: 'exports', route: '/m/:held/exports' },
  { name: 'year', route: '/statistics?year=2023' },
  { name: 'settings', route: '/settings' },
];

/** Pictures that README and guide show; they are kept in the repository, the others only looked at. */
export const DOCUMENTED = [
  'desk.en.light.1440',
  'desk.en.dark.1440',
  'year.en.light.1440',
  'virtual.en.dark.1440',
  'delegates.en.light.1440',
  'recommendations.en.light.1440',
  'statistics.ru.light.1440',
];

/** One delegate in, and the same again: what a desk most needs to tell apart. */
async function scanTwice(/** @type {import('@playwright/test').Page} */ page) {
  const box = page.getByRole('combobox').first();
  for (let time = 0; time < 2; time += 1) {
    await box.fill('ma');
    await page.getByRole('option').first().waitFor();
    await box.press('Enter');
    await page.locator('section[data-tone]').waitFor();
    await page.waitForFunction(
      () => document.querySelector('section[data-tone] .mantine-Loader-root') === null,
    );
  }
}

/** Window sizes of the experience list: an ordinary laptop, and the smallest that is supported. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

export const THEMES = /** @type {const} */ (['light', 'dark']);

/** `locale` is what the host takes its first language from. */
export const LANGUAGES = [
  { code: 'en', locale: 'en_GB.UTF-8' },
  { code: 'ru', locale: 'ru_RU.UTF-8' },
];

/**
 * From the first start to the sample programme; by structure, since the words depend on the language.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ today: string; held: string }>} ids of the meetings to show
 */
export async function openSample(page) {
  await page.locator('#desk-name').fill('Reception');
  await page.locator('main ol > li').nth(2).getByRole('button').first().click();
  await page.locator('main a[href*="#/m/"]').first().waitFor({ timeout: 120_000 });
  /** @param {string} title */
  const idOf = async (title) => {
    const link = page.locator('main a[href*="#/m/"]', { hasText: title }).first();
    const id = /#\/m\/([^/]+)/.exec((await link.getAttribute('href')) ?? '')?.[1];
    if (id === undefined) throw new Error(`the list of meetings has no ${title}`);
    return id;
  };
  return { today: await idOf('Eighteenth'), held: await idOf('precursors') };
}
