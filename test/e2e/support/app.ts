import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { Host } from './host';

export { expect };

interface AppFixtures {
  /** An empty folder for a desk's data, gone after the test. */
  profile: string;
  /** The running host of this test: `kill()`, `restart()`, `profile`, `url`. */
  host: Host;
  /**
   * Messages of the browser's console that a test expects, such as the lost connection after
   * `host.kill()`. Any other error there, any exception on the page and any request that leaves
   * this machine fails the test: `test.use({ tolerated: [/WebSocket/] })`.
   */
  tolerated: RegExp[];
}

/** `test` with the whole program: `page` is an open window of it. */
export const test = base.extend<AppFixtures>({
  tolerated: [[], { option: true }],

  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  host: async ({ profile }, use, info) => {
    const host = new Host(profile);
    await host.start();
    await use(host);
    await host.stop();
    if (info.status !== info.expectedStatus)
      await info.attach('host.log', { body: host.log, contentType: 'text/plain' });
  },

  page: async ({ page, host, tolerated }, use) => {
    const complaints = listen(page);
    await page.goto(host.url);
    await use(page);
    const unexpected = complaints.filter((text) => !tolerated.some((known) => known.test(text)));
    expect(unexpected, 'errors on the page').toEqual([]);
  },
});

/**
 * What a window asked a moment before it was locked, the host refuses; the window is closing then, and
 * the browser writes the answer down by itself.
 */
const LOCKED = /the server responded with a status of 423 \(Locked\)/;

/** Collects what a window must not do. Also for windows that a test opens itself. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !LOCKED.test(message.text()))
      complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => {
    complaints.push(`exception: ${error.stack ?? error.message}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname))
      complaints.push(`left this machine: ${request.url()}`);
  });
  return complaints;
}
