import type { Operation, Stamped } from '@shared/operation/operation';

type AskHistory = (request: { record: string }) => Promise<{ operations: Stamped[] }>;

export type History =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly operations: readonly Stamped[] };

const LOADING: History = { state: 'loading' };

/** Everything about the records that somebody looked at, each asked for once. */
export class Histories {
  private readonly records = new Map<string, History>();
  private readonly operations = new Map<string, Operation>();
  private readonly stale = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private edition = 0;

  constructor(private readonly ask: AskHistory) {}

  /** An operation of any history that was read. */
  lookup = (id: string): Operation | undefined => this.operations.get(id);

  /** What is known about a record. */
  of(record: string): History {
    return this.records.get(record) ?? LOADING;
  }

  /** Reads a record's history unless it is known, or known to be behind. */
  async want(record: string): Promise<void> {
    const known = this.records.get(record);
    if (known !== undefined && !this.stale.has(record)) return;
    this.stale.delete(record);
    if (known === undefined) this.records.set(record, LOADING);
    try {
      const { operations } = await this.ask({ record });
      for (const { operation } of operations) this.operations.set(operation.id, operation);
      this.records.set(record, { state: 'ready', operations });
    } catch {
      this.records.set(record, { state: 'failed' });
    }
    this.tell();
  }

  /** Reads a history once more that could not be read. */
  async retry(record: string): Promise<void> {
    this.records.delete(record);
    await this.want(record);
  }

  /** Something was committed: what is looked at is read again, and shown as it was until then. */
  age(): void {
    for (const record of this.records.keys()) this.stale.add(record);
    this.tell();
  }

  /** What was handed out before is void: values were forgotten, or what holds has changed. */
  clear(): void {
    this.records.clear();
    this.operations.clear();
    this.stale.clear();
    this.tell();
  }

  snapshot = (): number => this.edition;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    this.edition += 1;
    for (const listener of [...this.listeners]) listener();
  }
}
