/** A stretch of a text: in both wordings, only in the earlier, or only in the later one. */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Comparing costs the product of both lengths: beyond this many cells it is not worth the wait. */
const MOST_CELLS = 1_000_000;

const wordsOf = (text: string): string[] => text.split(/(\s+)/).filter((word) => word !== '');

/** What changed from one wording to the next, word by word; `null` when there is too much of it. */
export function wordChanges(before: string, after: string): Stretch[] | null {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  const [oldMiddle, nowMiddle] = [
    old.slice(start, old.length - end),
    now.slice(start, now.length - end),
  ];
  if (oldMiddle.length * nowMiddle.length > MOST_CELLS) return null;
  return joined([
    ...now.slice(0, start).map(same),
    ...compare(oldMiddle, nowMiddle),
    ...now.slice(now.length - end).map(same),
  ]);
}

const same = (text: string): Stretch => ({ kind: 'same', text });

/** By the longest common sequence of words. */
function compare(old: readonly string[], now: readonly string[]): Stretch[] {
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, come] = [old[i], now[j]];
    if (gone !== undefined && gone === come) {
      found.push(same(gone));
      i += 1;
      j += 1;
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'gone', text: gone });
      i += 1;
    } else {
      found.push({ kind: 'new', text: come ?? '' });
      j += 1;
    }
  }
  return found;
}

/** Neighbours of one kind as one stretch. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.kind === stretch.kind) {
      found[found.length - 1] = { kind: last.kind, text: last.text + stretch.text };
    } else found.push(stretch);
  }
  return found;
}
