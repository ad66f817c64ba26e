const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Days for which copies that were set aside are kept: a quarter is time enough to notice, between
 * two meetings, that something is missing; after it they would only be names that nobody looks after.
 */
export const KEPT_DAYS = 90;

const STAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})$/;

/** Whether what was set aside at `stamp` (see `stampForName`) has been kept long enough at `now`. */
export function isExpired(stamp: string, now: number): boolean {
  const parts = STAMP.exec(stamp)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [year = 0, month = 1, ...rest] = parts;
  return now - Date.UTC(year, month - 1, ...rest) > KEPT_DAYS * DAY_MS;
}
