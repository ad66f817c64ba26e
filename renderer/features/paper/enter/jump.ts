/** What somebody types to get to a line: the number on the sheet, or the beginning of a name. */
export interface Jump {
  readonly text: string;
  /** When the last key came, ms. */
  readonly at: number;
}

export const NO_JUMP: Jump = { text: '', at: 0 };

/** Keys further apart than this begin anew, ms. */
const PAUSE_MS = 1200;

/** One more key. */
export function typed(before: Jump, key: string, at: number): Jump {
  const goesOn = at - before.at <= PAUSE_MS;
  return { text: goesOn ? before.text + key : key, at };
}

/**
 * The line that is meant: a number is the line's own, letters are the beginning of a name, sought
 * from `from` on and then from the top. -1: there is none.
 *
 * @param names folded names of the lines, in their order
 */
export function lineMeant(text: string, names: readonly string[], from: number): number {
  if (/^\d+$/.test(text)) {
    const line = Number(text) - 1;
    return line >= 0 && line < names.length ? line : -1;
  }
  const order = [...names.keys()].map((at) => (at + from) % names.length);
  return order.find((at) => names[at]?.startsWith(text) === true) ?? -1;
}
