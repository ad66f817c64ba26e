/**
 * Tells a new scan from one that goes on: a code in front of a scanner or a camera is read many
 * times a second. What is seen again before it was away for `goneMs` is the same scan. Each code on
 * its own: another one is new at once.
 */
export class Repeats {
  private readonly seen = new Map<string, number>();

  constructor(private readonly goneMs: number) {}

  /** Whether this is a new scan. `time`: ms, of any clock that only goes forward. */
  isNew(text: string, time: number): boolean {
    for (const [one, last] of this.seen) if (time - last >= this.goneMs) this.seen.delete(one);
    const isNew = !this.seen.has(text);
    this.seen.set(text, time);
    return isNew;
  }
}
