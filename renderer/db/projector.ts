import type { RegisterCommitAnswer } from '@shared/contract/register';
import type { Draft, Stamped } from '@shared/operation/operation';
import type { Row, Table } from '@shared/projections/row';
import { applyToDatabase, isOf, type Applied } from './apply';
import { TABLES, type Following, type ProjectionDatabase } from './database';
import type { ReadPage, RebuildProgress } from './rebuild';
import { openStorage, renewStorage, type StorageLink } from './storage';
import { troubleOf } from './trouble';

/** The register as this database sees it: the bridge, or a stand-in in tests. */
export interface RegisterLink {
  /** `epoch`: raised whenever operations that were read before are no longer what they were. */
  status(): Promise<{ life: string; last: number; epoch: number }>;
  commit(drafts: Draft[]): Promise<CommitAnswer>;
  read(after: number, limit: number): Promise<{ operations: Stamped[]; last: number }>;
  onCommitted(listener: (last: number, epoch: number) => void): () => void;
  /** The register is there again after it was out of reach: it may have moved on meanwhile. */
  onReconnected(listener: () => void): () => void;
}

export type CommitAnswer = RegisterCommitAnswer;

export type ProjectionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'projecting'; readonly progress: RebuildProgress }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

/** Rebuilds off the main thread where there are workers. Rejects when `signal` says so. */
export type Rebuild = (
  following: Following,
  readPage: ReadPage,
  onProgress: (progress: RebuildProgress) => void,
  signal: AbortSignal,
) => Promise<number>;

interface Parts {
  readonly db: ProjectionDatabase;
  readonly register: RegisterLink;
  readonly storage: StorageLink;
  readonly rebuild: Rebuild;
  readonly newId: () => string;
  /** Runs alone among all windows of this origin. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onRows: (rows: readonly Row[]) => void;
  /** Whatever was read before is void. */
  readonly onVoid: () => void;
  /** These tables can be read now. */
  readonly onReadable: (tables: readonly Table[]) => void;
  /** Every projection was made again, and stands. */
  readonly onStartedOver: () => void;
  readonly onState: (state: ProjectionState) => void;
}

/** What the register told: it has operations up to `last`, in this epoch. */
interface Told {
  readonly last: number;
  readonly epoch: number;
}

const NOTHING: Following = { life: '', epoch: -1, made: '' };

/** So often a database that somebody else closes is opened again for one piece of work. */
const PATIENCE = 4;

const PAGE = 5000;

/**
 * Keeps the projections level with the register. Work is done one piece after another in the
 * order in which it was asked for; each window has one projector.
 */
export class Projector {
  private queue: Promise<unknown> = Promise.resolve();
  private following = NOTHING;
  /** Local ordinal up to which this window has *seen* rows; others may have projected further. */
  private seen = 0;
  /** What the register told of and nobody has followed yet. */
  private told: Told[] = [];
  /** What it will still tell of this window's own commits, whose answers came first. */
  private readonly echoes = new Set<number>();
  /** Commits of this window that are not answered yet. */
  private committing = 0;
  private stops: (() => void)[] = [];
  private readonly ended = new AbortController();
  /** The database is being opened or made anew: that it closes meanwhile is no news. */
  private levelling = false;
  /** Something in the database cannot be read. */
  private damaged = false;
  /** Times in a row that operations could not be projected. */
  private failures = 0;
  /** It was made anew for that reason once: a second time would not help either. */
  private healed = false;

  constructor(private readonly parts: Parts) {}

  /** Brings the projections up to date, from nothing if need be, and follows from then on. */
  start(): Promise<void> {
    const { db, register } = this.parts;
    const level = () => {
      this.enqueue(() => this.level()).catch(() => undefined);
    };
    const closed = () => {
      if (!this.levelling && db.isOpen()) level();
    };
    db.on('close', closed);
    this.stops = [
      () => db.on('close').unsubscribe(closed),
      register.onCommitted((last, epoch) => {
        if (epoch === this.following.epoch && this.echoes.delete(last)) return;
        this.told.push({ last, epoch });
        this.followTold();
      }),
      register.onReconnected(level),
    ];
    return this.enqueue(() => this.level());
  }

  /** Ends everything that is under way; nothing is told any more. */
  close(): void {
    this.ended.abort();
    for (const stop of this.stops.splice(0)) stop();
  }

  /** Something could not be read: finds out why, and makes the database anew if that helps. */
  examine(error: unknown): Promise<void> {
    return this.enqueue(async () => {
      if (troubleOf(error) === 'damaged') this.giveUp(error);
      await this.level();
    });
  }

  /**
   * Commits drafts as one act. Resolves when the register has them on disk *and* they are
   * projected: only then is the action acknowledged.
   */
  async commit(drafts: Draft[]): Promise<CommitAnswer> {
    this.committing += 1;
    try {
      const answer = await this.parts.register.commit(drafts);
      if (answer.ok) {
        this.expectEcho(answer.operations);
        await this.enqueue(() => this.take(answer.operations));
      }
      return answer;
    } finally {
      this.committing -= 1;
      this.followTold();
    }
  }

  /** The register tells of every commit, this window's own too: its answer has said it already. */
  private expectEcho(operations: readonly Stamped[]): void {
    const last = operations.at(-1)?.n ?? 0;
    const at = this.told.findIndex(
      (one) => one.last === last && one.epoch === this.following.epoch,
    );
    if (at >= 0) this.told.splice(at, 1);
    else this.echoes.add(last);
  }

