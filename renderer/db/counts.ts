import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { useProjection, useStore } from './hooks';

/** Tables whose records are counted meeting by meeting. */
type CountedTable = 'sessions' | 'nominations';

/**
 * How many live records of a table a meeting has; `null` until it is known. Counted by an index:
 * a list of fifty meetings reads none of their rows.
 */
export function useCount(table: CountedTable, meeting: string): number | null {
  const store = useStore();
  const ready = useProjection().kind === 'ready';
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    if (!ready) return;
    const counting = liveQuery(() => store.db.rows(table).countLive(meeting)).subscribe({
      next: setCount,
      error: (error: unknown) => {
        store.examine(error).catch(() => undefined);
      },
    });
    return () => counting.unsubscribe();
  }, [store, table, meeting, ready]);
  return count;
}
