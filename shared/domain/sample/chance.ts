/** Seeded choices: the same seed makes the same choices on every machine. */
export interface Chance {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of a list that is not empty. */
  among<T>(list: readonly T[]): T;
  /** True with the probability given. */
  holds(probability: number): boolean;
  /** The list in another order; the argument stays as it is. */
  shuffled<T>(list: readonly T[]): T[];
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
}

/**
 * A Weyl sequence through a 32-bit mixing function: quick and even enough for samples and loads,
 * and nothing to keep a secret with.
 */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    among: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error('nothing to choose from');
      return list[below(list.length)] as T;
    },
    holds: (probability) => next() / 2 ** 32 < probability,
    shuffled: <T>(list: readonly T[]) => {
      const order = [...list];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other] as T, order[last] as T];
      }
      return order;
    },
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  };
}
