import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printDocument } from '@electron/bridge/print-document';
import { findBrowser } from '@electron/web/browser';
import { createPrinter } from '@electron/web/printing';
import { sheetFor, SHEETS, type Sheet } from '@shared/codecs/badges/sheets';
import { isSelfContained } from '@shared/contract/print';
import type { BadgeTemplate } from '@shared/domain/badge/settings';
import { SAMPLES } from '../../support/badges/samples';
import { BadgeStage, overflows, type StagedDocument } from '../../support/badges/stage';

const executablePath = findBrowser(process.env, process.platform);
const missing = executablePath === null ? ' (skipped: no Chromium is installed)' : '';

const POINTS = 72 / 25.4;

describe.skipIf(executablePath === null)(`badges in a browser${missing}`, () => {
  let stage: BadgeStage;
  let scratch: string;
  const contentsFor = (template: BadgeTemplate) =>
    SAMPLES.map((content) => (template === 'nameplate' ? { ...content, code: null } : content));

  beforeAll(async () => {
    stage = await BadgeStage.open(executablePath!);
    scratch = mkdtempSync(join(tmpdir(), 'rostrum-badge-print-'));
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const compose = (
    template: BadgeTemplate,
    sheet: Sheet,
    change: { startAt?: number; logo?: { href: string; width: number; height: number } } = {},
  ): Promise<StagedDocument> =>
    stage.compose({
      ...{ template, sheet, language: 'en', title: 'Badges', startAt: change.startAt ?? 0 },
      contents: contentsFor(template).map((content) => ({
        ...content,
        hasLogo: change.logo !== undefined,
      })),
      logo: change.logo ?? null,
    });

  const cases = SHEETS.flatMap((sheet) =>
    sheet.templates.map((template) => [template, sheet] as const),
  );

  it.each(cases.map(([template, sheet]) => [template, sheet.id, sheet] as const))(
    '%s on %s: Arabic, Russian, Chinese and joined names stay in their boxes, whole',
    async (template, _, sheet) => {
      const { html, shortened, missing: letters } = await compose(template, sheet);
      expect(isSelfContained(html)).toBe(true);
      expect([shortened, letters]).toEqual([[], []]);
      const page = await stage.show(html, sheet.page, 1);
      expect(await overflows(page)).toEqual([]);
      const texts = await page.locator('svg svg text').allTextContents();
      for (const { family, native } of SAMPLES) {
        const all = texts.join('').replace(/\s/g, '');
        expect(all).toContain(family.replace(/\s/g, ''));
        expect(all).toContain(native.replace(/\s/g, ''));
      }
      await page.close();
    },
    60_000,
  );

  it('finds a text that leaves its box', async () => {
    const sheet = sheetFor('portrait', 'badge-86x124');
    const { html } = await compose('portrait', sheet);
    const page = await stage.show(
      html.replaceAll(/font-size="\d+"/g, 'font-size="1500"'),
      sheet.page,
      1,
    );
    expect((await overflows(page)).length).toBeGreaterThan(10);
    await page.close();
  });

  it('has the fonts of its letters inside, and no others', async () => {
    const sheet = sheetFor('portrait', 'badge-86x124');
    const all = await compose('portrait', sheet);
    const latin = await stage.compose({
      ...{ template: 'portrait', sheet, language: 'en', title: 'x', startAt: 0, logo: null },
      contents: [SAMPLES[0]!],
    });
    const fonts = ({ html }: StagedDocument) => html.match(/@font-face/g)?.length ?? 0;
    expect(fonts(latin)).toBe(1);
    expect(fonts(all)).toBeGreaterThan(4);
    expect(latin.html.length).toBeLessThan(80_000);
  });

  it.each([
    ['portrait', 'a4-99x139', 2],
    ['landscape', 'letter-102x76', 2],
    ['landscape', 'label-102x152', 8],
    ['portrait', 'roll-62x100', 8],
    ['nameplate', 'a4-tent', 8],
  ] as const)(
    '%s on %s becomes a PDF of %i pages at the paper’s size, in the badge’s own fonts',
    async (template, id, pages) => {
      const sheet = sheetFor(template, id);
      const { html } = await compose(template, sheet);
      const print = createPrinter({
        browser: () => executablePath,
        places: { memory: null, scratch },
        asRoot: process.getuid?.() === 0,
      });
      const { width, height } = sheet.page;
      const pageSize = { widthMm: width, heightMm: height };
      const answer = await print(printDocument({ html, landscape: false, pageSize }));
      if (!answer.ok) throw new Error(answer.reason);
      const pdf = Buffer.from(answer.bytes).toString('latin1');
      const boxes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes).toHaveLength(pages);
      for (const [, wide, high] of boxes) {
        // Printers’ points are whole pixels of the page: within half a millimetre.
        expect(Math.abs(Number(wide) - width * POINTS)).toBeLessThan(0.5 * POINTS);
        expect(Math.abs(Number(high) - height * POINTS)).toBeLessThan(0.5 * POINTS);
      }
      const fonts = [...pdf.matchAll(/FontName \/(?:[A-Z]{6}\+)?([A-Za-z]+)/g)];
      expect(fonts.length).toBeGreaterThan(3);
      expect(fonts.map(([, font]) => font).filter((font) => !/^NotoSans/.test(font ?? ''))).toEqual(
        [],
      );
    },
    90_000,
  );

  it('prints codes that can be scanned from the paper, with the picture beside', async () => {
    const sheet = sheetFor('portrait', 'card-54x86');
    const red =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8Dwn4EBAAj+Af9IxWaQAAAAAElFTkSuQmCC';
    const { html } = await compose('portrait', sheet, { logo: { href: red, width: 2, height: 1 } });
    const page = await stage.show(html, sheet.page, 1);
    const png = await page.locator('body > svg:not(.symbols)').first().screenshot();
    const pixels = await page.evaluate(async (encoded) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const { width, height } = picture;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(picture, 0, 0);
      return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
    }, png.toString('base64'));
    const data = Uint8ClampedArray.from(pixels.data);
    expect(decodeQR({ ...pixels, data })).toBe(SAMPLES[0]!.code);
    const isRed = (at: number) => data[at]! > 200 && data[at + 1]! < 60 && data[at + 2]! < 60;
    expect(pixels.data.some((_, at) => at % 4 === 0 && isRed(at))).toBe(true);
    await page.close();
  }, 60_000);

  it('begins a begun sheet at its first free label', async () => {
    const sheet = sheetFor('landscape', 'a4-99x68');
    const { html } = await compose('landscape', sheet, { startAt: 6 });
    const page = await stage.show(html, sheet.page, 1);
    const places = await page
      .locator('body > svg')
      .evaluateAll((drawings) =>
        drawings.map((drawing) =>
          [...drawing.children].map((label) => label.getAttribute('transform')),
        ),
      );
    expect(places.map((labels) => labels.length)).toEqual([2, 6]);
    expect(places[0]?.[0]).toBe(
      `translate(${Math.round(sheet.left * 100)} ${Math.round((sheet.top + 3 * sheet.down) * 100)})`,
    );
    await page.close();
  });
});
