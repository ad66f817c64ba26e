import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyBuilt } from './built';
import { BenchDesk } from './desk';
import {
  fillWithEmptyMeeting,
  fillWithExpected,
  fillWithMeeting,
  fillWithYear,
  type Loaded,
} from './profiles';
import type { Options } from '../options';

export type LoadName = 'meeting' | 'tenth' | 'year' | 'empty' | 'webinar';

/** People expected at the webinar, at scale 1. */
const WEBINAR_PEOPLE = 20_000;
export type Protection = 'plain' | 'protected';

/** What measures share: desks with their loads, each started when it is first asked for. */
export class Stage {
  private readonly desks = new Map<string, BenchDesk>();

  private constructor(
    readonly options: Options,
    /** An empty folder for everything that one run needs; gone at the end. */
    readonly folder: string,
    private readonly browser: string,
    private readonly entry: string,
  ) {}

  static async open(options: Options, folder: string, browser: string): Promise<Stage> {
    const entry = await copyBuilt(join(folder, 'build'));
    return new Stage(options, folder, browser, entry);
  }

  get webinarPeople(): number {
    return Math.max(100, Math.round(WEBINAR_PEOPLE * this.options.scale));
  }

  async desk(name: LoadName, protection: Protection = 'plain'): Promise<BenchDesk> {
    const key = `${name}-${protection}`;
    const known = this.desks.get(key);
    if (known !== undefined) return known;
    const { entry, browser } = this;
    const places = { entry, browser, folder: join(this.folder, key) };
    const desk = await BenchDesk.start(places, protection, (profile) => this.fill(name, profile));
    const { loaded, switchedIn } = desk;
    const told = switchedIn === null ? '' : `; protected in ${switchedIn.toFixed(1)} s`;
    const { operations, seconds } = loaded;
    console.log(
      `  ${key}: ${operations} operations in the register, ${seconds.toFixed(1)} s${told}`,
    );
    this.desks.set(key, desk);
    return desk;
  }

  /** Ends desks that no further measure needs, so that they do not take part in them. */
  async end(name: LoadName): Promise<void> {
    for (const key of [`${name}-plain`, `${name}-protected`]) await this.endOne(key);
  }

  /** The browser's name and version, as it says itself. */
  browserVersion(): string {
    return execFileSync(this.browser, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }

  async close(): Promise<void> {
    for (const key of [...this.desks.keys()]) await this.endOne(key);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async endOne(key: string): Promise<void> {
    const desk = this.desks.get(key);
    this.desks.delete(key);
    await desk?.close();
  }

  private fill(name: LoadName, profile: string): Loaded {
    const { seed, scale } = this.options;
    switch (name) {
      case 'meeting':
        return fillWithMeeting(profile, seed, scale);
      case 'tenth':
        return fillWithMeeting(profile, seed, scale / 10);
      case 'year':
        return fillWithYear(profile, seed, scale);
      case 'empty':
        return fillWithEmptyMeeting(profile, seed);
      case 'webinar':
        return fillWithExpected(profile, seed, this.webinarPeople);
    }
  }
}
