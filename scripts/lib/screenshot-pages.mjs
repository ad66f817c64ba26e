// @ts-check
/**
 * What `npm run screenshots` takes pictures of. A page is a route of the interface; `prepare` may
 * bring it into the state worth showing.
 * @typedef {object} ShownPage
 * @property {string} name of the file
 * @property {string} route behind the `#`; `:meeting` stands for the first meeting of the list
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [prepare]
 */

/** @type {ShownPage[]} */
export const PAGES = [
  { name: 'meetings', route: '/meetings' },
  { name: 'meeting', route: '/m/:meeting/setup' },
  { name: 'desk', route: '/m/:meeting/desk' },
  { name: 'delegates', route: '/m/:meeting/delegates' },
  { name: 'virtual', route: '/m/:meeting/virtual' },
  { name: 'agenda', route: '/m/:meeting/agenda' },
  { name: 'recommendations', route: '/m/:meeting/recommendations' },
  { name: 'statistics', route: '/m/:meeting/statistics' },
  { name: 'exports', route: '/m/:meeting/exports' },
  { name: 'year', route: '/statistics' },
  { name: 'settings', route: '/settings' },
];

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
 * @returns {Promise<string>} the id of the meeting to show
 */
export async function openSample(page) {
  await page.locator('#desk-name').fill('Reception');
  await page.locator('main ol > li').nth(2).getByRole('button').first().click();
  const meeting = page.locator('main a[href*="#/m/"]').first();
  await meeting.waitFor({ timeout: 120_000 });
  const id = /#\/m\/([^/]+)/.exec((await meeting.getAttribute('href')) ?? '')?.[1];
  if (id === undefined) throw new Error('the list of meetings links to no meeting');
  return id;
}
