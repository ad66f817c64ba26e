// @ts-check
import { readFileSync } from 'node:fs';
import { at } from './project.mjs';

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
  { name: 'meeting', route: '/m/:today/setup', prepare: setUpOpen },
  { name: 'desk', route: '/m/:today/desk', prepare: scanTwice },
  { name: 'delegates', route: '/m/:today/delegates' },
  { name: 'badges', route: '/m/:today/badges', prepare: drawn },
  { name: 'plates', route: '/m/:today/badges', prepare: choosePlates },
  { name: 'arrivals', route: '/m/:today/arrivals' },
  { name: 'paper', route: '/m/:today/paper' },
  { name: 'delegations', route: '/m/:today/delegates', prepare: openDelegations },
  { name: 'letters', route: '/m/:today/delegates', prepare: openLetters },
  { name: 'import', route: '/m/:today/delegates', prepare: openPreview },
  { name: 'parties', route: '/parties' },
  { name: 'party', route: '/parties', prepare: openParty },
  { name: 'people', route: '/people' },
  { name: 'duplicates', route: '/people?part=duplicates', prepare: showDuplicates },
  { name: 'human', route: '/people', prepare: openHuman },
  { name: 'virtual', route: '/m/:held/virtual' },
  { name: 'agenda', route: '/m/:today/agenda' },
  { name: 'recommendations', route: '/m/:held/recommendations' },
  { name: 'statistics', route: '/m/:held/statistics' },
  { name: 'exports', route: '/m/:held/exports' },
  { name: 'year', route: '/statistics?year=2023' },
  { name: 'settings', route: '/settings' },
  { name: 'journal', route: '/journal?kind=recommendations', prepare: openAct },
  { name: 'personal', route: '/personal', prepare: chooseDue },
  { name: 'person', route: '/personal?part=person', prepare: findPerson },
  { name: 'operators', route: '/settings', prepare: introduceOperators },
  { name: 'switch', route: '/journal', prepare: openSwitch },
  { name: 'protection', route: '/settings', prepare: openSetUp },
  { name: 'sheet', route: '/settings', prepare: openSheet },
  // The last one: from here on there is nothing else to be seen.
  { name: 'lock', route: '/settings', prepare: lock },
];

/** Pictures that README and guide show; they are kept in the repository, the others only looked at. */
export const DOCUMENTED = [
  'desk.en.light.1440',
  'desk.en.dark.1440',
  'year.en.light.1440',
  'virtual.en.dark.1440',
  'badges.en.light.1440',
];

/** Not the page before it. @param {import('@playwright/test').Page} page */
async function setUpOpen(page) {
  await page.locator('main form').waitFor();
}

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

/** What is missing of whom. @param {import('@playwright/test').Page} page */
async function openDelegations(page) {
  const t = await wordsOf(page);
  await page.keyboard.press('Escape');
  await page.getByText(t('nominations', 'view.delegations'), { exact: true }).click();
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
}

/** A letter in the language of its party. @param {import('@playwright/test').Page} page */
async function openLetters(page) {
  const t = await wordsOf(page);
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) return;
  await openDelegations(page);
  await page.getByRole('checkbox', { name: t('ui', 'table.markAll') }).check();
  await page.getByRole('button', { name: t('nominations', 'bulk.letters') }).click();
  await dialog
    .getByRole('list')
    .getByRole('button', { name: /Turkmenistan|Туркменистан/ })
    .click();
  await dialog.locator('textarea[lang="ru"]').waitFor();
}

/** A list with a bit of everything; invented, as all names here are. */
const LIST = [
  'Country,Family name,Given name,E-mail,Capacity,Received on',
  'Belgium,Sample-Adams,Alice,alice.sample@example.org,Head of delegation,2026-11-02',
  'Österreich,Muster,Max,max.muster@example.org,Expert,2026-11-03',
  'Turkey,Örnek,Deniz,deniz.ornek@example.org,Adviser,2026-11-03',
  'Azerbajan,Nümunə,Aysel,aysel.numune@example.org,Expert,2026-11-04',
  'Atlantis,Nemo,Nora,nora.nemo@example.org,Expert,2026-11-05',
  'Georgia,Sample,Nino,nino.sample at example.org,Expert,2026-11-05',
  'Serbia,,,empty.name@example.org,Expert,2026-11-06',
].join('\n');

