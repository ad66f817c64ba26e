import type { Attending } from '../domain/attendance/presence';
import { scheduleOf, yearOf } from '../domain/meeting/rules';
import type { Meeting } from '../domain/meeting/types';
import { statusOn } from '../domain/party/rules';
import type { Party } from '../domain/party/types';
import type { MeetingBody, Programme } from '../domain/programme/operations';
import type { MeetingDigest } from './digest';
import type { Recommended } from './figures/recommendations';
import type { Participant } from './participants';
import { attendingWithin, type Scope } from './scope';
import type { PersonFacts, World } from './world';

export type Status = 'member' | 'observer' | 'none';

/** A meeting as entries refer to it. */
export interface MeetingFacts {
  readonly meeting: Meeting;
  readonly year: number | null;
  readonly body: MeetingBody | null;
  readonly statusOf: (party: Party) => Status;
}

/** One participant at one meeting, as all figures see them under a scope. */
export interface Entry {
  readonly who: Participant;
  readonly at: MeetingFacts;
  /** How they attended within the scope; `null`: not at all. */
  readonly attending: Attending | null;
  /** Their party, when it is one of the programme's. */
  readonly party: Party | null;
  readonly facts: PersonFacts;
}

/** What all meetings of a programme share. */
export interface Frame {
  readonly programme: Programme;
  readonly parties: ReadonlyMap<string, Party>;
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly recommendations: readonly Recommended[];
}

export function frameOf(world: World): Frame {
  return {
    programme: world.programme,
    parties: new Map(world.parties.map((party) => [party.id, party])),
    people: world.people,
    recommendations: world.meetings.flatMap(({ meeting, recommendations }) =>
      recommendations.map((facts) => ({ meeting: meeting.id, year: yearOf(meeting), facts })),
    ),
  };
}

/** A meeting without a date takes the latest status: that of today, for all that is known. */
const LAST_DAY = '9999-12-31';

/** The first day of a meeting, of which parties have their status and name; of a year or month its first. */
export function firstDay(meeting: Meeting): string {
  const start = scheduleOf(meeting).start;
  return start === null ? LAST_DAY : `${start}-01-01`.slice(0, 10);
}

export function meetingFacts(frame: Frame, meeting: Meeting): MeetingFacts {
  const day = firstDay(meeting);
  const known = new Map<Party, Status>();
  return {
    meeting,
    year: yearOf(meeting),
    body: frame.programme.bodies.find((body) => body.id === meeting.body) ?? null,
    statusOf: (party) => {
      let status = known.get(party);
      if (status === undefined) known.set(party, (status = statusOn(party, day)));
      return status;
    },
  };
}

const UNKNOWN: PersonFacts = { gender: 'not-declared', synthetic: false };

export function entryOf(frame: Frame, at: MeetingFacts, scope: Scope, who: Participant): Entry {
  return {
    who,
    at,
    attending: attendingWithin(scope, who.presence),
    party: who.party === null ? null : (frame.parties.get(who.party) ?? null),
    facts: frame.people.get(who.person) ?? UNKNOWN,
  };
}

/** Every entry of a scope, meeting by meeting. */
export function* entriesOf(
  frame: Frame,
  digests: readonly MeetingDigest[],
  scope: Scope,
): Generator<Entry> {
  for (const digest of digests) {
    const at = meetingFacts(frame, digest.meeting);
    for (const who of digest.participants.values()) yield entryOf(frame, at, scope, who);
  }
}
