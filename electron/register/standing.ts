import {
  BINDING,
  boundBy,
  FORGET_TYPE,
  forgottenBy,
  withoutPersonal,
} from '@shared/journal/forgetting';
import { EVERYBODY, GRANT_TYPE, Permissions } from '@shared/journal/permission';
import type { Judged, PermissionChange } from '@shared/journal/permission';
import type { Body, Operation, Stamped } from '@shared/operation/operation';
import type { Meta } from './meta';
import type { StoredOperation } from './row';
import type { Statements } from './statements';

/** Which operations are read at opening, because others depend on them; has an index of its own. */
export const RULING = `o.type IN ('${GRANT_TYPE}', '${FORGET_TYPE}')`;

/** An operation that forgets somebody who is not forgotten yet. */
interface Waiting {
  readonly n: number;
  readonly operation: Operation;
  readonly person: string;
}

/** Of the transaction under way. */
interface Work {
  /** The first ordinal that it gave; null while it gave none. */
  first: number | null;
  readonly grants: Operation[];
  readonly waiting: Waiting[];
  /** Records that belong to forgotten people, as became known. */
  readonly bound: string[];
  /** Personal values of forgotten people came in, and were not kept. */
  dropped: boolean;
}

/** What becomes true when the transaction is on disk. */
interface Next {
  readonly permissions: Permissions;
  readonly waiting: readonly Waiting[];
  /** With the ordinal of the operation by which; 0: by none of their own. */
  readonly forgotten: ReadonlyMap<string, number>;
  readonly erasing: boolean;
}

const nothing = (): Work => ({ first: null, grants: [], waiting: [], bound: [], dropped: false });

/**
 * What operations mean for one another: which of them hold, and who was forgotten. Forgetting is
 * done in the transaction in which it becomes known that it holds, whatever came first; nothing
 * brings back what was erased.
 */
export class Standing {
  #permissions = new Permissions();
  readonly #forgotten = new Map<string, number>();
  #waiting: readonly Waiting[] = [];
  #work = nothing();
  #next: Next | null = null;
  #erasureDue = false;

  constructor(
    private readonly sql: Statements,
    private readonly meta: Meta,
  ) {}

  get permissions(): Permissions {
    return this.#permissions;
  }

  isForgotten(person: string): boolean {
    return this.#forgotten.has(person);
  }

