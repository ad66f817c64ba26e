import type { AttendanceRules, Meeting, Session } from '../meeting/types';
import { inOrder } from '../meeting/rules';
import type { Interval } from './intervals';

/** A session as presence is measured in it. */
export interface Sitting {
  readonly id: string;
  /** Calendar day in the meeting's time zone. */
  readonly date: string;
  readonly time: Interval;
  /** Least time online that counts as having been there. */
  readonly thresholdMinutes: number;
  /** A platform report covers it: its evidence supersedes the roll-call taken by hand. */
  readonly reported: boolean;
}

/** What the presence of everybody at one meeting is read against; made once a meeting. */
export interface PresenceBasis {
  readonly rules: AttendanceRules;
  /** In the order in which they sit. */
  readonly sittings: readonly Sitting[];
  readonly byId: ReadonlyMap<string, Sitting>;
  readonly byDate: ReadonlyMap<string, readonly Sitting[]>;
  /** The meeting has evidence from a platform at all. */
  readonly reported: boolean;
  /** Calendar day of an instant (milliseconds) in the meeting's time zone. */
  readonly dayOf: (instant: number) => string;
}

/**
 * Least minutes online in a session of `sessionMinutes`: so many minutes or that share of it,
 * whichever is less (domain.md, *Matching virtual participants* 5).
 */
export function thresholdFor(rules: AttendanceRules, sessionMinutes: number): number {
  return Math.min(rules.thresholdMinutes, rules.thresholdShare * sessionMinutes);
}

/** All zones are a multiple of this away from UTC, so no day begins within it. */
const QUARTER_HOUR_MS = 15 * 60_000;

/** Calendar days of one time zone; days are asked for by the thousand, formats are slow. */
function calendar(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, string>();
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER_HOUR_MS);
    let day = known.get(quarter);
    if (day === undefined) {
      day = format.format(quarter * QUARTER_HOUR_MS);
      known.set(quarter, day);
    }
    return day;
  };
}

/**
 * The basis of a meeting. `evidence` holds the times of *all* logins of its platform reports,
 * linked or not: a session that any of them touches is one that the reports cover. A day whose
 * report has not come yet therefore keeps its roll-call.
 */
export function presenceBasis(
  meeting: Pick<Meeting, 'rules' | 'timeZone'>,
  sessions: readonly Session[],
  evidence: readonly (readonly Interval[])[],
): PresenceBasis {
  const sittings = inOrder(sessions).map((session): Sitting => {
    const time: Interval = [Date.parse(session.start), Date.parse(session.end)];
    return {
      id: session.id,
      date: session.date,
      time,
      thresholdMinutes: thresholdFor(meeting.rules, (time[1] - time[0]) / 60_000),
      reported: evidence.some((login) => login.some((interval) => meets(interval, time))),
    };
  });
  return {
    rules: meeting.rules,
    sittings,
    byId: new Map(sittings.map((sitting) => [sitting.id, sitting])),
    byDate: byDate(sittings),
    reported: evidence.some((login) => login.length > 0),
    dayOf: calendar(meeting.timeZone),
  };
}

function byDate(sittings: readonly Sitting[]): Map<string, Sitting[]> {
  const days = new Map<string, Sitting[]>();
  for (const sitting of sittings) {
    const day = days.get(sitting.date);
    if (day) day.push(sitting);
    else days.set(sitting.date, [sitting]);
  }
  return days;
}

function meets(a: Interval, b: Interval): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
