import type { AnswerOf, RequestOf } from '@shared/contract/contract';
import type { JournalFilter } from '@shared/contract/register';
import type { Stamped } from '@shared/operation/operation';

/** Operations that are read in one go. */
export const PAGE = 200;
/** As many as the register hands over at once. */
const MOST = 1000;

export type AskJournal = (
  request: RequestOf<'register.journal'>,
) => Promise<AnswerOf<'register.journal'>>;

/** The journal as far as it has been read, newest first. */
export interface JournalView {
  readonly state: 'loading' | 'failed' | 'ready';
  readonly operations: readonly Stamped[];
  /** There are earlier ones. */
  readonly more: boolean;
  /** Earlier ones are `reading`, or reading them has `failed`. */
  readonly earlier: 'idle' | 'reading' | 'failed';
  /** Operations that have come since and are not shown yet, so that nothing moves. */
  readonly newer: number;
  /** `newer` is the least: there are more than one page. */
  readonly newerMany: boolean;
  /** For `failed`. */
  readonly message: string;
}

const START: JournalView = {
  state: 'loading',
  operations: [],
  more: false,
  earlier: 'idle',
  newer: 0,
  newerMany: false,
  message: '',
};

/**
 * Reads the register page by page, backwards, through one filter. What is committed meanwhile waits
 * above the list until the reader wants it, or goes on top at once while they follow.
 */
export class JournalPages {
  private view: JournalView = START;
  private waiting: readonly Stamped[] = [];
  private following = true;
  private looking = false;
  private lookAgain = false;
  /** Answers to questions of an earlier run are void. */
  private run = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly ask: AskJournal,
    private readonly filter: JournalFilter,
  ) {}

  snapshot = (): JournalView => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the newest page; once more after a failure. */
  async start(): Promise<void> {
    await this.renew(PAGE);
  }

  /** Reads what is shown once more: values were forgotten, or what holds has changed. */
  async again(): Promise<void> {
    await this.renew(this.view.operations.length);
  }

  /** Reads the page before the earliest operation that is shown. */
  async readEarlier(): Promise<void> {
    const { state, more, earlier, operations } = this.view;
    if (state !== 'ready' || !more || earlier === 'reading') return;
    const { run } = this;
    this.set({ earlier: 'reading' });
    try {
      const page = await this.page(operations.at(-1)?.n ?? null, PAGE);
      if (run !== this.run) return;
      this.set({
        operations: [...this.view.operations, ...page.operations],
        more: page.more,
        earlier: 'idle',
      });
    } catch {
      if (run === this.run) this.set({ earlier: 'failed' });
    }
  }

  /** Something was committed. */
  async committed(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = true;
    try {
      await this.lookForNewer();
    } catch {
      // The register is away: the connection's own mark says so, and the next commit asks again.
    }
    this.looking = false;
    const { lookAgain } = this;
    this.lookAgain = false;
    if (lookAgain) await this.committed();
  }

  /** The reader is at the top and reads nothing else: what comes may appear at once. */
  follow(following: boolean): void {
    this.following = following;
    if (following && this.view.newer > 0 && !this.view.newerMany) this.show();
  }

  /** Puts what has come on top. */
  showNewer(): void {
    if (this.view.newerMany) void this.start();
    else this.show();
  }

  private show(): void {
    const operations = [...this.waiting, ...this.view.operations];
    this.waiting = [];
    this.set({ operations, newer: 0 });
  }

  private async lookForNewer(): Promise<void> {
    const { run } = this;
    if (this.view.state !== 'ready') return;
    const page = await this.page(null, PAGE);
    if (run !== this.run) return;
    const top = this.view.operations[0]?.n ?? 0;
    const fresh = page.operations.filter(({ n }) => n > top);
    this.waiting = fresh;
    const newerMany = page.more && fresh.length === page.operations.length;
    this.set({ newer: fresh.length, newerMany: newerMany && this.view.operations.length > 0 });
    if (this.following && fresh.length > 0 && !this.view.newerMany) this.show();
    if (this.view.operations.length === fresh.length) this.set({ more: page.more });
  }

  private async renew(wanted: number): Promise<void> {
    const run = (this.run += 1);
    try {
      const operations: Stamped[] = [];
      let more = true;
      do {
        const limit = Math.min(Math.max(wanted - operations.length, PAGE), MOST);
        const page = await this.page(operations.at(-1)?.n ?? null, limit);
        if (run !== this.run) return;
        operations.push(...page.operations);
        more = page.more;
      } while (more && operations.length < wanted);
      this.waiting = [];
      this.set({ ...START, state: 'ready', operations, more });
    } catch (error) {
      if (run !== this.run) return;
      const message = error instanceof Error ? error.message : String(error);
      this.set({ ...START, state: 'failed', message });
    }
  }

  private page(before: number | null, limit: number): Promise<AnswerOf<'register.journal'>> {
    return this.ask({ filter: this.filter, before, limit });
  }

  private set(change: Partial<JournalView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
