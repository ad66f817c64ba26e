/** The best few of many items, in order, kept while they pass by: no list of all is ever sorted. */
export class Ranking<T> {
  readonly #ranks: number[] = [];
  readonly #items: T[] = [];
  readonly #limit: number;
  readonly #before: (a: T, b: T) => boolean;

  /** `before` decides between items of one rank, so that the order is the same every time. */
  constructor(limit: number, before: (a: T, b: T) => boolean) {
    this.#limit = limit;
    this.#before = before;
  }

  get full(): boolean {
    return this.#items.length >= this.#limit;
  }

  get items(): readonly T[] {
    return this.#items;
  }

  /** Smaller ranks are better. */
  add(item: T, rank: number): void {
    let place = this.#items.length;
    while (place > 0 && this.#better(item, rank, place - 1)) place -= 1;
    if (place >= this.#limit) return;
    this.#ranks.splice(place, 0, rank);
    this.#items.splice(place, 0, item);
    if (this.#items.length > this.#limit) {
      this.#ranks.pop();
      this.#items.pop();
    }
  }

  #better(item: T, rank: number, place: number): boolean {
    const other = this.#ranks[place] ?? 0;
    const rival = this.#items[place];
    if (rank !== other || rival === undefined) return rank < other;
    return this.#before(item, rival);
  }
}
