import type { Interval } from '../domain/attendance/intervals';
import { presenceBasis, type PresenceBasis } from '../domain/attendance/presence-basis';
import type { Meeting } from '../domain/meeting/types';
import { participantOf, type Evidence, type Participant } from './participants';
import { awaitsReconfirmation } from './reconfirmation';
import { evidenceLogins } from './virtual/evidence';
import type { LoginFacts, MeetingWorld, NominationFacts } from './world';

/** A meeting read once: its participants, ready to be counted under any scope. */
export interface MeetingDigest {
  readonly meeting: Meeting;
  /** Rules, sessions in order, and which of them the reports cover. */
  readonly basis: PresenceBasis;
  readonly awaits: (nomination: NominationFacts) => boolean;
  readonly participants: ReadonlyMap<string, Participant>;
}

const NOTHING: Evidence = { nominations: [], events: [], intervals: [] };

interface Gathered {
  readonly nominations: NominationFacts[];
  events: Evidence['events'];
  readonly intervals: Interval[];
}

/** All evidence by person; of one person only, when `only` is given. */
function byPerson(
  world: MeetingWorld,
  logins: readonly LoginFacts[],
  only: string | null,
): Map<string, Gathered> {
  const people = new Map<string, Gathered>();
  const at = (person: string): Gathered => {
    let found = people.get(person);
    if (found === undefined) {
      found = { nominations: [], events: [], intervals: [] };
      people.set(person, found);
    }
    return found;
  };
  const wanted = (person: string) => only === null || person === only;
  for (const nomination of world.nominations) {
    if (wanted(nomination.person)) at(nomination.person).nominations.push(nomination);
  }
  for (const attendance of world.attendance) {
    if (wanted(attendance.person)) at(attendance.person).events = attendance.events;
  }
  for (const { link, intervals } of logins) {
    if (link?.kind !== 'persons') continue;
    for (const person of new Set(link.persons)) {
      if (wanted(person)) at(person).intervals.push(...intervals);
    }
  }
  return people;
}

/** Reads a whole meeting. */
export function digestMeeting(world: MeetingWorld): MeetingDigest {
  const logins = evidenceLogins(world.reports, world.logins);
  const basis = presenceBasis(
    world.meeting,
    world.sessions,
    logins.map((login) => login.intervals),
  );
  const awaits = awaitsReconfirmation(world.meeting, world.nominations);
  const participants = new Map<string, Participant>();
  for (const [person, evidence] of byPerson(world, logins, null)) {
    const participant = participantOf(basis, awaits, person, evidence);
    if (participant) participants.set(person, participant);
  }
  return { meeting: world.meeting, basis, awaits, participants };
}

/**
 * Reads one person again after an arrival, its retraction, or the linking of a login. Everything
 * else (a nomination, a session, a report, the rules) can change how others are read: then the
 * meeting is digested again.
 */
export function readAgain(
  digest: MeetingDigest,
  world: MeetingWorld,
  person: string,
): Participant | null {
  const evidence =
    byPerson(world, evidenceLogins(world.reports, world.logins), person).get(person) ?? NOTHING;
  return participantOf(digest.basis, digest.awaits, person, evidence);
}
