import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { installProbe } from './probe';
import { startHost, type BenchHost } from './host';
import type { Loaded } from './profiles';
import type { Protection } from './stage';
import { OtherDesk } from '../other-desk';
import type { BenchPage } from '../page/api';

declare global {
  interface Window {
    bench: BenchPage;
  }
}

/** Of every protected desk. */
export const PASSPHRASE = 'four quiet words stand here';

export interface DeskPlaces {
  /** The copied host's script. */
  readonly entry: string;
  /** This desk's own folder. */
  readonly folder: string;
  readonly browser: string;
}

/** A whole desk with a load: its host and a browser with a profile on disk, as a user has one. */
export class BenchDesk {
  /** How long protecting it took, seconds; null where it is not protected. */
  switchedIn: number | null = null;

  private constructor(
    readonly loaded: Loaded,
    public host: BenchHost,
    readonly context: BrowserContext,
    private readonly places: DeskPlaces,
  ) {}

  static async start(
    places: DeskPlaces,
    protection: Protection,
    fill: (profile: string) => Loaded,
  ): Promise<BenchDesk> {
    const { entry, folder, browser } = places;
    rmSync(folder, { recursive: true, force: true });
    const profile = join(folder, 'profile');
    mkdirSync(profile, { recursive: true });
    const loaded = fill(profile);
    const host = await startHost(entry, profile);
    const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
      executablePath: browser,
      locale: 'en-GB',
      timezoneId: 'Europe/Vienna',
      viewport: { width: 1440, height: 900 },
    });
    await context.addInitScript(installProbe);
    // Takes the cookie without opening the program: opening it is what is measured.
    await context.request.get(host.url, { maxRedirects: 0 });
    const desk = new BenchDesk(loaded, host, context, places);
    if (protection === 'protected') await desk.protect();
    return desk;
  }

  /** Through the channels of the set-up dialog, before any window is open. */
  private async protect(): Promise<void> {
    const other = await OtherDesk.connect(this);
    const { recovery } = await other.call('protection.prepare', {});
    const start = performance.now();
    const request = { passphrase: PASSPHRASE, keyStore: false, recovery };
    const answer = await other.call('protection.setUp', request);
    if (!answer.ok) throw new Error(`not protected: ${answer.reason}`);
    this.switchedIn = (performance.now() - start) / 1000;
  }

  /** Ends the host and starts it again at the same address: a protected desk is locked then. */
  async restartHost(): Promise<void> {
    const { entry, folder } = this.places;
    const before = this.host;
    await before.stop();
    this.host = await startHost(entry, join(folder, 'profile'));
    if (this.host.origin !== before.origin) throw new Error('the host moved to another address');
  }

  /** Address of a page of the program. */
  address(route: string): string {
    return `${this.host.origin}/#${route}`;
  }

  /** The first meeting's desk. */
  get deskRoute(): string {
    return `/m/${this.loaded.meetings[0] ?? ''}/desk`;
  }

  /** A window of the program at a route, as soon as its document is there. */
  async open(route: string): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => {
      console.error(`the page threw: ${error.stack ?? error.message}`);
    });
    await page.goto(this.address(route), { waitUntil: 'commit' });
    return page;
  }

  /** A window of the program whose projections are complete. */
  async openLevel(route: string): Promise<Page> {
    const page = await this.open(route);
    await this.level(page);
    return page;
  }

  /** Waits until a window's database has followed the register to the end of the load. */
  async level(page: Page): Promise<void> {
    await page.evaluate((last) => window.benchProbe.level(last), this.loaded.operations);
  }

  /** The bench's own page: same origin, same policy, none of the program running. */
  async openBench(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.host.origin}/bench/index.html`);
    await page.waitForFunction(() => 'bench' in window);
    return page;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.host.stop();
    rmSync(this.places.folder, { recursive: true, force: true });
  }
}