  /** Who was forgotten, and the records that went with them. */
  get forgotten(): ReadonlySet<string> {
    return new Set(this.#forgotten.keys());
  }

  /**
   * Whether an operation holds here. One by which values were erased here does, also when a grant that
   * came later does not permit it: nothing brings the values back, and the gender that it carries is
   * all that keeps the figures what they were.
   */
  holds({ n, operation }: StoredOperation): boolean {
    if (this.#permissions.permits(operation)) return true;
    const person = forgottenBy(operation);
    return person !== null && this.#forgotten.get(person) === n;
  }

  /** An operation as it is handed out: marked when it does not hold. */
  marked(stored: StoredOperation): Stamped {
    const { n, operation } = stored;
    return this.holds(stored) ? { n, operation } : { n, operation, void: true };
  }

  stamped(operations: readonly StoredOperation[]): Stamped[] {
    return operations.map((stored) => this.marked(stored));
  }

  /** Records that belong to a person and are forgotten with them. */
  boundTo(person: string): string[] {
    const bound =
      'SELECT DISTINCT o.record FROM subjects s JOIN operations o ON o.n = s.n ' +
      `WHERE s.person = ? AND o.type GLOB '${BINDING}*' AND o.record <> s.person AND EXISTS ` +
      '(SELECT 1 FROM subjects r WHERE r.person = o.record AND r.n = o.n)';
    return this.sql.all(bound, person).map(([record]) => String(record));
  }

  /** Whether other files must be rid of values that were erased; true once for each occasion. */
  takeErasureDue(): boolean {
    const due = this.#erasureDue;
    this.#erasureDue = false;
    return due;
  }

  /** Takes note of what is in the database: `ruling` are the operations of `RULING`. */
  load(ruling: readonly StoredOperation[]): void {
    for (const [person, n] of this.sql.all('SELECT person, n FROM forgotten')) {
      this.#forgotten.set(person as string, n as number);
    }
    this.#erasureDue = this.meta.get('erasing');
    this.#permissions.add(ruling.map(({ operation }) => operation));
    this.#waiting = ruling.flatMap(({ n, operation }) => this.#waitingFor(n, operation));
  }

  /** Somebody whom a damaged register had forgotten, by an operation that comes later or is lost. */
  remember(person: string): void {
    if (this.#forgotten.has(person)) return;
    this.sql.run('INSERT INTO forgotten (person, n) VALUES (?, 0)', person);
    this.#forgotten.set(person, 0);
  }

  /** Whether the personal values of an operation that comes in may be written at all. */
  mayKeep({ sealed, subjects }: Operation): boolean {
    if (!subjects.some((person) => this.#forgotten.has(person))) return true;
    if (sealed?.salt != null) this.#work.dropped = true;
    return false;
  }

  /** The operation as the database has it: without the values of who was forgotten. */
  readonly kept = (stored: StoredOperation): StoredOperation => {
    const { operation } = stored;
    const forgotten = operation.subjects.some((person) => this.#forgotten.has(person));
    return forgotten ? { ...stored, operation: withoutPersonal(operation) } : stored;
  };

  /** Takes note of an operation that was added. */
  added(n: number, operation: Operation): void {
    this.#work.first ??= n;
    if (operation.type === GRANT_TYPE) this.#work.grants.push(operation);
    const bound = boundBy(operation);
    if (bound !== null && operation.subjects.some((person) => this.#forgotten.has(person))) {
      this.#work.bound.push(bound);
    }
    if (operation.type === FORGET_TYPE) {
      this.#found(n, forgottenBy(operation));
      this.#work.waiting.push(...this.#waitingFor(n, operation));
    }
  }

  /**
   * Draws the consequences, at the end of a transaction and in it. `fromPeer`: what came in came
   * from another register, so that no file of this one has values that were not kept.
   */
  settle(fromPeer: boolean): void {
    const { grants, dropped } = this.#work;
    const first = this.#work.first ?? Number.MAX_SAFE_INTEGER;
    const permissions = grants.length === 0 ? this.#permissions : this.#permissions.copy();
    const changes = grants.length === 0 ? [] : permissions.add(grants);
    const candidates = [...this.#waiting, ...this.#work.waiting];
    const forgotten = new Map<string, number>();
    for (const { n, operation, person } of candidates) {
      if (forgotten.has(person) || !permissions.permits(operation)) continue;
      forgotten.set(person, n);
      for (const record of this.boundTo(person)) this.#takeAlong(record, forgotten);
    }
    for (const record of this.#work.bound) this.#takeAlong(record, forgotten);
    let erased = false;
    let known = false;
    for (const [person, n] of forgotten) {
      known ||= this.#isNamed(person, first);
      erased = this.#forget(person, n) || erased;
    }
    const waiting = candidates.filter(({ person }) => !forgotten.has(person));
    if (known || this.#changesAny(changes, permissions, first)) {
      this.meta.set('epoch', this.meta.get('epoch') + 1);
    }
    // What was handed out before, or lies in a file that this came from, is in other places, too.
    const erasing = known || erased || (dropped && !fromPeer);
    if (erasing) this.meta.set('erasing', true);
    this.#next = { permissions, waiting, forgotten, erasing };
  }

  /** The transaction is on disk. */
  committed(): void {
    if (this.#next !== null) {
      this.#permissions = this.#next.permissions;
      this.#waiting = this.#next.waiting;
      for (const [person, n] of this.#next.forgotten) this.#forgotten.set(person, n);
      this.#erasureDue ||= this.#next.erasing;
    }
    this.rolledBack();
  }

  /** Nothing of the transaction has happened, or nothing of it is left to do. */
  rolledBack(): void {
    this.#work = nothing();
    this.#next = null;
  }

  #takeAlong(record: string, forgotten: Map<string, number>): void {
    if (!this.#forgotten.has(record) && !forgotten.has(record)) forgotten.set(record, 0);
  }

  /** The operation of somebody who is remembered as forgotten is here after all. */
  #found(n: number, person: string | null): void {
    if (person === null || this.#forgotten.get(person) !== 0) return;
    this.sql.run('UPDATE forgotten SET n = ? WHERE person = ?', n, person);
    this.#forgotten.set(person, n);
  }

  #waitingFor(n: number, operation: Operation): Waiting[] {
    const person = forgottenBy(operation);
    if (person === null || this.#forgotten.has(person)) return [];
    return [{ n, operation, person }];
  }

  /** Whether an operation below the ordinal `before` names the person. */
  #isNamed(person: string, before: number): boolean {
    const named = 'SELECT 1 FROM subjects WHERE person = ? AND n < ? LIMIT 1';
    return this.sql.get(named, person, before) !== undefined;
  }

  /** Deletes all personal values of operations that name the person; whether there were any. */
  #forget(person: string, n: number): boolean {
    this.sql.run('INSERT INTO forgotten (person, n) VALUES (?, ?)', person, n);
    const { changes } = this.sql.run(
      'DELETE FROM sealed WHERE n IN (SELECT n FROM subjects WHERE person = ?)',
      person,
    );
    return changes > 0;
  }

  /** Whether an operation below the ordinal `before` holds now and did not, or the reverse. */
  #changesAny(
    changes: readonly PermissionChange[],
    permissions: Permissions,
    before: number,
  ): boolean {
    const from = changes.map((change) => change.from).sort()[0];
    if (from === undefined) return false;
    const actors = new Set(changes.map(({ actor }) => actor));
    // Grants are judged by one another, whoever made them and whenever.
    const rows = this.sql.rows(
      `SELECT o.id, o.type, o.at, o.actor, o.body FROM operations o WHERE o.n < ? AND (o.at >= ? OR ${RULING})`,
      before,
      from,
    );
    for (const [id, type, at, actor, body] of rows as Iterable<string[]>) {
      const judged = { id, type, at, actor } as Judged;
      const isGrant = type === GRANT_TYPE;
      if (!isGrant && !actors.has(EVERYBODY) && !actors.has(actor as string)) continue;
      const full = { ...judged, body: JSON.parse(body as string) as Body };
      if (permissions.permits(full) !== this.#permissions.permits(full)) return true;
    }
    return false;
  }
}
