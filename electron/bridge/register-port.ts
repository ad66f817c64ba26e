import type { Draft, Stamped } from '@shared/operation/operation';
import type {
  CheckedDrafts,
  Erasure,
  JournalFilter,
  RegisterCommitAnswer,
  RegisterStatus,
  Verification,
} from '@shared/contract/register';

/** A value now or soon: the register may answer at once (SQLite is synchronous) or from a worker. */
type Soon<T> = T | Promise<T>;

/** What the bridge needs of the register, and nothing more; `electron/register` knows nothing of the bridge. */
export interface RegisterPort {
  status(): Soon<RegisterStatus>;
  /**
   * Stamps and stores all drafts in one transaction, or none of them. Resolves only when they are on disk.
   * Expected failures (`invalid`, `disk-full`, `unavailable`) are values; anything thrown is a bug.
   */
  commit(drafts: readonly Draft[]): Soon<RegisterCommitAnswer>;
  /** The same for drafts whose envelopes the router has checked. */
  commitChecked(drafts: CheckedDrafts): Soon<RegisterCommitAnswer>;
  /** Operations with local ordinal n > `after`, in order of n, at most `limit`; `last` is the largest n there is. */
  read(after: number, limit: number): Soon<{ operations: Stamped[]; last: number }>;
  /** Operations whose body.id or body.record is `record`, or whose subjects name it, in order of n. */
  history(record: string): Soon<{ operations: Stamped[] }>;
  /** The newest operations that fit the filter with n < `before` (null: from the end), newest first. */
  journal(
    filter: JournalFilter,
    before: number | null,
    limit: number,
  ): Soon<{ operations: Stamped[]; more: boolean }>;
  /** Verifies every operation, the signatures and the backup. */
  verify(): Soon<Verification>;
  /** What forgetting these persons has erased here. */
  erasure(persons: readonly string[]): Soon<Erasure>;
  /** Calls back after every durable change with the largest local ordinal n. Returns the way to stop. */
  onCommitted(listener: (last: number, epoch: number) => void): () => void;
}

/** Attachments by content. */
export interface BlobPort {
  /** Stores the bytes durably and returns their SHA-256 as 64 lower-case hexadecimal digits. */
  put(bytes: Uint8Array): Soon<string>;
  /** The bytes of this hash, or null when they are not here. */
  get(hash: string): Soon<Uint8Array | null>;
  /**
   * Takes one `put` back whose act was not written: the bytes go unless an operation refers to them,
   * somebody else stored them as well, or they were here before the program started.
   */
  discard(hash: string): Soon<void>;
}
