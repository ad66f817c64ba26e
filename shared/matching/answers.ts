/** No answer: dearer than every answer. */
export const NONE = 0x7fffffff;

/**
 * For every slot the cost of its best answer to one word, and which slots have one. Used again for
 * the next word: emptying it costs what was found, not the number of slots, and makes no garbage.
 */
export class Answers {
  #touched: number[] = [];
  #costs = new Int32Array(0);

  /** The slots with an answer, in the order in which they were found. */
  get touched(): readonly number[] {
    return this.#touched;
  }

  /** Empty again, with room for so many slots. */
  begin(slots: number): this {
    if (this.#costs.length < slots) this.#costs = new Int32Array(slots + slots / 4).fill(NONE);
    else for (const slot of this.#touched) this.#costs[slot] = NONE;
    this.#touched = [];
    return this;
  }

  offer(slot: number, cost: number): void {
    const known = this.#costs[slot] ?? NONE;
    if (known === NONE) this.#touched.push(slot);
    if (cost < known) this.#costs[slot] = cost;
  }

  cost(slot: number): number {
    return this.#costs[slot] ?? NONE;
  }
}

/** A token of a section that begins with what was asked. */
export interface Token {
  /** Number of tokens before it. */
  readonly place: number;
  /** It is what was asked, not only its beginning. */
  readonly whole: boolean;
}

const SPACE = 32;

/** Tokens of a section of search keys (each after a space) with a beginning, the first one first. */
export function* tokensBeginning(section: string, beginning: string): Generator<Token> {
  const wanted = ` ${beginning}`;
  let place = 0;
  let counted = 0;
  for (let at = section.indexOf(wanted); at !== -1; at = section.indexOf(wanted, at + 1)) {
    for (; counted < at; counted += 1) if (section.charCodeAt(counted) === SPACE) place += 1;
    const after = at + wanted.length;
    yield { place, whole: after === section.length || section.charCodeAt(after) === SPACE };
  }
}
