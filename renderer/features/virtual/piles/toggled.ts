/** The set with the value where it had none, and without it where it had. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const other = new Set(set);
  if (!other.delete(value)) other.add(value);
  return other;
}
