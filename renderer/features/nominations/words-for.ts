/** A word for each value of a list, looked up once. */
export function wordsFor<Value extends string>(
  values: readonly Value[],
  word: (value: Value) => string,
): Readonly<Record<Value, string>> {
  return Object.fromEntries(values.map((value) => [value, word(value)])) as Record<Value, string>;
}
