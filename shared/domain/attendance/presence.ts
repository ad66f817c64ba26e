import type { Modality } from '../nomination/types';
import { covered, overlapSeconds, unite, type Interval } from './intervals';
import type { PresenceBasis, Sitting } from './presence-basis';
import type { AttendanceEvent, AttendanceSource, Scope } from './types';

/** How somebody attended; `both`: in the room and online, as one with a laptop joined is. */
export type Attending = Modality | 'both';

export interface SessionPresence {
  readonly inPerson: boolean;
  readonly virtual: boolean;
  /** Minutes online within the session, each counted once; not rounded. */
  readonly virtualMinutes: number;
  readonly thresholdMinutes: number;
}

/** What a person's events and logins amount to at one meeting. */
export interface Presence {
  readonly person: string;
  /** Checked in at reception. */
  readonly registered: boolean;
  /** Scopes for which they arrived in person, in the order of arrival. */
  readonly inPerson: readonly Scope[];
  /** Sessions in which they were seen at all; a session that is missing saw nothing of them. */
  readonly sessions: ReadonlyMap<string, SessionPresence>;
  /** Calendar days on which they were present, and how. */
  readonly days: ReadonlyMap<string, Attending>;
  readonly attended: boolean;
  /** How they attended the meeting as a whole; `null` when they did not. */
  readonly modality: Attending | null;
}

/** One way of attending, and another: both, when they differ. */
export function alsoAttending(known: Attending | null | undefined, also: Attending): Attending {
  return known == null || known === also ? also : 'both';
}

/** How somebody was present in a session, `null` when they were not. */
export function attendingIn(presence: SessionPresence | undefined): Attending | null {
  if (presence?.inPerson) return presence.virtual ? 'both' : 'in-person';
  return presence?.virtual ? 'virtual' : null;
}

/**
 * Recorded by hand during the meeting, until the platform's report comes. A correction is not among
 * them: somebody wrote it, with a reason, knowing what the report says.
 */
const BY_HAND: readonly AttendanceSource[] = ['roll-call', 'search', 'scan', 'paper'];

/** Presence while it is gathered, event by event and session by session. */
class Gathered {
  registered = false;
  meeting: Attending | null = null;
  readonly inPerson = new Set<Scope>();
  readonly days = new Map<string, Attending>();
  readonly sessions = new Map<string, Attending>();
  readonly minutes = new Map<string, number>();

  atMeeting(how: Attending): void {
    this.meeting = alsoAttending(this.meeting, how);
  }

  onDay(day: string, how: Attending): void {
    this.days.set(day, alsoAttending(this.days.get(day), how));
    this.atMeeting(how);
  }

  in(sitting: Sitting, how: Attending): void {
    this.sessions.set(sitting.id, alsoAttending(this.sessions.get(sitting.id), how));
    this.onDay(sitting.date, how);
  }
}

function gatherEvent(into: Gathered, basis: PresenceBasis, event: AttendanceEvent): void {
  const { modality: how, scope, source } = event;
  if (how === 'in-person') into.inPerson.add(scope);
  /** Stands only where no platform report covers it. */
  const provisional = how === 'virtual' && BY_HAND.includes(source);

  if (scope === 'reception') {
    into.registered = true;
    if (!basis.rules.receptionCounts || (provisional && basis.reported)) return;
    const day = basis.dayOf(Date.parse(event.when));
    // Badges are often fetched on the eve, which is no day of the meeting.
    if (basis.sittings.length === 0 || basis.byDate.has(day)) into.onDay(day, how);
    else into.atMeeting(how);
  } else if (scope.startsWith('day:')) {
    const day = scope.slice('day:'.length);
    const sittings = basis.byDate.get(day) ?? [];
    const held = provisional ? sittings.filter((sitting) => !sitting.reported) : sittings;
    const superseded = sittings.length === 0 ? basis.reported : held.length === 0;
    if (provisional && superseded) return;
    into.onDay(day, how);
    if (basis.rules.dayCountsForSessions) for (const sitting of held) into.in(sitting, how);
  } else {
    const sitting = basis.byId.get(scope.slice('session:'.length));
    if (provisional && (sitting ?? basis).reported) return;
    if (sitting) into.in(sitting, how);
    // The session was taken back since: they were at the meeting all the same.
    else into.atMeeting(how);
  }
}

function gatherOnline(into: Gathered, basis: PresenceBasis, stays: readonly Interval[]): void {
  for (const sitting of basis.sittings) {
    const minutes = overlapSeconds(stays, sitting.time) / 60;
    if (minutes === 0) continue;
    into.minutes.set(sitting.id, minutes);
    if (minutes >= sitting.thresholdMinutes) into.in(sitting, 'virtual');
  }
  if (basis.sittings.length > 0) return;
  const long = basis.rules.thresholdMinutes * 60_000;
  for (const stay of stays) {
    if (covered([stay]) >= long) into.onDay(basis.dayOf(stay[0]), 'virtual');
  }
}

/**
 * Presence of one person at a meeting (domain.md, *Attendance* and *Matching virtual
 * participants*).
 *
 * - `events` are un-retracted. Leaving is not arriving and takes no arrival back, so that closing a
 *   session out changes no figure; an arrival for one session says nothing about another. An arrival for a day counts for the day's sessions, and reception alone
 *   counts as attendance, where the meeting's rules say so; reception then counts for the calendar
 *   day on which it happened.
 * - `intervals`: times of the logins linked to the person, in any order, overlapping or not. Time
 *   online counts in a session from its threshold on; at the meeting as a whole somebody was online
 *   who was so in one session at least. A meeting without sessions has only its minutes: one
 *   uninterrupted stay of that length counts.
 * - An online arrival taken down by hand stands only where no platform report covers it.
 */
export function presenceOf(
  basis: PresenceBasis,
  person: string,
  events: readonly AttendanceEvent[],
  intervals: readonly Interval[],
): Presence {
  const gathered = new Gathered();
  for (const event of events) if (event.kind === 'arrived') gatherEvent(gathered, basis, event);
  if (intervals.length > 0) gatherOnline(gathered, basis, unite(intervals));

  const sessions = new Map<string, SessionPresence>();
  for (const { id, thresholdMinutes } of basis.sittings) {
    const how = gathered.sessions.get(id);
    const virtualMinutes = gathered.minutes.get(id) ?? 0;
    if (how === undefined && virtualMinutes === 0) continue;
    const inPerson = how === 'in-person' || how === 'both';
    const virtual = how === 'virtual' || how === 'both';
    sessions.set(id, { inPerson, virtual, virtualMinutes, thresholdMinutes });
  }
  return {
    person,
    registered: gathered.registered,
    inPerson: [...gathered.inPerson],
    sessions,
    days: gathered.days,
    attended: gathered.meeting !== null,
    modality: gathered.meeting,
  };
}
