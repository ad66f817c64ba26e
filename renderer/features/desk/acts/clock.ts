import type {
  Attendance,
  AttendanceEvent,
  AttendanceSource,
} from '@shared/domain/attendance/types';
import { stampTime } from '@shared/operation/clock';

/** Clocks of desks differ by so much without anybody having set one wrong. */
const TOLERATED_MS = 2 * 60_000;

const isLater = (instant: string, now: string): boolean =>
  Date.parse(instant) - Date.parse(now) > TOLERATED_MS;

/**
 * Whether a clock (ISO, UTC) stands before the register's last stamp: nobody can have written later
 * than now, so that one of the two is wrong.
 */
export function isBehind(now: string, lastStamp: string): boolean {
  return isLater(stampTime(lastStamp), now);
}

/** What a desk writes down at the moment when it happens; everything else has a time of its own. */
const AT_ONCE: readonly AttendanceSource[] = ['search', 'scan', 'roll-call'];

/** The latest that another desk than `life` (a replica) wrote down by its own clock. */
export function latestElsewhere(
  attendance: Iterable<Attendance>,
  life: string,
): AttendanceEvent | null {
  let latest: AttendanceEvent | null = null;
  for (const { events } of attendance) {
    for (const event of events) {
      if (!AT_ONCE.includes(event.source) || life.startsWith(event.replica)) continue;
      if (latest === null || event.when > latest.when) latest = event;
    }
  }
  return latest;
}

/**
 * Whether another desk wrote something down at a time that has not come here yet. The register does
 * not follow a stamp that is far ahead, so that its last one does not show it. Either clock may be
 * the wrong one.
 */
export function isAhead(elsewhere: Pick<AttendanceEvent, 'when'>, now: string): boolean {
  return isLater(elsewhere.when, now);
}
