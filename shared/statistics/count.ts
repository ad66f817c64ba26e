import type { Entry } from './entry';
import type { FIGURES } from './figures/all';
import type { FigureValue } from './result';

/** One figure's count; of different keys, where each counts once. */
export class Count {
  private entries = 0;
  private readonly keys = new Map<string, number>();

  constructor(readonly figure: (typeof FIGURES)[number]) {}

  change(entry: Entry, by: number): void {
    if (!this.figure.counts(entry)) return;
    this.entries += by;
    const key = this.figure.once?.(entry);
    if (key === undefined) return;
    const left = (this.keys.get(key) ?? 0) + by;
    if (left > 0) this.keys.set(key, left);
    else this.keys.delete(key);
  }

  read(): FigureValue {
    const { key, unit, once } = this.figure;
    return { key, unit, value: once ? this.keys.size : this.entries };
  }
}
