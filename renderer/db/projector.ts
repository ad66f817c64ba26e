import type { Draft, Stamped } from '@shared/operation/operation';
import { PROJECTION_VERSION } from '@shared/projections/project';
import type { Row } from '@shared/projections/row';
import { applyToDatabase } from './apply';
import type { ProjectionDatabase } from './database';
import type { ReadPage, RebuildProgress } from './rebuild';

/** The register as this database sees it: the bridge, or a stand-in in tests. */
export interface RegisterLink {
  status(): Promise<{ life: string; last: number }>;
  commit(drafts: Draft[]): Promise<CommitAnswer>;
  read(after: number, limit: number): Promise<{ operations: Stamped[]; last: number }>;
  onCommitted(listener: (last: number) => void): () => void;
  /** The register is there again after it was out of reach: it may have moved on meanwhile. */
  onReconnected(listener: () => void): () => void;
}

export type CommitAnswer =
  | { ok: true; operations: Stamped[] }
  | { ok: false; reason: 'invalid' | 'disk-full' | 'unavailable'; detail: string };

export type ProjectionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'projecting'; readonly progress: RebuildProgress }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

/** Rebuilds off the main thread where there are workers. */
export type Rebuild = (
  life: string,
  readPage: ReadPage,
  onProgress: (progress: RebuildProgress) => void,
) => Promise<number>;

interface Parts {
  readonly db: ProjectionDatabase;
  readonly register: RegisterLink;
  readonly rebuild: Rebuild;
  /** Runs alone among all windows of this origin. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onRows: (rows: readonly Row[]) => void;
  /** Every projection was made again: whatever was read before is void. */
  readonly onStartedOver: () => void;
  readonly onState: (state: ProjectionState) => void;
}

const PAGE = 5000;

/**
 * Keeps the projections level with the register. Work is done one piece after another in the
 * order in which it was asked for; each window has one projector.
 */
export class Projector {
  private queue: Promise<unknown> = Promise.resolve();
  private life = '';
  /** Local ordinal up to which this window has *seen* rows; others may have projected further. */
  private seen = 0;
  /** What the register told of and nobody has followed yet. */
  private told: number[] = [];
  /** What it will still tell of this window's own commits, whose answers came first. */
  private readonly echoes = new Set<number>();
  /** Commits of this window that are not answered yet. */
  private committing = 0;
  private stops: (() => void)[] = [];

  constructor(private readonly parts: Parts) {}

  /** Brings the projections up to date, from nothing if need be, and follows from then on. */
  start(): Promise<void> {
    const { register } = this.parts;
    this.close();
    this.stops = [
      register.onCommitted((last) => {
        if (this.echoes.delete(last)) return;
        this.told.push(last);
        this.followTold();
      }),
      register.onReconnected(() => {
        this.enqueue(() => this.level()).catch(() => undefined);
      }),
    ];
    return this.enqueue(() => this.level());
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop();
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
    const at = this.told.indexOf(last);
    if (at >= 0) this.told.splice(at, 1);
    else this.echoes.add(last);
  }

  /**
   * Follows what the register told of. While a commit of this window is under way it waits: the
   * answer brings those operations itself, and what came before them is read with it.
   */
  private followTold(): void {
    if (this.committing > 0) return;
    for (const last of this.told.splice(0)) {
      this.enqueue(() => this.follow(last)).catch(() => undefined);
    }
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work);
    this.queue = next.catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      this.parts.onState({ kind: 'failed', message });
    });
    return next;
  }

  /**
   * Follows the register to `last`. It also tells when it was repaired while open: then its life is
   * another one and its ordinals may be, too.
   */
  private async follow(last: number): Promise<void> {
    if (last > this.seen) return this.catchUp(last);
    const { life } = await this.parts.register.status();
    if (life !== this.life) await this.level();
  }

  private async level(): Promise<void> {
    const { db, register, exclusively, onState } = this.parts;
    const status = await register.status();
    this.life = status.life;
    this.echoes.clear();
    await exclusively(async () => {
      const progress = await db.meta.get('progress');
      const follows =
        progress?.life === status.life &&
        progress.version === PROJECTION_VERSION &&
        progress.cursor <= status.last &&
        (progress.cursor > 0 || status.last === 0);
      if (follows) this.seen = progress.cursor;
      else await this.startOver();
    });
    await this.catchUp(status.last);
    onState({ kind: 'ready' });
  }

  private async startOver(): Promise<void> {
    const { rebuild, register, onState, onStartedOver } = this.parts;
    this.seen = await rebuild(
      this.life,
      (after) => register.read(after, PAGE),
      (progress) => onState({ kind: 'projecting', progress }),
    );
    onStartedOver();
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
    if (operations[0]?.operation.replica !== this.life) return this.level();
    const first = operations[0].n;
    if (first > this.seen + 1) await this.catchUp(first - 1);
    const fresh = operations.filter(({ n }) => n > this.seen);
    if (fresh.length > 0) await this.apply(fresh);
  }

  private async apply(operations: Stamped[]): Promise<void> {
    const { db, exclusively, onRows } = this.parts;
    const applied = await exclusively(() => applyToDatabase(db, this.life, operations));
    switch (applied.kind) {
      case 'applied':
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
