import type { Nomination } from './types';

type Link = Pick<Nomination, 'id' | 'state' | 'replacedBy'>;

/** The nomination that took this one's place, when it was replaced and that one is known. */
function successorOf<T extends Link>(one: Link, byId: ReadonlyMap<string, T>): T | undefined {
  return one.state === 'replaced' && one.replacedBy !== null ? byId.get(one.replacedBy) : undefined;
}

/**
 * The whole chain of replacements that a nomination is part of, first named first (A → B → C);
 * only itself when nobody replaced anybody. Desks that replaced each other's choice at the same
 * time can have left a circle: every nomination is listed once.
 */
export function chainOf<T extends Link>(nomination: T, nominations: readonly T[]): T[] {
  const byId = new Map(nominations.map((one) => [one.id, one]));
  const seen = new Set([nomination.id]);
  const before: T[] = [];
  let wanted = [nomination.id];
  while (wanted.length > 0) {
    const found = nominations.filter((one) => {
      const next = successorOf(one, byId);
      return next !== undefined && wanted.includes(next.id) && !seen.has(one.id);
    });
    for (const { id } of found) seen.add(id);
    before.unshift(...found);
    wanted = found.map(({ id }) => id);
  }
  const after: T[] = [];
  let next = successorOf(nomination, byId);
  while (next !== undefined && !seen.has(next.id)) {
    seen.add(next.id);
    after.push(next);
    next = successorOf(next, byId);
  }
  return [...before, nomination, ...after];
}

/** Whether a chain that goes on with `by` after `id` would come back to where it began. */
export function bitesItsTail(id: string, by: string, nominations: readonly Link[]): boolean {
  const byId = new Map(nominations.map((one) => [one.id, one]));
  const seen = new Set<string>();
  let at = byId.get(by);
  while (at !== undefined && !seen.has(at.id)) {
    if (at.id === id) return true;
    seen.add(at.id);
    at = successorOf(at, byId);
  }
  return by === id;
}
