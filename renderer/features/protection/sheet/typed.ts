import type { Recovery } from './prepare';
import { groupsOf, isGroup } from './recovery-code';

/** What was typed back of the two groups that were asked for. */
export type Typed = readonly [string, string];

/** Which of the two is typed as it stands on the sheet. */
export function typedRight({ code, asked }: Recovery, typed: Typed): readonly [boolean, boolean] {
  const groups = groupsOf(code);
  const right = (at: 0 | 1) => isGroup(typed[at], groups[asked[at]] ?? '');
  return [right(0), right(1)];
}

/** Whether both are. */
export function checkTyped(recovery: Recovery, typed: Typed): boolean {
  return typedRight(recovery, typed).every(Boolean);
}
