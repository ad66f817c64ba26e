import { useCallback } from 'react';
import { useRecords } from '../../../db/hooks';

/** The name of the desk with this register; `null`: not known, or it has none. */
export function useDeskName(): (replica: string | null) => string | null {
  const desks = useRecords('desks');
  return useCallback(
    (replica) => {
      if (replica === null || desks.state !== 'ready') return null;
      return desks.value.find(({ id }) => id === replica)?.name || null;
    },
    [desks],
  );
}
