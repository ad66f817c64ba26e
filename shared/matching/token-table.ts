/** Insertions after which sorting once is cheaper than inserting each token in its place. */
const SORT_INSTEAD = 200;

/**
 * Tokens in order, each with the numbers filed under it: finds every token with a given beginning
 * by two binary searches. Order is by UTF-16 code unit, so a beginning is one range.
 */
export class TokenTable {
  readonly #values = new Map<string, number[]>();
  readonly #sorted: string[] = [];
  #inOrder = true;
  #insertedSinceLookup = 0;

  /** Files `value` under `token`; the caller does not file the same pair twice. */
  add(token: string, value: number): void {
    const known = this.#values.get(token);
    if (known) {
      known.push(value);
      return;
    }
    this.#values.set(token, [value]);
    this.#insertedSinceLookup += 1;
    if (this.#insertedSinceLookup > SORT_INSTEAD) this.#inOrder = false;
    if (this.#inOrder) this.#sorted.splice(this.#firstFrom(token), 0, token);
    else this.#sorted.push(token);
  }

  /** The numbers under exactly this token. */
  under(token: string): readonly number[] {
    return this.#values.get(token) ?? [];
  }

  /** Calls `visit` for every token that begins with `beginning`, in order. */
  beginningWith(
    beginning: string,
    visit: (values: readonly number[], token: string) => void,
  ): void {
    this.#putInOrder();
    for (let place = this.#firstFrom(beginning); place < this.#sorted.length; place += 1) {
      const token = this.#sorted[place] ?? '';
      if (!token.startsWith(beginning)) return;
      visit(this.under(token), token);
    }
  }

  /** All tokens, in no particular order. */
  tokens(): Iterable<string> {
    return this.#values.keys();
  }

  /** Does now what the next lookup would have to do first. */
  prepare(): void {
    this.#putInOrder();
  }

  #putInOrder(): void {
    this.#insertedSinceLookup = 0;
    if (this.#inOrder) return;
    this.#sorted.sort();
    this.#inOrder = true;
  }

  /** Place of the first token that is not before `token`. */
  #firstFrom(token: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? '') < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
