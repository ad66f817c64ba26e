import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '@electron/web/browser';
import { prepareBrowserProfile } from '../../../scripts/lib/browser-profile.mjs';
import { browserData, windowArguments } from '../../../scripts/lib/browser.mjs';
import { traces } from '../../support/desk';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'rostrum-browser-'));
});
afterEach(() => rmSync(data, { recursive: true, maxRetries: 10, retryDelay: 100 }));

const preferences = () => join(data, 'Default', 'Preferences');
const read = () => JSON.parse(readFileSync(preferences(), 'utf8')) as Record<string, unknown>;

describe('the private profile of the browser', () => {
  it('is told to keep nothing of what is typed before its first start', () => {
    prepareBrowserProfile(data);
    expect(read()).toMatchObject({
      autofill: { profile_enabled: false, credit_card_enabled: false },
      credentials_enable_service: false,
      browser: { enable_spellchecking: false },
      search: { suggest_enabled: false },
    });
    expect(statSync(join(data, 'Default', 'Sessions')).isFile()).toBe(true);
  });

  it('of an earlier version is rid of what it kept, and keeps its settings', () => {
    const sessions = join(data, 'Default', 'Sessions');
    mkdirSync(sessions, { recursive: true });
    writeFileSync(join(sessions, 'Apps_1'), 'Vanderquux');
    writeFileSync(join(data, 'Default', 'Web Data'), 'Vanderquux');
    writeFileSync(preferences(), '{"autofill":{"enabled":true,"x":1},"browser":{"y":2},"z":3}');
    prepareBrowserProfile(data);
    prepareBrowserProfile(data);
    expect(traces(data, ['Vanderquux'])).toEqual([]);
    expect(read()).toMatchObject({
      autofill: { enabled: false, x: 1 },
      browser: { enable_spellchecking: false, y: 2 },
      z: 3,
    });
  });

  it('with settings that cannot be read gets new ones', () => {
    mkdirSync(join(data, 'Default'));
    writeFileSync(preferences(), '{"autofill":');
    prepareBrowserProfile(data);
    expect(read()).toMatchObject({ autofill: { enabled: false } });
  });

  it('is left alone while a browser has it open, and not when that was killed', async ({
    skip,
  }) => {
    skip(process.platform === 'win32', 'there the lock is a file');
    const lock = join(data, 'SingletonLock');
    symlinkSync(`machine-${process.pid}`, lock);
    prepareBrowserProfile(data);
    expect(existsSync(preferences())).toBe(false);
    rmSync(lock);
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    symlinkSync(`machine-${gone.pid}`, lock);
    prepareBrowserProfile(data);
    expect(existsSync(preferences())).toBe(true);
  });
});

const WORDS = {
  text: 'Vanderquux-text',
  mail: 'vanderquux@example.org',
  area: 'Vanderquux-area',
  pass: 'Vanderquux-pass',
  answer: 'Vanderquux-answer',
};
const PAGE = `<!doctype html><title>page</title><form>
  <input id="text" name="name"><input id="mail" type="email" name="email">
  <textarea id="area"></textarea><input id="pass" type="password"></form>
  <script>fetch('/answer', { method: 'POST' }).then(async (answer) => {
    document.title = String((await answer.text()).length);
  });</script>`;

const program = findBrowser(process.env, process.platform);
/** As Chromium writes them: plain, or two bytes a letter. */
const wide = Object.values(WORDS).map((word) => [...word].join('\0'));
const typedIn = (folder: string) => traces(folder, [...Object.values(WORDS), ...wide]);

/** Starts it as `npm start` does, but without a screen; types into every field. Answers how to end it. */
async function typeInto(browserProgram: string, url: string, folder: string) {
  const child = spawn(
    browserProgram,
    [
      ...windowArguments(browserProgram, url, folder),
      ...['--headless=new', '--remote-debugging-port=0'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('there is no window');
  await page.waitForFunction((title) => document.title === title, String(WORDS.answer.length));
  for (const id of ['text', 'mail', 'area', 'pass'] as const) {
    await page.click(`#${id}`);
    await page.keyboard.type(WORDS[id]);
  }
  await page.evaluate(() => void (location.hash = '#/elsewhere'));
  return async () => {
    const session = await browser.newBrowserCDPSession();
    // Its answer may not come any more.
    await session.send('Browser.close').catch(() => undefined);
    await ended;
  };
}

describe('Chromium itself', () => {
  it(
    'writes nothing down of what is typed into its window',
    { timeout: 60_000 },
    async ({ skip }) => {
      if (program === null) return skip('no Chromium, Chrome or Edge is installed');
      const server = createServer((request, response) => {
        response.writeHead(200, { 'cache-control': 'no-store', 'content-type': 'text/html' });
        response.end(request.url === '/answer' ? WORDS.answer : PAGE);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const [desk, other] = [join(data, 'desk'), join(data, 'other')];
      prepareBrowserProfile(browserData(program, desk));
      const endDesk = await typeInto(program, url, desk);
      // One that was not prepared shows when it would have been written.
      const endOther = await typeInto(program, url, other);
      await expect.poll(() => typedIn(other), { timeout: 30_000 }).not.toEqual([]);
      await Promise.all([endDesk(), endOther()]);
      server.close();
      expect(typedIn(desk)).toEqual([]);
    },
  );
});
