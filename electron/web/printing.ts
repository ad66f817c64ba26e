import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnswerOf } from '@shared/contract/contract';
import { oneAtATime } from '../bridge/one-at-a-time';
import { makeFleeting } from '../settings/fleeting';
import type { Profile } from '../settings/profile';

type PrintAnswer = AnswerOf<'print.pdf'>;

/** A PDF with its fonts may be larger than its source; the two lie side by side for a moment. */
const PRINTED_FACTOR = 4;

/** A list of 20,000 participants takes some seconds; what takes longer than this hangs. */
export const PRINT_TIMEOUT_MS = 60_000;

/**
 * Prints with the installed browser, headless, in a profile of its own that is removed afterwards
 * together with the document. One at a time: a browser is a large process.
 */
export function createPrinter(options: PrinterOptions): (html: string) => Promise<PrintAnswer> {
  return oneAtATime((html) => print(html, options));
}

interface PrinterOptions {
  readonly browser: () => string | null;
  /** For what is needed meanwhile: the document in memory if there is room, the browser on disk. */
  readonly places: Pick<Profile, 'memory' | 'scratch'>;
  /** Chromium refuses to run as root inside its sandbox. */
  readonly asRoot: boolean;
  readonly timeoutMs?: number;
}

async function print(html: string, options: PrinterOptions): Promise<PrintAnswer> {
  const browser = options.browser();
  if (browser === null) return { ok: false, reason: 'no-browser' };
  const folder = await makeFleeting(options.places, PRINTED_FACTOR * Buffer.byteLength(html));
  const own = await mkdtemp(join(options.places.scratch, 'browser-'));
  try {
    const source = join(folder, 'document.html');
    const target = join(folder, 'document.pdf');
    await writeFile(source, html, { mode: 0o600 });
    const ended = await run(
      browser,
      [
        '--headless',
        ...(options.asRoot ? ['--no-sandbox'] : []),
        ...['--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-sync'],
        // It writes down neither the document's title nor a picture of its own memory.
        ...['--incognito', '--disable-breakpad', '--disable-crash-reporter'],
        // The document's own policy forbids it to load anything; nothing else may either.
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--no-pdf-header-footer',
        `--user-data-dir=${own}`,
        `--print-to-pdf=${target}`,
        pathToFileURL(source).href,
      ],
      options.timeoutMs ?? PRINT_TIMEOUT_MS,
    );
    if (ended === 'timed-out') return { ok: false, reason: 'timed-out' };
    const bytes = await readFile(target).catch(() => null);
    if (bytes === null || bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
      return { ok: false, reason: 'failed' };
    }
    return { ok: true, bytes: new Uint8Array(bytes) };
  } finally {
    // A browser's helper processes may still be closing their files.
    await Promise.all(
      [folder, own].map((path) =>
        rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
      ),
    );
  }
}

/** Runs a program to its end, or ends it and every process that it started. */
function run(program: string, args: string[], timeoutMs: number): Promise<'ended' | 'timed-out'> {
  return new Promise((resolve) => {
    const group = process.platform !== 'win32';
    const child = spawn(program, args, { stdio: 'ignore', detached: group, windowsHide: true });
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      endAll(child.pid, group);
    }, timeoutMs);
    const done = (): void => {
      clearTimeout(timer);
      resolve(timedOut ? 'timed-out' : 'ended');
    };
    child.once('error', done);
    child.once('exit', done);
  });
}

function endAll(pid: number | undefined, group: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(group ? -pid : pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
