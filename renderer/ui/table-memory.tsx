import { createContext, useCallback, useContext, useMemo, useState } from 'react';

export interface SortBy {
  readonly id: string;
  readonly desc: boolean;
}

/** How somebody left a table: the columns that they hid, and how it is sorted. */
export interface TableState {
  readonly hidden: readonly string[];
  readonly sort: readonly SortBy[];
}

/** Where tables remember themselves; outside of it they forget when they go. */
export interface TableMemory {
  readonly read: (table: string) => TableState | undefined;
  readonly write: (table: string, state: TableState) => void;
}

const TableMemoryContext = createContext<TableMemory | null>(null);
export const TableMemoryProvider = TableMemoryContext.Provider;

/** A table's state: as it was left, else as it begins. Without an id it is not remembered. */
export function useTableState(
  id: string | undefined,
  begin: TableState,
): [TableState, (change: Partial<TableState>) => void] {
  const memory = useContext(TableMemoryContext);
  const [left, setLeft] = useState<TableState | undefined>(() =>
    id === undefined ? undefined : memory?.read(id),
  );
  // Until somebody arranges it, it is as it begins, also when the window changes its size.
  const state = left ?? begin;
  const change = useCallback(
    (part: Partial<TableState>) => {
      const next = { ...state, ...part };
      setLeft(next);
      if (id !== undefined) memory?.write(id, next);
    },
    [id, memory, state],
  );
  return useMemo(() => [state, change], [state, change]);
}
