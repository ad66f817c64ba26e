/** No honest value of the bridge is nested deeper; recursion behind the edge needs a bound. */
export const MAX_DEPTH = 64;
/** Objects and arrays in one value: a hundred thousand drafts with fifty each. */
export const MAX_CONTAINERS = 5_000_000;

export type ShapeProblem = 'too-deep' | 'too-many' | 'prototype' | null;

/**
 * Looks through a value from outside before any recursive code does: nesting and number within bounds
 * (a structured clone may refer to itself, or to one object very often), no member named `__proto__`.
 * Without recursion itself, so that depth cannot break it.
 */
export function shapeProblem(value: unknown): ShapeProblem {
  let level: object[] = isContainer(value) ? [value] : [];
  let containers = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return 'too-deep';
    const next: object[] = [];
    for (const item of level) {
      containers += 1;
      if (containers > MAX_CONTAINERS) return 'too-many';
      if (Object.hasOwn(item, '__proto__')) return 'prototype';
      // Without a list of the members: of a large import there would be half a million such lists.
      for (const key in item) {
        const member = (item as Record<string, unknown>)[key];
        if (isContainer(member)) next.push(member);
      }
    }
    level = next;
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
