import { stampTime } from '@shared/operation/clock';

/** Clocks of desks differ by so much without anybody having set one wrong. */
const TOLERATED_MS = 2 * 60_000;

/**
 * Whether a clock (ISO, UTC) stands before the register's last stamp: nobody can have written later
 * than now, so that one of the two is wrong.
 */
export function isBehind(now: string, lastStamp: string): boolean {
  return Date.parse(stampTime(lastStamp)) - Date.parse(now) > TOLERATED_MS;
}
