import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from '@playwright/test';
import { prepareBrowserProfile } from '../../../scripts/lib/browser-profile.mjs';
import { findBrowser, isLinuxRoot } from '../../../scripts/lib/browser.mjs';

const ARGUMENTS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-breakpad',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--window-size=1440,900',
  ...(isLinuxRoot() ? ['--no-sandbox'] : []),
];

/**
 * A browser with a profile that outlives it, as a process that a test may kill: what Playwright
 * starts by itself cannot be killed as a crash would kill it, and forgets everything.
 */
export class OwnBrowser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** Starts it on a folder of data and opens one window. */
  static async start(folder: string): Promise<OwnBrowser> {
    const program = findBrowser();
    if (program === null) throw new Error('no browser is installed');
    // As `npm start` does, so that what stays on the disk is what stays there for a user.
    prepareBrowserProfile(folder);
    // A group of its own, so that all its processes can be killed at once.
    const child = spawn(program, [...ARGUMENTS, `--user-data-dir=${folder}`, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await addressOf(child));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('the browser has no context');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize({ width: 1440, height: 900 });
    return new OwnBrowser(child, browser, page);
  }

  /** Ends it as a crash would: SIGKILL to every process of it, nothing is finished. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as closing its last window does. */
  async close(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { pid, exitCode, signalCode } = this.process;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    const exited = once(this.process, 'exit');
    process.kill(-pid, signal);
    await exited;
    await this.browser.close();
  }
}

/** The address at which it listens to Playwright, from its own first words. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the browser ended before it was ready')));
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
