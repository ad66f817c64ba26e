import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { printDocument } from '@electron/bridge/print-document';
import type { BadgeContent } from '@shared/codecs/badges/content';
import type { BadgeTemplate } from '@shared/domain/badge/settings';
import type { Sheet } from '@shared/codecs/badges/sheets';

const root = join(import.meta.dirname, '..', '..', '..');
const ORIGIN = 'http://badges.test/';

/** Composes as the page does, with its own fonts and its own measuring. */
const ENTRY = `
  import { compose } from '@renderer/features/badges/compose';
  window.compose = (input) => compose(input, new AbortController().signal, () => undefined);
`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

/** What is composed on the stage. */
export interface Staged {
  readonly template: BadgeTemplate;
  readonly sheet: Sheet;
  readonly startAt: number;
  readonly contents: readonly BadgeContent[];
  readonly language: string;
  readonly title: string;
  readonly logo: { href: string; width: number; height: number } | null;
}

export interface StagedDocument {
  readonly html: string;
  readonly shortened: readonly string[];
  readonly missing: readonly string[];
}

declare global {
  interface Window {
    compose: (input: Staged) => Promise<StagedDocument>;
  }
}

/** A text that is wider or higher than the box that it was drawn into, in millimetres. */
export interface Overflow {
  readonly text: string;
  readonly box: readonly [width: number, height: number];
  readonly ink: readonly [left: number, top: number, right: number, bottom: number];
}

/** Badges drawn by the program's own code in a real browser, without the program around it. */
export class BadgeStage {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly folder: string,
  ) {}

  static async open(executablePath: string): Promise<BadgeStage> {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-badges-'));
    const entry = join(folder, 'entry.ts');
    writeFileSync(entry, ENTRY);
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      base: '/',
      publicDir: false,
      resolve: { alias: { '@shared': join(root, 'shared'), '@renderer': join(root, 'renderer') } },
      build: {
        outDir: join(folder, 'built'),
        assetsInlineLimit: 0,
        target: 'chrome140',
        rolldownOptions: { input: entry, output: { entryFileNames: 'stage.js' } },
      },
    });
    writeFileSync(
      join(folder, 'built', 'index.html'),
      '<!doctype html><html lang="en"><title>x</title><script type="module" src="/stage.js"></script></html>',
    );
    const asRoot = process.getuid?.() === 0;
    const browser = await chromium.launch({
      executablePath,
      args: asRoot ? ['--no-sandbox'] : [],
    });
    const page = await browser.newPage();
    await page.route(`${ORIGIN}**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      const file = join(folder, 'built', path === '/' ? 'index.html' : path);
      const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
      return route.fulfill({ body: readFileSync(file), contentType });
    });
    await page.goto(ORIGIN);
    await page.waitForFunction(() => 'compose' in window);
    return new BadgeStage(browser, page, folder);
  }

  compose(input: Staged): Promise<StagedDocument> {
    return this.page.evaluate((given) => window.compose(given), input);
  }

  /** The document as the printer gets it, in a page of its own, at so many pixels a millimetre. */
  async show(html: string, { width, height }: Sheet['page'], scale = 2): Promise<Page> {
    const viewport = {
      width: Math.ceil((width * 96) / 25.4),
      height: Math.ceil((height * 96) / 25.4),
    };
    const shown = await this.browser.newPage({ viewport, deviceScaleFactor: scale });
    const size = { widthMm: width, heightMm: height };
    await shown.setContent(printDocument({ html, landscape: false, pageSize: size }));
    await shown.evaluate(() => document.fonts.ready.then(() => undefined));
    return shown;
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Every text whose ink leaves its box. A hair is allowed: letters lean. */
export function overflows(page: Page): Promise<Overflow[]> {
  return page.evaluate(() => {
    const found: { text: string; box: [number, number]; ink: [number, number, number, number] }[] =
      [];
    for (const text of document.querySelectorAll<SVGTextElement>('svg svg text')) {
      const box = text.closest('svg');
      if (box === null) continue;
      const width = box.width.baseVal.value;
      const height = box.height.baseVal.value;
      const { x, width: wide } = text.getBBox();
      const size = Number(text.parentElement?.getAttribute('font-size'));
      const baseline = Number(text.getAttribute('y'));
      // Height of what is inked: capitals with an accent, and what hangs below the line.
      const top = baseline - 0.95 * size;
      const bottom = baseline + 0.3 * size;
      const slack = 5;
      const outside =
        x < -slack || x + wide > width + slack || top < -0.2 * size || bottom > height + 0.2 * size;
      if (outside) {
        found.push({
          text: text.textContent,
          box: [width, height],
          ink: [x, top, x + wide, bottom],
        });
      }
    }
    return found;
  });
}
