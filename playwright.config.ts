import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.mjs';

const browser = findBrowser();

/**
 * End-to-end: the built program behind the web shell, in the installed Chromium. Chrome and Edge
 * will do. Every test has its own host with its own profile, so all may run side by side.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Limits, not expectations: a machine that is busy with something else fails no test.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...(browser !== null && { launchOptions: { executablePath: browser } }),
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    viewport: { width: 1440, height: 900 },
    // A trace takes up to as long as the test itself; whoever looks for a cause asks for it.
    trace: process.env['ROSTRUM_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