  /**
   * Follows what the register told of. While a commit of this window is under way it waits: the
   * answer brings those operations itself, and what came before them is read with it.
   */
  private followTold(): void {
    if (this.committing > 0) return;
    for (const told of this.told.splice(0)) {
      this.enqueue(() => this.follow(told)).catch(() => undefined);
    }
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(() => {
      this.ended.signal.throwIfAborted();
      return work();
    });
    this.queue = next.catch((error: unknown) => {
      // Whoever locked the desk takes this window's data away: there is nothing to say about it.
      if (this.ended.signal.aborted || troubleOf(error) === 'locked') return;
      const message = error instanceof Error ? error.message : String(error);
      this.parts.onState({ kind: 'failed', message });
    });
    return next;
  }

  /**
   * Follows the register to `last`. It also tells when it was repaired while open: then its life is
   * another one and its ordinals may be, too; and when operations are no longer what they were.
   */
  private async follow({ last, epoch }: Told): Promise<void> {
    if (epoch !== this.following.epoch) return this.level();
    if (last > this.seen) return this.catchUp(last);
    const { life } = await this.parts.register.status();
    if (life !== this.following.life) await this.level();
  }

  /** Brings this window level with the register, whatever became of the database meanwhile. */
  private async level(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      this.levelling = true;
      try {
        await this.levelOnce();
        return;
      } catch (error) {
        const trouble = troubleOf(error);
        const again = !this.ended.signal.aborted && attempt < PATIENCE;
        if (again && trouble === 'damaged') this.giveUp(error);
        else if (!again || trouble !== 'closed') throw error;
      } finally {
        this.levelling = false;
      }
    }
  }

  /** The next levelling makes the database anew. @throws the error, when that was done before */
  private giveUp(error: unknown): void {
    if (this.healed) throw error;
    this.healed = true;
    this.damaged = true;
  }

  private async levelOnce(): Promise<void> {
    const { db, register, storage, exclusively, onVoid, onReadable, onStartedOver, onState } =
      this.parts;
    const { life, epoch, last } = await register.status();
    const before = this.following.made;
    this.echoes.clear();
    const rebuilt = await exclusively(async () => {
      await openStorage(db, storage);
      const progress = await db.meta.get('progress');
      const following = { life, epoch, made: progress?.made ?? '' };
      const same = isOf(progress, following);
      const stands = same && progress.cursor <= last && (progress.cursor > 0 || last === 0);
      // Another window may have mended it already.
      const damaged = this.damaged && (before === '' || following.made === before);
      if (stands && !damaged) {
        // Rows beyond what this window has seen are read once more, for its screens.
        if (following.made !== before) this.seen = progress.cursor;
        this.following = following;
        return false;
      }
      onVoid();
      if (damaged || (progress !== undefined && !same)) await renewStorage(db, storage);
      await this.startOver({ life, epoch, made: this.parts.newId() });
      return true;
    });
    this.damaged = false;
    const another = before !== '' && this.following.made !== before;
    if (another && !rebuilt) onVoid();
    onReadable(TABLES);
    if (another || rebuilt) onStartedOver();
    await this.catchUp(last);
    onState({ kind: 'ready' });
  }

  private async startOver(following: Following): Promise<void> {
    const { rebuild, register, onState, onReadable } = this.parts;
    this.seen = await rebuild(
      following,
      (after) => register.read(after, PAGE),
      (progress) => {
        onReadable(progress.complete);
        onState({ kind: 'projecting', progress });
      },
      this.ended.signal,
    );
    this.following = following;
  }

  private async catchUp(last: number): Promise<void> {
    while (this.seen < last) {
      const page = await this.parts.register.read(this.seen, PAGE);
      if (page.operations.length === 0) return;
      await this.apply(page.operations);
    }
  }

  private async take(operations: Stamped[]): Promise<void> {
    // What one commits oneself belongs to the register's present life.
    if (operations[0]?.operation.replica !== this.following.life) return this.level();
    const first = operations[0].n;
    if (first > this.seen + 1) await this.catchUp(first - 1);
    const fresh = operations.filter(({ n }) => n > this.seen);
    if (fresh.length > 0) await this.apply(fresh);
  }

  private async apply(operations: Stamped[]): Promise<void> {
    const { db, onRows } = this.parts;
    // Not alone among windows: it is one transaction, which sees whether another one was faster or
    // makes everything anew. Waiting for a turn costs as much as a small act by itself.
    const applied = await applyToDatabase(db, this.following, operations).catch(
      (error: unknown): Applied => {
        const trouble = troubleOf(error);
        this.failures += 1;
        if (this.failures > PATIENCE) throw error;
        if (trouble === 'damaged') this.giveUp(error);
        else if (trouble !== 'closed') throw error;
        return { kind: 'stale' };
      },
    );
    switch (applied.kind) {
      case 'applied':
        this.failures = 0;
        this.seen = Math.max(this.seen, operations.at(-1)?.n ?? 0);
        onRows(applied.rows);
        return;
      case 'gap':
        this.seen = applied.cursor;
        return this.catchUp(operations.at(-1)?.n ?? 0);
      case 'stale':
        return this.level();
    }
  }
}
