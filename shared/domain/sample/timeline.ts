/**
 * What happened, whatever the order in which it was thought of: acts are added with the instant
 * at which they happen and carried out in order of time, those of one instant in the order in
 * which they were added. An act may add further ones that happen later.
 */
export class Timeline {
  private pending: { readonly at: string; readonly act: () => void }[] = [];
  private added: { readonly at: string; readonly act: () => void }[] = [];

  /** `at`: ISO text in UTC with milliseconds, so that it sorts as text. */
  add(at: string, act: () => void): void {
    this.added.push({ at, act });
  }

  /** Carries out everything that was added. */
  run(): void {
    for (;;) {
      if (this.added.length > 0) {
        // Next last; what was added first stays first among equals, because sorting is stable.
        const all = [...this.pending.reverse(), ...this.added];
        all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
        this.pending = all.reverse();
        this.added = [];
      }
      const next = this.pending.pop();
      if (next === undefined) return;
      next.act();
    }
  }
}

/** Office hours of an act of which only the day matters. */
export function onDay(date: string, hour = 8): string {
  return `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

/** An instant some minutes after another (before it, when negative). */
export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
