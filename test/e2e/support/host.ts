import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readReady } from '../../../scripts/lib/host.mjs';

const ENTRY = join(import.meta.dirname, '..', '..', '..', 'build', 'web', 'main.js');

/** How long a host may take to open its register and listen. */
const READY_LIMIT_MS = 30_000;

/** The built web host on a profile of its own, as a process that a test may kill and start again. */
export class Host {
  /** Lets one window in, once; a window that was in keeps its cookie. New after every start. */
  url = '';
  /** Everything it wrote, for the report of a test that fails. */
  log = '';
  private process: ChildProcess | null = null;

  constructor(
    /** The folder of the desk's data. */
    readonly profile: string,
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /** Process id, or `null` when it does not run. */
  get pid(): number | null {
    return this.process?.pid ?? null;
  }

  /** Scheme, address and port. */
  get origin(): string {
    return new URL(this.url).origin;
  }

  /** Starts it and waits for its ready line. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [ENTRY], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.environment, ROSTRUM_PROFILE: this.profile },
    });
    this.process = child;
    child.on('exit', (code, signal) => {
      this.note(`host ended (${signal ?? code ?? 'unknown'})`);
      if (this.process === child) this.process = null;
    });
    child.stderr.on('data', (text: Buffer) => {
      this.note(text.toString());
    });
    this.url = await new Promise<string>((resolve, reject) => {
      const give = (why: string) => reject(new Error(`${why}\n${this.log}`));
      const timer = setTimeout(() => give('the host was not ready in time'), READY_LIMIT_MS);
      child.once('error', reject);
      child.once('exit', () => give('the host ended before it was ready'));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = readReady(line);
        if (ready === null) {
          this.note(line);
        } else {
          clearTimeout(timer);
          resolve(ready.url);
        }
      });
    });
  }

  /** Ends it as a crash would: SIGKILL, nothing is finished. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as closing the window does. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Starts it again on the same profile, after it was killed, stopped, or while it runs. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (child === null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  private note(text: string): void {
    this.log += `${text.trimEnd()}\n`;
  }
}
