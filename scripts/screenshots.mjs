// @ts-check
/**
 * `npm run screenshots`: pictures of every page on the sample programme, in each language, size and
 * theme, into build/screenshots; those that README and guide show are also put into
 * docs/screenshots. `npm run screenshots -- desk virtual` takes only those pages.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { findBrowser } from './lib/browser.mjs';
import { startHost } from './lib/host.mjs';
import { ensureInstalled, onProjectNode } from './lib/install.mjs';
import { at, Plain, run, seconds } from './lib/project.mjs';
import {
  DOCUMENTED,
  LANGUAGES,
  openSample,
  PAGES,
  SIZES,
  THEMES,
} from './lib/screenshot-pages.mjs';

const FOLDER = at('build', 'screenshots');
const KEPT = at('docs', 'screenshots');

/** @param {string[]} names */
function chosenPages(names) {
  const unknown = names.find((name) => !PAGES.some((page) => page.name === name));
  if (unknown !== undefined)
    throw new Plain(
      `There is no page "${unknown}"; there are: ${PAGES.map((p) => p.name).join(', ')}.`,
    );
  return names.length === 0 ? PAGES : PAGES.filter(({ name }) => names.includes(name));
}

/**
 * One desk in one language: its host, the sample programme, then every page in every size and theme.
 * @param {import('@playwright/test').Browser} browser
 * @param {(typeof LANGUAGES)[number]} language
 * @param {typeof PAGES} pages
 */
async function shootLanguage(browser, language, pages) {
  const profile = mkdtempSync(join(tmpdir(), 'rostrum-screenshots-'));
  const host = await startHost({ profile, environment: { LC_ALL: language.locale } });
  try {
    const page = await browser.newPage({ locale: language.code, reducedMotion: 'reduce' });
    await page.goto(host.url);
    const { today, held } = await openSample(page);
    // No tooltip of whatever happens to lie where the last click was.
    await page.mouse.move(0, 0);
    for (const { name, route, prepare } of pages) {
      const address = route.replace(':today', today).replace(':held', held);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await page.evaluate((target) => void (location.hash = target), address);
          await settle(page);
          await prepare?.(page);
          await settle(page);
          const shot = `${name}.${language.code}.${theme}.${size.width}`;
          const path = join(FOLDER, `${shot}.png`);
          await page.screenshot({ path, animations: 'disabled' });
          if (DOCUMENTED.includes(shot)) copyFileSync(path, join(KEPT, `${shot}.png`));
        }
      }
    }
    await page.close();
  } finally {
    host.child.kill('SIGTERM');
    await host.exited;
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The page is drawn, with its fonts, and nothing says that it is busy. @param {import('@playwright/test').Page} page */
async function settle(page) {
  await frames(page);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], main .mantine-Loader-root') === null,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await frames(page);
}

/** Two frames: what was decided is painted. @param {import('@playwright/test').Page} page */
async function frames(page) {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

await run(async () => {
  const pages = chosenPages(process.argv.slice(2));
  ensureInstalled();
  const code = await onProjectNode();
  if (code !== null) return code;
  await build();
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Plain('Screenshots need Chromium, Chrome or Edge; none was found (CHROMIUM_PATH).');
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath });
  const started = performance.now();
  for (const folder of [FOLDER, KEPT]) mkdirSync(folder, { recursive: true });
  try {
    for (const language of LANGUAGES) await shootLanguage(browser, language, pages);
  } finally {
    await browser.close();
  }
  const count = pages.length * LANGUAGES.length * SIZES.length * THEMES.length;
  console.log(`${count} pictures in build/screenshots, ${seconds(started)}`);
  return 0;
});
