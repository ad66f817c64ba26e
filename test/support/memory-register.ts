import { createHash, randomBytes } from 'node:crypto';
import { CHAIN_START, linkHash, sealDigest } from '@shared/journal/chain';
import { CLOCK_START, tick, writeStamp } from '@shared/operation/clock';
import { canonicalJson } from '@shared/operation/json';
import type { Draft, Operation, Stamped } from '@shared/operation/operation';
import type { CommitAnswer, RegisterLink } from '@renderer/db/projector';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A register without a disk: what the projections see of it is the same. */
export class MemoryRegister implements RegisterLink {
  readonly operations: Stamped[] = [];
  /** When set, `commit` answers like this and stores nothing. */
  failure: Extract<CommitAnswer, { ok: false }> | null = null;
  epoch = 0;
  /** Place in `operations`, by id. */
  private readonly places = new Map<string, number>();
  private readonly listeners = new Set<(last: number, epoch: number) => void>();
  private clock = CLOCK_START;
  private prev = CHAIN_START;

  constructor(
    public life: string,
    private readonly now: () => number,
    private readonly actor: string = life,
  ) {}

  status(): Promise<{ life: string; last: number; epoch: number }> {
    return Promise.resolve({
      life: this.life,
      last: this.operations.length,
      epoch: this.epoch,
    });
  }

  commit(drafts: Draft[]): Promise<CommitAnswer> {
    if (this.failure) return Promise.resolve(this.failure);
    const repeated = drafts.flatMap(({ id }) => this.operations[this.places.get(id) ?? -1] ?? []);
    if (repeated.length > 0) {
      const known = structuredClone(repeated);
      return Promise.resolve(
        known.length === drafts.length
          ? { ok: true, operations: known }
          : { ok: false, reason: 'invalid', detail: 'partly known' },
      );
    }
    const stamped = structuredClone(drafts.map((draft) => this.stamp(draft)));
    const forgotten = stamped.filter(({ operation }) => operation.type === 'person.forgotten');
    if (forgotten.length > 0) {
      this.erase(new Set(forgotten.flatMap(({ operation }) => operation.subjects)));
    }
    this.tell();
    return Promise.resolve({ ok: true, operations: stamped });
  }

  /** As when a grant that came late takes back what somebody did. */
  makeVoid(id: string): void {
    for (const [at, stamped] of this.operations.entries()) {
      if (stamped.operation.id === id) this.operations[at] = { ...stamped, void: true };
    }
    this.epoch += 1;
    this.tell();
  }

  private erase(persons: ReadonlySet<string>): void {
    for (const [at, { n, operation }] of this.operations.entries()) {
      const { sealed, subjects } = operation;
      if (sealed === null || !subjects.some((id) => persons.has(id))) continue;
      const erased = { digest: sealed.digest, salt: null, text: null };
      this.operations[at] = { n, operation: { ...operation, sealed: erased } };
    }
    this.epoch += 1;
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.operations.length, this.epoch);
  }

  read(after: number, limit: number): Promise<{ operations: Stamped[]; last: number }> {
    const operations = structuredClone(this.operations.slice(after, after + limit));
    return Promise.resolve({ operations, last: this.operations.length });
  }

  onCommitted(listener: (last: number, epoch: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private readonly returns = new Set<() => void>();

  onReconnected(listener: () => void): () => void {
    this.returns.add(listener);
    return () => this.returns.delete(listener);
  }

  /** As when desks have exchanged: what another register wrote comes as it is, and once. */
  receive(operations: readonly Operation[]): void {
    for (const operation of structuredClone(operations)) {
      if (this.places.has(operation.id)) continue;
      const stamped = { n: this.operations.length + 1, operation };
      this.places.set(operation.id, this.operations.push(stamped) - 1);
    }
    this.tell();
  }

  /** As when damage was found and repaired while it was open: another life, other ordinals. */
  repair(life: string, kept: number): void {
    this.life = life;
    for (const { operation } of this.operations.splice(kept)) this.places.delete(operation.id);
    this.tell();
  }

  /** As after a restart of the host: what was committed meanwhile was not told to anybody. */
  reconnect(): void {
    for (const listener of this.returns) listener();
  }

  /** Commits without telling: another window did, while this one was cut off. */
  async commitUnheard(drafts: Draft[]): Promise<void> {
    const listeners = [...this.listeners];
    this.listeners.clear();
    await this.commit(drafts);
    for (const listener of listeners) this.listeners.add(listener);
  }

  private stamp(draft: Draft): Stamped {
    const { personal, ...open } = draft;
    this.clock = tick(this.clock, this.now());
    const text = canonicalJson(personal);
    const salt = randomBytes(16).toString('base64');
    const operation: Operation = {
      ...open,
      replica: this.life,
      seq: this.operations.length + 1,
      prev: this.prev,
      at: writeStamp(this.clock, this.life),
      actor: this.actor,
      sealed: personal === null ? null : { digest: sealDigest(salt, text, sha256), salt, text },
    };
    this.prev = linkHash(operation, sha256);
    const stamped = { n: this.operations.length + 1, operation };
    this.places.set(operation.id, this.operations.push(stamped) - 1);
    return stamped;
  }
}
