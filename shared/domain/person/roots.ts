import type { Person } from './types';

type Pointer = Pick<Person, 'id' | 'mergedInto'>;

/**
 * The record that stands for a human being: the end of the chain of merges that starts at `person`.
 *
 * Two desks may merge in opposite directions before they exchange; of such a ring the smallest id
 * stays, so that every replica with the same operations names the same record. A pointer to a
 * record that is not here (yet, or no more) says nothing.
 */
export function rootOf(
  person: string,
  byId: ReadonlyMap<string, Pick<Person, 'mergedInto'>>,
): string {
  const path = new Set<string>();
  for (let at = person; ;) {
    const next = byId.get(at)?.mergedInto ?? null;
    if (next === null || !byId.has(next)) return at;
    path.add(at);
    if (path.has(next)) return smallestFrom([...path], next);
    at = next;
  }
}

function smallestFrom(path: readonly string[], first: string): string {
  return path.slice(path.indexOf(first)).reduce((least, id) => (id < least ? id : least));
}

/** All people with, for each record, whom it stands for. Records that were never merged cost nothing. */
export class Roots {
  private readonly roots = new Map<string, string>();
  private readonly records = new Map<string, string[]>();

  constructor(people: Iterable<Pointer>) {
    const byId = new Map<string, Pointer>();
    const merged: string[] = [];
    for (const person of people) {
      byId.set(person.id, person);
      if (person.mergedInto !== null) merged.push(person.id);
    }
    for (const id of merged.sort()) {
      const root = rootOf(id, byId);
      if (root === id) continue;
      this.roots.set(id, root);
      const known = this.records.get(root);
      if (known === undefined) this.records.set(root, [root, id]);
      else known.push(id);
    }
  }

  /** The record that stands for this one; itself when it was never merged. */
  of(person: string): string {
    return this.roots.get(person) ?? person;
  }

  /** Records for which another one stands. */
  merged(): IterableIterator<string> {
    return this.roots.keys();
  }

  /** Whether another record stands for this one. */
  isMerged(person: string): boolean {
    return this.roots.has(person);
  }

  /** Every record of the same human being: the root first, the others by id. */
  recordsOf(person: string): readonly string[] {
    const root = this.of(person);
    return this.records.get(root) ?? [root];
  }

  /** Whether both say the same of everybody. */
  equals(other: Roots): boolean {
    if (this.roots.size !== other.roots.size) return false;
    for (const [id, root] of this.roots) if (other.roots.get(id) !== root) return false;
    return true;
  }
}

/** Nobody was merged. */
export const NO_ROOTS = new Roots([]);
