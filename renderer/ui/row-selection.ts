/** Rows that are marked, to do something with all of them. */
export interface RowSelection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (next: ReadonlySet<string>) => void;
}

export function withToggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function withAdded(
  selected: ReadonlySet<string>,
  ids: Iterable<string>,
): ReadonlySet<string> {
  return new Set([...selected, ...ids]);
}

/** Without these; what is marked but not shown now stays marked. */
export function without(selected: ReadonlySet<string>, ids: Iterable<string>): ReadonlySet<string> {
  const next = new Set(selected);
  for (const id of ids) next.delete(id);
  return next;
}
