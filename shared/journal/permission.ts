import type { Role } from '../domain/operator/types';
import { roleAllows } from '../domain/operator/rules';
import type { Operation } from '../operation/operation';
import { typeOf } from './catalogue';

/** The type of the operations from which permission is read. */
export const GRANT_TYPE = 'operator.granted';

/** In a change: every operator, those without a grant included. */
export const EVERYBODY = '*';

/** A grant as it is judged: to whom, which role, from when. */
interface Grant {
  readonly id: string;
  /** When it was given, as the operation's stamp. */
  readonly at: string;
  /** From when it holds: its own stamp, or an earlier instant that it names. Sorts with stamps. */
  readonly from: string;
  readonly operator: string;
  readonly role: Role | null;
}

/** An operator whose permissions changed, and from which stamp on. */
export interface PermissionChange {
  readonly actor: string;
  readonly from: string;
}

/** What permission is decided by. */
export type Judged = Pick<Operation, 'id' | 'type' | 'at' | 'actor' | 'body'>;

/**
 * Who may do what, from the journaled grants alone: the same on every replica that has the same
 * operations, whatever the order in which they came.
 *
 * Until a first grant everybody may do everything: a programme with one desk has no roles. The
 * first grant (by stamp) must make its own actor coordinator; from its stamp on an operation holds
 * when the actor's role *at the operation's stamp* includes it. What does not hold is kept and
 * forwarded, and changes nothing; a grant that comes late, or that reaches back, lets it count
 * after all, or no longer.
 *
 * A grant itself holds when its actor was coordinator by the grants *given* before it, so that one
 * that reaches back changes no other grant and no two can undo each other. No coordinator can lay
 * the role down, so one always remains.
 */
export class Permissions {
  private readonly grants = new Map<string, Operation>();
  private valid: ReadonlyMap<string, readonly Grant[]> = new Map();
  private opened: string | null = null;

  /** Whether there are roles at all. */
  get roles(): boolean {
    return this.opened !== null;
  }

  /** These permissions by themselves: what is added to the copy is not added here. */
  copy(): Permissions {
    const copy = new Permissions();
    for (const [id, grant] of this.grants) copy.grants.set(id, grant);
    copy.valid = this.valid;
    copy.opened = this.opened;
    return copy;
  }

  /**
   * Takes note of the grants among the operations, in any order; tells whose permissions changed,
   * and from when. Whether grants that were there before hold may have changed as well.
   */
  add(operations: Iterable<Operation>): PermissionChange[] {
    let added = false;
    for (const operation of operations) {
      if (operation.type !== GRANT_TYPE || this.grants.has(operation.id)) continue;
      this.grants.set(operation.id, operation);
      added = true;
    }
    if (!added) return [];
    const before = { valid: this.valid, opened: this.opened };
    this.judge();
    return this.changes(before);
  }

  /** The role of an operator at a stamp; null: none. Meaningless without `roles`. */
  roleAt(actor: string, stamp: string): Role | null {
    return latest(this.valid.get(actor) ?? [], stamp)?.role ?? null;
  }

  /** Whether the operation holds. A grant must have been added before. */
  permits(operation: Judged): boolean {
    if (operation.type === GRANT_TYPE) return this.isValid(operation);
    if (this.opened === null || operation.at < this.opened) return true;
    return allows(this.roleAt(operation.actor, operation.at), operation);
  }

  private isValid({ id, body }: Judged): boolean {
    const operator = body['id'];
    const grants = typeof operator === 'string' ? this.valid.get(operator) : undefined;
    return grants?.some((grant) => grant.id === id) ?? false;
  }

  /** Judges all grants anew, in order of their stamps: each by those given before it. */
  private judge(): void {
    const valid = new Map<string, Grant[]>();
    this.opened = null;
    for (const operation of [...this.grants.values()].sort(byStamp)) {
      const grant = grantOf(operation);
      if (grant === null || !this.holds(operation, grant, valid)) continue;
      this.opened ??= operation.at;
      const grants = valid.get(grant.operator);
      if (grants === undefined) valid.set(grant.operator, [grant]);
      else grants.push(grant);
    }
    this.valid = valid;
  }

  private holds(
    operation: Operation,
    { operator, role }: Grant,
    before: ReadonlyMap<string, readonly Grant[]>,
  ): boolean {
    const own = operator === operation.actor;
    if (this.opened === null) return own && role === 'coordinator';
    const actorIs = latest(before.get(operation.actor) ?? [], operation.at)?.role ?? null;
    return allows(actorIs, operation) && !(own && role !== 'coordinator');
  }

  private changes(before: {
    valid: ReadonlyMap<string, readonly Grant[]>;
    opened: string | null;
  }): PermissionChange[] {
    const changes: PermissionChange[] = [];
    for (const actor of new Set([...before.valid.keys(), ...this.valid.keys()])) {
      const old = before.valid.get(actor) ?? [];
      const now = this.valid.get(actor) ?? [];
      const differing = [...old, ...now].filter(
        ({ id }) => old.some((one) => one.id === id) !== now.some((one) => one.id === id),
      );
      const from = differing.map((grant) => grant.from).sort()[0];
      if (from !== undefined) changes.push({ actor, from });
    }
    if (before.opened !== this.opened) {
      const from = [before.opened, this.opened].filter((stamp) => stamp !== null).sort()[0];
      if (from !== undefined) changes.push({ actor: EVERYBODY, from });
    }
    return changes;
  }
}

/** What the operation grants; null when this version does not understand it. */
function grantOf({ id, type, v, at, body }: Operation): Grant | null {
  const understood = typeOf(type, v)?.body.safeParse(body).success ?? false;
  if (!understood) return null;
  const { id: operator, set } = body as {
    id: string;
    set: { role?: Role | null; since?: string | null };
  };
  const from = set.since == null ? at : instantText(set.since);
  return { id, at, from: from < at ? from : at, operator, role: set.role ?? null };
}

/**
 * An instant as stamps begin, with milliseconds, so that it sorts before the stamps of its own
 * millisecond: `2026-11-22T08:00:00Z` as text would sort behind those of its whole second.
 */
export function instantText(instant: string): string {
  return new Date(instant).toISOString();
}

function allows(role: Role | null, { type, body, actor }: Judged): boolean {
  return roleAllows(role, type, body['id'] === actor);
}

/** The grant in force at a stamp: of those that hold by then, the one that was given last. */
function latest(grants: readonly Grant[], stamp: string): Grant | null {
  let found: Grant | null = null;
  for (const grant of grants) {
    if (grant.from > stamp) continue;
    if (found === null || grant.at > found.at || (grant.at === found.at && grant.id > found.id)) {
      found = grant;
    }
  }
  return found;
}

function byStamp(a: Operation, b: Operation): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
