/** A power of two; at most half of it is ever used. */
const FIRST_SIZE = 1 << 12;
/** Numbers are whole and below this: two make one key that a double holds exactly. */
const MOST = 2 ** 26;

/**
 * What is known of pairs of numbers, as a small number from 1 on; 0: nothing yet. Millions of pairs
 * in two flat arrays: a map of maps needs several times the memory, and as many steps again.
 */
export class PairTable {
  private keys = new Float64Array(FIRST_SIZE).fill(-1);
  private values = new Uint8Array(FIRST_SIZE);
  private used = 0;

  get(one: number, other: number): number {
    return this.values[this.placeOf(one, other)] ?? 0;
  }

  set(one: number, other: number, value: number): void {
    const key = one * MOST + other;
    const at = this.placeOf(one, other);
    if (this.keys[at] !== key) this.used += 1;
    this.keys[at] = key;
    this.values[at] = value;
    if (2 * this.used > this.keys.length) this.grow();
  }

  /** Where a pair is, or would be: the first free place from its own on. */
  private placeOf(one: number, other: number): number {
    const { keys } = this;
    const key = one * MOST + other;
    const last = keys.length - 1;
    let at = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & last;
    while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & last;
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Float64Array(2 * keys.length).fill(-1);
    this.values = new Uint8Array(2 * keys.length);
    for (const [at, key] of keys.entries()) {
      if (key === -1) continue;
      const place = this.placeOf(Math.floor(key / MOST), key % MOST);
      this.keys[place] = key;
      this.values[place] = values[at] ?? 0;
    }
  }
}
