import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printDocument } from '@electron/bridge/print-document';
import { findBrowser } from '@electron/web/browser';
import { createPrinter } from '@electron/web/printing';

const browser = findBrowser(process.env, process.platform);

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'rostrum-print-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

const printer = (program: string | null, timeoutMs?: number) =>
  createPrinter({
    browser: () => program,
    places: { memory: null, scratch },
    asRoot: process.getuid?.() === 0,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });

const page = (body: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>Synthetic</title></head><body>${body}</body></html>`;

const mediaBox = (pdf: string): number[] =>
  (/MediaBox \[([^\]]*)\]/.exec(pdf)?.[1] ?? '').split(' ').map((side) => Math.round(Number(side)));

const absent = browser === null;
const noBrowser = 'no Chromium, Chrome or Edge is installed';

describe('printing with the installed browser', () => {
  it.each([
    ['A4', false, [0, 0, 595, 842]],
    ['A4', true, [0, 0, 842, 595]],
    ['Letter', false, [0, 0, 612, 792]],
    ['Letter', true, [0, 0, 792, 612]],
    [{ widthMm: 102, heightMm: 152 }, false, [0, 0, 289, 431]],
    [{ widthMm: 85.6, heightMm: 54 }, true, [0, 0, 243, 153]],
  ] as const)(
    'gives %s, landscape %s, tagged, in its language',
    async (pageSize, landscape, box) => {
      const html = printDocument({ html: page('<h1>مرحبا</h1>'), landscape, pageSize });
      const answer = await printer(browser)(html);
      if (absent) {
        expect(answer).toEqual({ ok: false, reason: 'no-browser' });
        return;
      }
      if (!answer.ok) throw new Error(answer.reason);
      const pdf = Buffer.from(answer.bytes).toString('latin1');
      expect(pdf.slice(0, 5)).toBe('%PDF-');
      expect(mediaBox(pdf)).toEqual(box);
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf).toContain('/Lang (ar)');
      expect(readdirSync(scratch)).toEqual([]);
    },
  );

  it('loads nothing from anywhere', async ({ skip }) => {
    skip(absent, noBrowser);
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const picture = join(scratch, 'picture.svg');
    writeFileSync(
      picture,
      `<svg xmlns="http://www.w3.org/2000/svg"><image href="${base}/svg"/></svg>`,
    );
    const answer = await printer(browser)(
      printDocument({
        html: page(
          `<style>@import url(${base}/css); p { background: url(${base}/bg) }</style>` +
            `<p>x</p><img src="${base}/img"><img src="file://${picture}">` +
            `<svg><use href="${base}/use#x"/></svg><video src="${base}/video"></video>` +
            `<img src="x" onerror="fetch('${base}/script')">`,
        ),
        landscape: false,
        pageSize: 'A4',
      }),
    );
    server.close();
    expect(answer.ok).toBe(true);
    expect(asked).toEqual([]);
  });

  it('says when there is no browser', async () => {
    expect(await printer(null)('<p>x</p>')).toEqual({ ok: false, reason: 'no-browser' });
  });

  it.each(['/nowhere/chromium', process.execPath])(
    'says when %s does not print',
    async (program) => {
      expect(await printer(program)('<p>x</p>')).toEqual({ ok: false, reason: 'failed' });
      expect(readdirSync(scratch)).toEqual([]);
    },
  );

  it('ends a browser that hangs, with all that it started', async ({ skip }) => {
    skip(process.platform === 'win32', 'needs a shell');
    const hanging = join(scratch, 'hanging');
    const trace = join(scratch, 'trace');
    // Without its child, the shell would write the trace when it is ended alone.
    writeFileSync(hanging, `#!/bin/sh\nsleep 600\ntouch '${trace}'\n`, { mode: 0o700 });
    expect(await printer(hanging, 300)('<p>x</p>')).toEqual({ ok: false, reason: 'timed-out' });
    expect(existsSync(trace)).toBe(false);
  });

  it('prints one document after the other', async () => {
    const print = printer(process.execPath);
    const answers = await Promise.all([print('<p>1</p>'), print('<p>2</p>')]);
    expect(answers).toEqual(Array.from({ length: 2 }, () => ({ ok: false, reason: 'failed' })));
  });
});

describe('a browser', () => {
  it.each<[string, NodeJS.Platform, Record<string, string>]>([
    ['in no folder', 'linux', { PATH: '' }],
    ['in a relative folder', 'linux', { PATH: 'bin:.' }],
    ['that is named by a relative path', 'linux', { CHROMIUM_PATH: 'chromium' }],
    ['that is named and not there', 'linux', { CHROMIUM_PATH: '/nowhere/chromium' }],
    ['without the folders of Windows', 'win32', {}],
  ])('%s is none', (_, platform, env) => expect(findBrowser(env, platform)).toBeNull());

  it('is the one that is named', () => {
    expect(findBrowser({ CHROMIUM_PATH: process.execPath }, 'linux')).toBe(process.execPath);
  });

  it('is found where programs are', () => {
    const chromium = join(scratch, 'chromium');
    writeFileSync(chromium, '', { mode: 0o700 });
    expect(findBrowser({ PATH: scratch }, 'linux')).toBe(chromium);
  });
});
