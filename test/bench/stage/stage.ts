import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyBuilt } from './built';
import { BenchDesk } from './desk';
import { fillWithEmptyMeeting, fillWithMeeting, fillWithYear, type Loaded } from './profiles';
import type { Options } from '../options';

export type LoadName = 'meeting' | 'tenth' | 'year' | 'empty';

/** What measures share: desks with their loads, each started when it is first asked for. */
export class Stage {
  private readonly desks = new Map<LoadName, BenchDesk>();

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

  async desk(name: LoadName): Promise<BenchDesk> {
    const known = this.desks.get(name);
    if (known !== undefined) return known;
    const { entry, browser } = this;
    const places = { entry, browser, folder: join(this.folder, name) };
    const desk = await BenchDesk.start(places, (profile) => this.fill(name, profile));
    const { operations, seconds } = desk.loaded;
    console.log(`  ${name}: ${operations} operations in the register, ${seconds.toFixed(1)} s`);
    this.desks.set(name, desk);
    return desk;
  }

  /** Ends a desk that no further measure needs, so that it does not take part in them. */
  async end(name: LoadName): Promise<void> {
    const desk = this.desks.get(name);
    this.desks.delete(name);
    await desk?.close();
  }

  /** The browser's name and version, as it says itself. */
  browserVersion(): string {
    return execFileSync(this.browser, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }

  async close(): Promise<void> {
    for (const name of [...this.desks.keys()]) await this.end(name);
    rmSync(this.folder, { recursive: true, force: true });
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
    }
  }
}
