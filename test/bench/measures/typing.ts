import type { Page } from '@playwright/test';
import type { LoadedPerson } from '../stage/profiles';

/** The desk's box, as soon as it takes letters. */
export const searchBox = (page: Page) => page.locator('main input[role="combobox"]');

/** The desk's box when everybody can be found. */
export const ANSWERING = 'main [aria-busy="false"] input[role="combobox"]';

/** A key is held so long, ms: what comes faster than a person types is held back as a scanner's. */
const KEY_MS = 50;

/** Types a text letter by letter, each drawn before the next. */
export async function typeSlowly(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    await page.keyboard.type(letter, { delay: KEY_MS });
    await page.evaluate(() => window.benchProbe.settled());
  }
}

/** Looks somebody up by the address that nobody else has, presses Enter, waits for the answer. */
export async function checkIn(page: Page, { email }: LoadedPerson): Promise<void> {
  const box = searchBox(page);
  await box.waitFor({ timeout: LIMIT_MS });
  await box.press('Escape');
  const before = await page.evaluate(() => window.benchProbe.acks.length);
  await box.fill(email.split('@')[0] ?? email);
  await page.locator('[role="option"]').first().waitFor({ timeout: LIMIT_MS });
  await box.press('Enter');
  await page.waitForFunction((count) => window.benchProbe.acks.length > count, before, {
    polling: 'raf',
    timeout: LIMIT_MS,
  });
}

/** How long anything may take before it counts as not measurable. */
export const LIMIT_MS = 10 * 60_000;
