/** Who worked at this window before, the latest last; gone with the window. */
const before: string[] = [];

export function remember(operator: string): void {
  before.push(operator);
}

/** Of these, the one that most probably takes over: who was here last, else the next by name. */
export function likelyNext(ids: readonly string[], acting: string): number {
  const last = before.findLast((id) => id !== acting && ids.includes(id));
  const index = ids.findIndex((id) => (last === undefined ? id !== acting : id === last));
  return Math.max(0, index);
}
