import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '@renderer/bridge/client';
import type { Draft } from '@shared/operation/operation';
import { findBrowser } from '@electron/web/browser';
import { someDraft } from '../../support/fake-host';
import { startTestServer, type TestServer } from '../../support/web-server';

declare global {
  interface Window {
    bridge: Bridge;
    heard: { last: number }[];
    violations: string[];
    states: string[];
  }
}

/** The real client in a real browser against the real server: only the interface is missing. */
const executablePath = findBrowser(process.env, process.platform);
const root = join(import.meta.dirname, '..', '..', '..');
const entry = `
  import { bridge } from '@renderer/bridge/client';
  window.bridge = bridge;
  window.heard = [];
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.violations.push(event.violatedDirective);
  });
`;

describe.skipIf(executablePath === null)(
  `the client in a browser${executablePath === null ? ' (skipped: no Chromium is installed)' : ''}`,
  () => {
    let test: TestServer;
    let browser: Browser;
    let page: Page;
    let scratch: string;
    const complaints: string[] = [];
    /** Paths of the calls that went by POST. */
    const posts: string[] = [];
    /** Resolves when a call of this channel has come to the host, which does not answer it. */
    let swallow: { channel: string; come: () => void } | null = null;

    beforeAll(async () => {
      test = await startTestServer((router) => ({
        ...router,
        call(channel, argument, caller) {
          if (swallow?.channel !== channel) return router.call(channel, argument, caller);
          swallow.come();
          return new Promise(() => undefined);
        },
      }));
      scratch = mkdtempSync(join(tmpdir(), 'rostrum-client-'));
      writeFileSync(join(scratch, 'entry.ts'), entry);
      await build({
        configFile: false,
        logLevel: 'error',
        root: scratch,
        resolve: {
          alias: { '@shared': join(root, 'shared'), '@renderer': join(root, 'renderer') },
        },
        build: {
          outDir: join(test.pages, 'assets'),
          lib: { entry: join(scratch, 'entry.ts'), formats: ['es'], fileName: () => 'client.js' },
        },
      });
      writeFileSync(
        join(test.pages, 'index.html'),
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>' +
          '<style nonce="__STYLE_NONCE__">body { color: rgb(1, 2, 3) }</style>' +
          '<script type="module" src="./assets/client.js"></script></html>',
      );
      browser = await chromium.launch({ executablePath: executablePath! });
      page = await (await browser.newContext()).newPage();
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
      });
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(test.server.entryUrl());
      await page.waitForFunction(() => 'bridge' in window);
    }, 60_000);

    afterAll(async () => {
      await browser.close();
      await test.close();
      rmSync(scratch, { recursive: true });
    });

    it('is let in, with no key left in the address', () => {
      expect(page.url()).toBe(`${test.origin}/`);
    });

    it('calls the host and is told of what was committed, in every window', async () => {
      const hello = await page.evaluate(() => window.bridge.app.hello());
      expect(hello).toMatchObject({ shell: 'web', locale: 'en-GB' });
      const other = await page.context().newPage();
      await other.goto(`${test.origin}/`);
      for (const each of [page, other]) {
        await each.waitForFunction(() => 'bridge' in window);
        await each.evaluate(() => {
          window.bridge.on('register.committed', (value) => window.heard.push(value));
        });
      }
      const drafts = [someDraft(), someDraft()];
      const ok = await page.evaluate(async (given) => {
        const answer = await window.bridge.register.commit({
          drafts: JSON.parse(given) as Draft[],
        });
        return answer.ok;
      }, JSON.stringify(drafts));
      expect(ok).toBe(true);
      for (const each of [page, other]) {
        await each.waitForFunction(() => window.heard.at(-1)?.last === 2);
      }
      await other.close();
      const ids = await page.evaluate(async () => {
        const { operations } = await window.bridge.register.read({ after: 0, limit: 10 });
        return operations.map(({ operation }) => operation.id);
      });
      expect(ids).toEqual(drafts.map(({ id }) => id));
    });

    it('makes small calls over the socket of its events, and the others by POST', async () => {
      posts.length = 0;
      const drafts = JSON.stringify([someDraft()]);
      const both = await page.evaluate(async (given) => {
        const { register, settings } = window.bridge;
        const answers = await Promise.all([
          register.commit({ drafts: JSON.parse(given) as Draft[] }),
          register.status(),
          settings.read(),
          register.read({ after: 0, limit: 10 }),
        ]);
        return { committed: answers[0].ok, read: answers[3].operations.length };
      }, drafts);
      expect(both).toEqual({ committed: true, read: 3 });
      expect(posts).toEqual(['/bridge/register.read']);
      // 200 kB of text in one act are small enough, 300 kB are not: the answer is the same.
      for (const [length, by] of [
        [200_000, []],
        [300_000, ['/bridge/register.commit']],
      ] as const) {
        posts.length = 0;
        const text = 'x'.repeat(length);
        const large = JSON.stringify([someDraft({ personal: { set: { text } } })]);
        const answer = await page.evaluate(async (given) => {
          const made = await window.bridge.register.commit({
            drafts: JSON.parse(given) as Draft[],
          });
          return made.ok ? made.operations[0]?.operation.sealed?.text : made.reason;
        }, large);
        expect(answer).toBe(JSON.stringify({ set: { text } }));
        expect(posts).toEqual(by);
      }
    });

    it('lets the user pick files and reads them through their tokens', async () => {
      const file = join(scratch, 'Список.csv');
      writeFileSync(file, 'Name;Country\n');
      const choosing = page.waitForEvent('filechooser');
      const chosen = page.evaluate(() =>
        window.bridge.files.choose({ accept: ['csv', 'xlsx'], multiple: false }),
      );
      const chooser = await choosing;
      expect(chooser.isMultiple()).toBe(false);
      expect(await chooser.element().getAttribute('accept')).toBe('.csv,.xlsx');
      await chooser.setFiles(file);
      const { files } = await chosen;
      expect(files).toMatchObject([{ name: 'Список.csv', size: 13 }]);
      const texts = await page.evaluate(async (token) => {
        const read = async () => {
          const answer = await window.bridge.files.read({ token });
          return answer.ok ? new TextDecoder().decode(answer.bytes) : answer.reason;
        };
        return [await read(), await read()];
      }, files[0]!.token);
      expect(texts).toEqual(['Name;Country\n', 'unknown-token']);
    });

    it('downloads what is saved, under a safe name', async () => {
      const downloading = page.waitForEvent('download');
      const answer = await page.evaluate(() =>
        window.bridge.files.save({
          name: 'a/Отчёт: 1.csv',
          bytes: new TextEncoder().encode('x;y\n'),
        }),
      );
      expect(answer).toEqual({ ok: true, saved: true, name: 'Отчёт- 1.csv' });
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('Отчёт- 1.csv');
      expect(readFileSync(await download.path(), 'utf8')).toBe('x;y\n');
    });

    it('opens a second window on a place in the app', async () => {
      const opening = page.waitForEvent('popup');
      const answer = await page.evaluate(() =>
        window.bridge.app.openWindow({ route: '/projector' }),
      );
      expect(answer).toEqual({ ok: true });
      const second = await opening;
      await second.waitForFunction(() => 'bridge' in window);
      expect(second.url()).toBe(`${test.origin}/#/projector`);
      await second.close();
    });

    it('keeps to its policy: own styles yes, foreign ones, inline scripts and elsewhere no', async () => {
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(1, 2, 3)');
      expect(await page.evaluate(() => window.violations)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        const script = document.createElement('script');
        script.textContent = 'window.bad = true';
        document.head.append(style, script);
        return fetch('http://127.0.0.1:1/').catch(() => null);
      });
      await page.waitForFunction(() => window.violations.length === 3);
      expect((await page.evaluate(() => window.violations)).sort()).toEqual([
        'connect-src',
        'script-src-elem',
        'style-src-elem',
      ]);
      expect(await page.evaluate(() => 'bad' in window)).toBe(false);
    });

    it('notices that the host is gone, comes back with it, and misses nothing', async () => {
      await page.evaluate(() => {
        window.states = [window.bridge.connection.current()];
        window.bridge.connection.subscribe(() => {
          window.states.push(window.bridge.connection.current());
        });
        window.heard.length = 0;
      });
      await test.stop();
      await page.waitForFunction(() => window.states.at(-1) === 'lost');
      const code = await page.evaluate(async () => {
        const fault = await window.bridge.app.hello().catch((reason: unknown) => reason);
        return (fault as { code: string }).code;
      });
      expect(code).toBe('lost');
      const { last } = await test.host.register.status();
      await test.host.register.commit([someDraft()]);
      await test.resume();
      await page.waitForFunction(() => window.states.at(-1) === 'connected');
      expect(await page.evaluate(() => window.states)).toEqual(['connected', 'lost', 'connected']);
      await page.waitForFunction((now) => window.heard.at(-1)?.last === now, last + 1);
    });

    it('loses a call that is under way when the host goes, and does not make it twice', async () => {
      posts.length = 0;
      const come = new Promise<void>((resolve) => {
        swallow = { channel: 'register.commit', come: resolve };
      });
      const lost = page.evaluate(
        async (given) => {
          const { register, connection } = window.bridge;
          const fault = await register
            .commit({ drafts: JSON.parse(given) as Draft[] })
            .catch((reason: unknown) => reason);
          return [(fault as { code: string }).code, connection.current()];
        },
        JSON.stringify([someDraft()]),
      );
      await come;
      await test.stop();
      expect(await lost).toEqual(['lost', 'lost']);
      swallow = null;
      const { last } = await test.host.register.status();
      await test.resume();
      await page.waitForFunction(() => window.bridge.connection.current() === 'connected');
      expect((await test.host.register.status()).last).toBe(last);
      expect(posts).toEqual([]);
      const status = await page.evaluate(() => window.bridge.register.status());
      expect(status.last).toBe(last);
    });

    it('gets a code, and no more, for what the host does not take', async () => {
      const code = await page.evaluate(async () => {
        const fault = await window.bridge.app
          .openWindow({ route: 'https://example.org' })
          .catch((reason: unknown) => reason);
        return (fault as { code: string }).code;
      });
      expect(code).toBe('bad-argument');
    });
  },
);