/** A list before it is taken over. @param {import('@playwright/test').Page} page */
async function openPreview(page) {
  const t = await wordsOf(page);
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: t('ui', 'close') }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  const verdicts = page.getByRole('group', { name: t('nominations', 'import.verdicts') });
  if (await verdicts.isVisible()) return;
  await page.getByRole('button', { name: t('nominations', 'importList') }).click();
  const chooser = page.waitForEvent('filechooser');
  const drop = page.getByRole('group', { name: t('nominations', 'import.drop') });
  await drop.getByRole('button').click();
  const file = { name: 'nominations.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: t('nominations', 'import.toPreview') }).click();
  await verdicts.waitFor();
}

/** The page of a party with a former name, meetings and recommendations. @param {import('@playwright/test').Page} page */
async function openParty(page) {
  await openFirst(page, '/parties', 'turkey');
}

/** Somebody who was at two meetings. @param {import('@playwright/test').Page} page */
async function openHuman(page) {
  await openFirst(page, '/people', 'belmoglu selin');
}

/** Weak hints as well: the sample has no others. @param {import('@playwright/test').Page} page */
async function showDuplicates(page) {
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('list').or(panel.getByRole('checkbox')).first().waitFor();
  const weak = panel.getByRole('checkbox');
  if (await weak.isVisible()) await weak.check();
}

/**
 * From a list to the page of the one that is found.
 * @param {import('@playwright/test').Page} page
 * @param {string} list
 * @param {string} words
 */
async function openFirst(page, list, words) {
  await page.evaluate((route) => void (location.hash = route), list);
  await page.getByRole('grid').getByRole('row').nth(3).waitFor();
  await page.locator('main').getByRole('textbox').first().fill(words);
  await page.getByRole('grid').getByRole('row').nth(2).waitFor({ state: 'detached' });
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await page.locator('main dl').first().waitFor();
}

/**
 * Words of the interface in the page's language, by namespace and key (`operators`, `pin.set`).
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<(namespace: string, key: string) => string>}
 */
async function wordsOf(page) {
  const language = await page.evaluate(() => document.documentElement.lang);
  return (namespace, key) => {
    const file = at('shared', 'i18n', 'locales', language, `${namespace}.json`);
    /** @type {unknown} */
    let found = JSON.parse(readFileSync(file, 'utf8'));
    for (const part of key.split('.')) {
      found = /** @type {Record<string, unknown> | undefined} */ (found)?.[part];
    }
    if (typeof found !== 'string') throw new Error(`no text for ${namespace}:${key}`);
    return found;
  };
}

/** The badge that is looked at is drawn. @param {import('@playwright/test').Page} page */
async function drawn(page) {
  await page.locator('figure svg').first().waitFor();
}

/** The same people's plates for the tables. @param {import('@playwright/test').Page} page */
async function choosePlates(page) {
  const t = await wordsOf(page);
  const plate = t('badges', 'template.nameplate');
  const template = page.getByRole('combobox', { name: t('badges', 'setup.template') });
  if ((await template.inputValue()) !== plate) {
    await template.click();
    await page.getByRole('option', { name: plate }).click();
  }
  await drawn(page);
}

/** An act that changed something, with what was before. @param {import('@playwright/test').Page} page */
async function openAct(page) {
  const t = await wordsOf(page);
  await page.getByRole('row').nth(2).click();
  await page.getByRole('region', { name: t('journal', 'detail.label') }).waitFor();
}

