import { hash } from 'node:crypto';
import { CHAIN_START, linkHash } from '@shared/journal/chain';
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
  readonly #numbers = new Map<string, Map<number, Operation>>();
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

  commit(drafts: readonly Draft[]): Operation[] {
    let salts = this.#known.size;
    const made = stamp(this.#head, drafts, {
      ...{ actor: this.actor, wallMs: this.now(), sha256 },
      newSalt: () => String((salts += 1)).padStart(16, '0'),
    });
    this.#head = made.head;
    const operations = made.operations.map(({ operation }) => operation);
    for (const operation of operations) this.#keep(operation);
    return operations;
  }

  merge(values: readonly unknown[]): MergeReport {
    const faults: MergeFault[] = [];
    let added = 0;
    let known = 0;
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
        const clock = observe(this.#head.clock, operation.at, this.now());
        this.#head = { ...this.#head, clock };
        added += 1;
      }
    }
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
      .map(([, operation]) => operation);
  }

  #faultsOf(operation: Operation): MergeFault[] {
    const numbers = this.#numbers.get(operation.replica);
    const faults: MergeFault[] = [];
    if (numbers?.has(operation.seq)) faults.push(operationFault('claimed', operation));
    const before = numbers?.get(operation.seq - 1);
    if (before !== undefined && linkHash(before, sha256) !== operation.prev) {
      faults.push(operationFault('altered', operation));
    }
    return faults;
  }

  #keep(operation: Operation): void {
    const { id, replica, seq } = operation;
    this.#known.set(id, operation);
    const numbers = this.#numbers.get(replica) ?? new Map<number, Operation>();
    if (!numbers.has(seq)) numbers.set(seq, operation);
    this.#numbers.set(replica, numbers);
    this.#sequences.add(replica, seq);
  }
}
