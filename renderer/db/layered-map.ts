/** Changes that stand beside the entries until both are written into one map again. */
const MOST_CHANGES = 512;

/**
 * A map that never changes and whose next version costs what changed, not what there is: a few
 * changes stand beside the many entries that did not. Entries keep their place; new ones follow.
 */
export class LayeredMap<K, V extends object> implements ReadonlyMap<K, V> {
  private constructor(
    private readonly base: ReadonlyMap<K, V>,
    /** `undefined`: gone. */
    private readonly changes: ReadonlyMap<K, V | undefined>,
    readonly size: number,
  ) {}

  static of<K, V extends object>(entries: Iterable<readonly [K, V]>): LayeredMap<K, V> {
    const base = new Map(entries);
    return new LayeredMap<K, V>(base, new Map(), base.size);
  }

  /** The next version; `undefined` takes an entry away. */
  change(entries: Iterable<readonly [K, V | undefined]>): LayeredMap<K, V> {
    const changes = new Map(this.changes);
    let { size } = this;
    for (const [key, value] of entries) {
      const had = (changes.has(key) ? changes.get(key) : this.base.get(key)) !== undefined;
      size += Number(value !== undefined) - Number(had);
      changes.set(key, value);
    }
    const next = new LayeredMap(this.base, changes, size);
    return changes.size > MOST_CHANGES ? LayeredMap.of(next) : next;
  }

  /** Keys that differ from those of an earlier version; `null` when that takes a full comparison. */
  changedSince(before: LayeredMap<K, V>): K[] | null {
    if (before.base !== this.base) return null;
    const keys = new Set([...before.changes.keys(), ...this.changes.keys()]);
    return [...keys].filter((key) => this.get(key) !== before.get(key));
  }

  get(key: K): V | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  forEach(call: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) call(value, key, this);
  }

  *[Symbol.iterator](): Generator<[K, V], undefined> {
    for (const entry of this.base) {
      if (!this.changes.has(entry[0])) {
        yield entry;
        continue;
      }
      const value = this.changes.get(entry[0]);
      if (value !== undefined) yield [entry[0], value];
    }
    for (const [key, value] of this.changes) {
      if (value !== undefined && !this.base.has(key)) yield [key, value];
    }
    return undefined;
  }

  entries(): Generator<[K, V], undefined> {
    return this[Symbol.iterator]();
  }

  *keys(): Generator<K, undefined> {
    for (const [key] of this) yield key;
    return undefined;
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this) yield value;
    return undefined;
  }
}
