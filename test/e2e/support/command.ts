import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** One run of `npm start` (its script, with this Node), with what it printed so far. */
export class StartCommand {
  output = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<number | null>;

  constructor(args: string[], environment: Readonly<Record<string, string | undefined>> = {}) {
    this.child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...environment },
    });
    const keep = (text: Buffer) => {
      this.output += text.toString();
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.exited = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Waits for text in the output and returns its match; fails when the command ends without it. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const found = () => pattern.exec(this.output);
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = found();
        if (match !== null) resolve(match);
      };
      this.child.stdout?.on('data', look);
      this.child.stderr?.on('data', look);
      void this.exited.then(() => {
        const match = found();
        if (match === null) reject(new Error(`never printed ${String(pattern)}:\n${this.output}`));
        else resolve(match);
      });
      look();
    });
  }

  /** The exit code, once it has ended by itself. */
  async ended(): Promise<number | null> {
    return this.exited;
  }

  /** Whatever a failed test left running, the host that it started included. */
  async end(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exited;
  }

  /** Ends it as Ctrl+C does and waits. */
  async interrupt(): Promise<number | null> {
    this.child.kill('SIGINT');
    return this.exited;
  }
}
