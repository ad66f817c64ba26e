import { byOrder } from '../order-key';
import type { AgendaItem } from './types';

export interface NumberedItem {
  readonly item: AgendaItem;
  /** As printed: `2`, `2(a)`, `2(a)(i)`. */
  readonly number: string;
  readonly depth: number;
}

/**
 * The agenda in order with its numbers. An item whose parent is missing or would close a cycle
 * stands at the top level, so that no item is ever lost from view.
 */
export function numbered(items: readonly AgendaItem[]): NumberedItem[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const children = new Map<string | null, AgendaItem[]>();
  for (const item of items) {
    const parent = item.parent !== null && reachesTop(item, known) ? item.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  const list: NumberedItem[] = [];
  const walk = (parent: string | null, prefix: string, depth: number): void => {
    const siblings = (children.get(parent) ?? []).sort(byOrder);
    siblings.forEach((item, index) => {
      const number = depth === 0 ? String(index + 1) : `${prefix}(${label(depth, index)})`;
      list.push({ item, number, depth });
      walk(item.id, number, depth + 1);
    });
  };
  walk(null, '', 0);
  return list;
}

function reachesTop(item: AgendaItem, known: ReadonlyMap<string, AgendaItem>): boolean {
  const seen = new Set<string>();
  let current: AgendaItem | undefined = item;
  while (current !== undefined && current.parent !== null) {
    if (seen.has(current.id)) return false;
    seen.add(current.id);
    current = known.get(current.parent);
  }
  return current !== undefined;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function label(depth: number, index: number): string {
  return depth % 2 === 1 ? letters(index) : roman(index + 1);
}

function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, digits] of ROMAN) {
    while (rest >= size) {
      text += digits;
      rest -= size;
    }
  }
  return text;
}
