import type { Attendance, AttendanceEvent, AttendanceSource } from '../../domain/attendance/types';
import type { AttendanceRules } from '../../domain/meeting/types';
import type { PresenceBasis } from '../../domain/attendance/presence-basis';
import { onlineIn, staysAt, type OnlineResult } from './online-result';

/** Which sessions and days the reports cover. */
type Coverage = Pick<PresenceBasis, 'reported' | 'byId' | 'byDate'>;

/** What the reports say of who was online, to be set over what was recorded by hand. */
export interface OnlineByReport {
  readonly coverage: Coverage;
  /** Everybody whom a report shows present, with their arrivals, one a session. */
  readonly arrivals: ReadonlyMap<string, readonly AttendanceEvent[]>;
}

/** `null` while there is no report with anybody in it: then the roll-call stands. */
export function onlineByReport(
  rules: AttendanceRules,
  result: OnlineResult,
): OnlineByReport | null {
  const { reported, sittings, persons } = result;
  if (!reported) return null;
  const arrivals = new Map<string, AttendanceEvent[]>();
  for (const [at, person] of persons.entries()) {
    const found = arrivalsOf(result, rules, at, person);
    if (found.length > 0) arrivals.set(person, found);
  }
  const coverage = {
    reported,
    byId: new Map(sittings.map((sitting) => [sitting.id, sitting])),
    byDate: Map.groupBy(sittings, ({ date }) => date),
  };
  return { coverage, arrivals };
}

function arrivalsOf(
  result: OnlineResult,
  rules: AttendanceRules,
  at: number,
  person: string,
): AttendanceEvent[] {
  const arrived = (scope: string, when: number): AttendanceEvent => ({
    ...{ id: `${person} ${scope}`, kind: 'arrived', scope, modality: 'virtual', replica: '' },
    ...{ when: new Date(when).toISOString(), source: 'platform-report' },
  });
  if (result.sittings.length === 0) {
    // As presence is read without sessions: one uninterrupted stay.
    const long = rules.thresholdMinutes * 60_000;
    const stay = staysAt(result, at).find(([start, end]) => end - start >= long);
    return stay === undefined ? [] : [arrived('reception', stay[0])];
  }
  const found: AttendanceEvent[] = [];
  for (const session of result.sittings.keys()) {
    const { sitting, minutes, seen } = onlineIn(result, at, session);
    if (seen === null || minutes < sitting.thresholdMinutes) continue;
    found.push(arrived(`session:${sitting.id}`, seen[0]));
  }
  return found;
}

/** Recorded during the meeting; a correction is not among them, see `presence.ts`. */
const DURING: readonly AttendanceSource[] = ['roll-call', 'search', 'scan', 'paper', 'close-out'];

/** Whether a report says instead what this event said of somebody online. */
export function isSuperseded(coverage: Coverage, event: AttendanceEvent): boolean {
  const { modality, source, scope } = event;
  if (modality !== 'virtual' || !DURING.includes(source)) return false;
  if (scope.startsWith('day:')) {
    const sittings = coverage.byDate.get(scope.slice('day:'.length)) ?? [];
    return sittings.length === 0 ? coverage.reported : sittings.every(({ reported }) => reported);
  }
  if (scope === 'reception') return coverage.reported;
  return (coverage.byId.get(scope.slice('session:'.length)) ?? coverage).reported;
}

/**
 * One person's attendance as it stands once the reports are in: where one covers a session its logins
 * say who was online, instead of the roll-call. `undefined`: nothing is left that was seen of them.
 */
export function personByReport(
  { coverage, arrivals }: OnlineByReport,
  meeting: string,
  person: string,
  one: Attendance | undefined,
): Attendance | undefined {
  const seen = arrivals.get(person) ?? [];
  if (one === undefined) return seen.length === 0 ? undefined : { meeting, person, events: seen };
  const stands = one.events.some((event) => isSuperseded(coverage, event))
    ? one.events.filter((event) => !isSuperseded(coverage, event))
    : one.events;
  if (seen.length === 0 && stands === one.events) return one;
  if (seen.length === 0 && stands.length === 0) return undefined;
  return { ...one, events: [...stands, ...seen].sort(byTime) };
}

/**
 * The same of everybody. Whoever is counted by where they are is counted from this; `online` is
 * `null` while there is no report.
 */
export function attendanceByReport(
  meeting: string,
  attendance: ReadonlyMap<string, Attendance>,
  online: OnlineByReport | null,
): ReadonlyMap<string, Attendance> {
  if (online === null) return attendance;
  const found = new Map<string, Attendance>();
  for (const person of new Set([...attendance.keys(), ...online.arrivals.keys()])) {
    const one = personByReport(online, meeting, person, attendance.get(person));
    if (one !== undefined) found.set(person, one);
  }
  return found;
}

function byTime(a: AttendanceEvent, b: AttendanceEvent): number {
  if (a.when !== b.when) return a.when < b.when ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