/** Three of those whose time is over. @param {import('@playwright/test').Page} page */
async function chooseDue(page) {
  const boxes = page.getByRole('grid').getByRole('checkbox');
  await boxes.first().waitFor();
  for (const place of [0, 1, 3]) await boxes.nth(place).check();
  await page.mouse.move(0, 0);
}

/** @param {import('@playwright/test').Page} page */
async function findPerson(page) {
  const t = await wordsOf(page);
  await page.getByRole('combobox', { name: t('personal', 'person.find') }).fill('ma');
  await page.getByRole('option').first().click();
  await page.locator('main dl').first().waitFor();
}

/** Names, roles and a PIN, once; then the part of the set-up page. @param {import('@playwright/test').Page} page */
async function introduceOperators(page) {
  const t = await wordsOf(page);
  const section = page.getByRole('heading', { name: t('operators', 'title'), exact: true });
  const yourName = page.getByRole('textbox', { name: t('operators', 'yourName') });
  await section.waitFor();
  await page.getByRole('table').first().or(yourName).first().waitFor();
  if (await yourName.isVisible()) {
    await yourName.fill('Anna Sample');
    await yourName.press('Enter');
    await page.getByRole('button', { name: t('operators', 'introduce.button') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('operators', 'introduce.confirm') }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const name of ['Boris Beispiel', 'Chloé Exemple']) {
      await page.getByRole('button', { name: t('operators', 'add'), exact: true }).click();
      await dialog.getByRole('textbox', { name: t('operators', 'name') }).fill(name);
      await dialog.getByRole('button', { name: t('operators', 'addSubmit'), exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await page.reload();
    await section.waitFor();
  }
  await section.evaluate((heading) =>
    heading.closest('section')?.scrollIntoView({ block: 'start' }),
  );
}

/** Who works here now. @param {import('@playwright/test').Page} page */
async function openSwitch(page) {
  if (await page.getByRole('dialog').isVisible()) return;
  await page.keyboard.press('F8');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
}

/** The first step of protection. @param {import('@playwright/test').Page} page */
async function openSetUp(page) {
  const t = await wordsOf(page);
  const title = t('protection', 'setUp.title');
  const dialog = page.getByRole('dialog', { name: title });
  if (await dialog.isVisible()) return;
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: title }).first().click();
  await dialog.locator('input').first().waitFor();
}

/** The second: the sheet. @param {import('@playwright/test').Page} page */
async function openSheet(page) {
  await openSetUp(page);
  const dialog = page.getByRole('dialog');
  const passphrases = dialog.locator('input[type="password"]');
  if ((await passphrases.count()) === 0) return;
  for (const place of [0, 1]) await passphrases.nth(place).fill('four quiet words stand here');
  await passphrases.nth(1).press('Enter');
  await dialog.getByRole('listitem').first().waitFor();
  await passphrases.first().waitFor({ state: 'detached' });
}

/** Protects the desk, as the steps would, and locks it. @param {import('@playwright/test').Page} page */
async function lock(page) {
  const locked = page.locator('main input[type="password"]');
  const already = await page.evaluate(async () => {
    /** One call of the bridge. @param {string} channel @param {object} value */
    const call = async (channel, value) => {
      const json = new TextEncoder().encode(JSON.stringify({ value, bytes: [] }));
      const body = new Uint8Array(4 + json.byteLength);
      new DataView(body.buffer).setUint32(0, json.byteLength);
      body.set(json, 4);
      const headers = { 'content-type': 'application/octet-stream' };
      const answer = await fetch(`/bridge/${channel}`, { method: 'POST', body, headers });
      const text = new TextDecoder().decode((await answer.arrayBuffer()).slice(4));
      return JSON.parse(text).value;
    };
    if ((await call('protection.status', {})).state === 'locked') return true;
    const { recovery } = await call('protection.prepare', {});
    const passphrase = 'four quiet words stand here';
    await call('protection.setUp', { passphrase, keyStore: false, recovery });
    await call('protection.lock', {});
    return false;
  });
  if (!already) await page.reload();
  await locked.waitFor();
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
