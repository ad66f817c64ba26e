import type { DecisionContext } from '@shared/operation/draft';

/** Ids in order and a fixed time: what is decided can be compared. `from` keeps ids apart. */
export function counting(from = 1): DecisionContext {
  let count = from;
  return {
    newId: () => `01890000-0000-7000-8000-${(count++).toString(16).padStart(12, '0')}`,
    now: '2026-11-21T09:00:00.000Z',
  };
}
