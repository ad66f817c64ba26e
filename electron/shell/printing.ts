import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, type WebPreferences } from 'electron';
import type { AnswerOf } from '@shared/contract/contract';
import { oneAtATime } from '../bridge/one-at-a-time';
import { makeFleeting } from '../settings/fleeting';
import type { Profile } from '../settings/profile';
import { denyPermissions } from './permissions';

const PRINT_TIMEOUT_MS = 60_000;

const PREFERENCES: WebPreferences = {
  // Not `persist:`: what is printed leaves nothing behind.
  partition: 'print',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  javascript: false,
  webviewTag: false,
};

type PrintAnswer = AnswerOf<'print.pdf'>;

/**
 * Prints a document in a window that nobody sees: sandboxed, without preload and without scripts, in a
 * session that may load this one file and nothing else.
 */
export function createPrinter(
  places: Pick<Profile, 'memory' | 'scratch'>,
): (html: string) => Promise<PrintAnswer> {
  return oneAtATime(async (html) => {
    const folder = await makeFleeting(places, Buffer.byteLength(html));
    const window = new BrowserWindow({ show: false, webPreferences: PREFERENCES });
    try {
      const source = join(folder, 'document.html');
      const own = pathToFileURL(source).href;
      await writeFile(source, html, { mode: 0o600 });
      confine(window, own);
      return await Promise.race([print(window, own), afterTimeout()]);
    } catch {
      return { ok: false, reason: 'failed' };
    } finally {
      window.destroy();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });
}

function confine({ webContents }: BrowserWindow, own: string): void {
  denyPermissions(webContents.session);
  webContents.session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== own && !url.startsWith('data:') }),
  );
}

async function print(window: BrowserWindow, own: string): Promise<PrintAnswer> {
  await window.loadURL(own);
  const bytes = await window.webContents.printToPDF({
    // Size and orientation are in the document (see print-document.ts), as in the web shell.
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
  return { ok: true, bytes: new Uint8Array(bytes) };
}

function afterTimeout(): Promise<PrintAnswer> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, reason: 'timed-out' }), PRINT_TIMEOUT_MS).unref();
  });
}
