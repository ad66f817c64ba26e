/** So many minutes from the threshold, either way, are what a delegation will contest. */
export const NEAR_MINUTES = 2;

/** How the time online in a session stands to what is needed. */
export interface Margin {
  /** Not rounded. */
  readonly minutes: number;
  readonly needed: number;
  /** Minutes above the threshold; below it they are negative. */
  readonly by: number;
  readonly reached: boolean;
  readonly near: boolean;
}

export function marginOf(minutes: number, needed: number): Margin {
  const by = minutes - needed;
  return { minutes, needed, by, reached: by >= 0, near: Math.abs(by) <= NEAR_MINUTES };
}

/** A margin as it is written: three texts that add up. */
export interface WrittenMargin {
  readonly minutes: string;
  readonly needed: string;
  /** With its sign. */
  readonly by: string;
}

/**
 * Whole minutes, begun ones left out; minutes and seconds (`9:58`) when the two would otherwise
 * contradict each other: within a minute of the threshold, or where that is no whole minute.
 */
export function writtenMargin({ minutes, needed }: Margin): WrittenMargin {
  const fine = !Number.isInteger(needed) || Math.abs(minutes - needed) < 1;
  const unit = fine ? 60 : 1;
  // Milliseconds of rounding must not take a second that was there.
  const spent = Math.floor(minutes * unit + 1e-6);
  const wanted = Math.round(needed * unit);
  const text = (value: number) => (fine ? clock(value) : String(value));
  const by = spent - wanted;
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
  return { minutes: text(spent), needed: text(wanted), by: `${sign}${text(Math.abs(by))}` };
}

/** Seconds as `m:ss`. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
