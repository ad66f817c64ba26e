import { hash } from 'node:crypto';
import { CHAIN_START, linkHash } from '@shared/journal/chain';
import { boundBy, FORGET_TYPE, forgottenBy, withoutPersonal } from '@shared/journal/forgetting';
import { Permissions } from '@shared/journal/permission';
import { CLOCK_START, observe } from '@shared/operation/clock';
import type { Draft, Operation } from '@shared/operation/operation';
import { difference, type OperationSource } from '@shared/sync/difference';
import { fitsItsType, judge, operationFault } from '@shared/sync/merge';
import type { MergeFault, MergeReport } from '@shared/sync/merge';
import { stamp, type Head } from '@shared/sync/stamp';
import { Sequences, type Vector } from '@shared/sync/vector';

export const sha256 = (text: string): string => hash('sha256', text);

/** A replica in memory: the register's rules without its files, under a clock that may be wrong. */
export class Replica implements OperationSource {
  readonly #known = new Map<string, Operation>();
  readonly #numbers = new Map<string, Map<number, string>>();
  readonly #forgotten = new Set<string>();
  #permissions = new Permissions();
  readonly #sequences = new Sequences();
  #head: Head;

  constructor(
    replica: string,
    /** Wall clock of this desk, in milliseconds, right or wrong. */
    private readonly now: () => number,
    private readonly actor = replica,
  ) {
    this.#head = { replica, seq: 0, hash: CHAIN_START, clock: CLOCK_START };
  }

  get id(): string {
    return this.#head.replica;
  }

  /** All operations, in the order in which they came. */
  operations(): Operation[] {
    return [...this.#known.values()];
  }

  /** Whether an operation that is here holds. */
  holds(operation: Operation): boolean {
    return this.#permissions.permits(operation);
  }

  /** Who was forgotten here. */
  forgotten(): string[] {
    return [...this.#forgotten].sort();
  }

  /** Nothing when it is refused: not permitted, or personal words about who was forgotten. */
  commit(drafts: readonly Draft[]): Operation[] {
    let salts = this.#known.size;
    const made = stamp(this.#head, drafts, {
      ...{ actor: this.actor, wallMs: this.now(), sha256 },
      newSalt: () => String((salts += 1)).padStart(16, '0'),
    });
    const operations = made.operations.map(({ operation }) => operation);
    const permissions = this.#permissions.copy();
    permissions.add(operations);
    const refused = operations.some(
      (one) => !permissions.permits(one) || (one.sealed !== null && this.#namesForgotten(one)),
    );
    if (refused) return [];
    this.#head = made.head;
    for (const operation of operations) this.#keep(operation);
    this.#settle(operations);
    return operations.map(({ id }) => this.#known.get(id) as Operation);
  }

  merge(values: readonly unknown[]): MergeReport {
    const faults: MergeFault[] = [];
    let added = 0;
    let known = 0;
    const fresh: Operation[] = [];
    for (const [index, value] of values.entries()) {
      const judged = judge(value, index, sha256);
      if (!judged.ok) faults.push(judged.fault);
      else if (!fitsItsType(judged.operation)) {
        faults.push(operationFault('unfit', judged.operation));
      } else if (this.#known.has(judged.operation.id)) known += 1;
      else {
        const { operation } = judged;
        faults.push(...this.#faultsOf(operation));
        this.#keep(operation);
        fresh.push(operation);
        const clock = observe(this.#head.clock, operation.at, this.now());
        this.#head = { ...this.#head, clock };
        added += 1;
      }
    }
    this.#settle(fresh);
    return { added, known, faults };
  }

  vector(): Vector {
    return this.#sequences.vector();
  }

  difference(theirs: Vector, limit?: number): Operation[] {
    return difference(this, theirs, limit);
  }

  highest(): [string, number][] {
    return [...this.#numbers.keys()].map((id) => [id, this.#sequences.highest(id)]);
  }

  above(replica: string, seq: number, limit: number): Operation[] {
    const numbers = [...(this.#numbers.get(replica) ?? [])];
    return numbers
      .filter(([number]) => number > seq)
      .sort(([a], [b]) => a - b)
      .slice(0, limit)
      .map(([, id]) => this.#known.get(id) as Operation);
  }

  #faultsOf(operation: Operation): MergeFault[] {
    const numbers = this.#numbers.get(operation.replica);
    const faults: MergeFault[] = [];
    if (numbers?.has(operation.seq)) faults.push(operationFault('claimed', operation));
    const before = this.#known.get(numbers?.get(operation.seq - 1) ?? '');
    if (before !== undefined && linkHash(before, sha256) !== operation.prev) {
      faults.push(operationFault('altered', operation));
    }
    return faults;
  }

  #keep(operation: Operation): void {
    const { id, replica, seq } = operation;
    this.#known.set(id, this.#namesForgotten(operation) ? withoutPersonal(operation) : operation);
    const numbers = this.#numbers.get(replica) ?? new Map<number, string>();
    if (!numbers.has(seq)) numbers.set(seq, id);
    this.#numbers.set(replica, numbers);
    this.#sequences.add(replica, seq);
  }

  #namesForgotten({ subjects }: Operation): boolean {
    return subjects.some((person) => this.#forgotten.has(person));
  }

  /** Forgets whoever is to be forgotten now that these have come. Nothing brings values back. */
  #settle(fresh: readonly Operation[]): void {
    const changed = this.#permissions.add(fresh).length > 0;
    const candidates = changed ? this.#known.values() : fresh;
    const before = this.#forgotten.size;
    for (const operation of [...candidates].filter(({ type }) => type === FORGET_TYPE)) {
      const person = forgottenBy(operation);
      if (person !== null && this.holds(operation)) this.#forgotten.add(person);
    }
    for (const operation of this.#known.values()) {
      const bound = boundBy(operation);
      if (bound !== null && this.#namesForgotten(operation)) this.#forgotten.add(bound);
    }
    if (this.#forgotten.size === before) return;
    for (const [id, operation] of this.#known) {
      if (this.#namesForgotten(operation)) this.#known.set(id, withoutPersonal(operation));
    }
  }
}
