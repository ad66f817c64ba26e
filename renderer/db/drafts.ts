import type { DraftText, TextTable } from './text-table';

/** A crash costs at most this much typing. */
const AUTOSAVE_MS = 300;

/**
 * What is being typed in this window: written down a moment after every key, and once more whenever
 * the database was made anew.
 */
export class Drafts {
  /** Typed here and not settled yet. */
  private readonly typed = new Map<string, DraftText>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly texts: TextTable,
    private readonly now: () => number,
  ) {}

  /** `null`: there is no draft. */
  async read(key: string): Promise<string | null> {
    const here = this.typed.get(key);
    return here !== undefined ? here.value : ((await this.texts.get(key))?.value ?? null);
  }

  type(key: string, value: string): void {
    this.typed.set(key, { key, value, at: this.now() });
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        // What cannot be written now is still in memory, and is written again with the next key.
        this.write(key).catch(() => undefined);
      }, AUTOSAVE_MS),
    );
  }

  /** The draft has become part of the journal, or is not wanted any more. */
  async settle(key: string): Promise<void> {
    this.typed.delete(key);
    this.stop(key);
    await this.texts.delete(key);
  }

  /** Writes everything down again that was typed here. */
  async writeAll(): Promise<void> {
    for (const key of [...this.typed.keys()]) await this.write(key);
  }

  /** Writes down what is not written yet, and forgets it. */
  async close(): Promise<void> {
    try {
      for (const key of [...this.timers.keys()]) await this.write(key);
    } finally {
      for (const key of [...this.timers.keys()]) this.stop(key);
      this.typed.clear();
    }
  }

  private async write(key: string): Promise<void> {
    this.stop(key);
    const text = this.typed.get(key);
    if (text !== undefined) await this.texts.put(text);
  }

  private stop(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }
}
