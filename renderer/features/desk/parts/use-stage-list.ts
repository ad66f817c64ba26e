import { useEffect, useRef, useState, type RefObject } from 'react';
import type { StageKeys } from '../acts/stage';

interface Wanted {
  readonly count: number;
  /** What Space does to the row that is marked, and Enter where `onEnter` does not. */
  readonly onRow: (position: number) => void;
  /** What Enter does; without it, the same as Space. */
  readonly onEnter?: () => void;
  /** Letters are typed into the box to narrow the list, so that Space may be one of them. */
  readonly typing?: boolean;
}

/**
 * A list in the middle that is worked through while the box has the focus: arrows move the mark,
 * Space and Enter act on it.
 */
export function useStageList(keysRef: RefObject<StageKeys | null>, wanted: Wanted) {
  const [marked, mark] = useState(0);
  const { count, onRow, onEnter, typing = false } = wanted;
  const active = Math.min(marked, Math.max(0, count - 1));
  useEffect(() => {
    keysRef.current = (event) => {
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp': {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          if (count > 0) mark((active + step + count) % count);
          return true;
        }
        case ' ':
          if (typing || count === 0) return false;
          onRow(active);
          return true;
        case 'Enter':
          if (event.repeat) return true;
          if (onEnter !== undefined) onEnter();
          else if (count > 0) onRow(active);
          return true;
        default:
          return false;
      }
    };
    return () => {
      keysRef.current = null;
    };
  }, [keysRef, count, active, onRow, onEnter, typing]);
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => {
    listRef.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return { active, mark, listRef };
}
