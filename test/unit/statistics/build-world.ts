import type { Attendance, AttendanceEvent, Scope } from '@shared/domain/attendance/types';
import {
  DEFAULT_RULES,
  MEETING_DEFAULTS,
  type Meeting,
  type Session,
} from '@shared/domain/meeting/types';
import type {
  Capacity,
  Modality,
  NominationState,
  Publish,
  SourceDocument,
} from '@shared/domain/nomination/types';
import { PARTY_DEFAULTS, type Party, type PartyKind } from '@shared/domain/party/types';
import { PROGRAMME_DEFAULTS, type Programme } from '@shared/domain/programme/operations';
import type {
  LoginFacts,
  MeetingWorld,
  NominationFacts,
  PersonFacts,
  World,
} from '@shared/statistics/world';

/** Small worlds for tests: ids are readable texts, everything not said has its default. */
export function party(id: string, kind: PartyKind = 'country', set: Partial<Party> = {}): Party {
  const statuses: Party['statuses'] = [{ status: 'member', from: null, to: null }];
  return {
    ...PARTY_DEFAULTS,
    focalPoints: [],
    id,
    code: id,
    kind,
    names: { en: id },
    statuses,
    ...set,
  };
}

export function meeting(id: string, start: string, set: Partial<Meeting> = {}): Meeting {
  return {
    ...MEETING_DEFAULTS,
    id,
    title: `Meeting ${id}`,
    state: 'closed',
    rules: DEFAULT_RULES,
    planned: { format: 'hybrid', start, end: start },
    ...set,
  };
}

/** A session of `hours`, from 09:00 UTC on its day unless another hour is given. */
export function session(id: string, date: string, hour = 9, hours = 3): Session {
  const at = (hourOfDay: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + hourOfDay * 3_600_000).toISOString();
  return { id, meeting: '', name: id, date, start: at(hour), end: at(hour + hours) };
}

let events = 0;

export function event(scope: Scope, set: Partial<AttendanceEvent> = {}): AttendanceEvent {
  events += 1;
  return {
    id: `event-${events}`,
    kind: 'arrived',
    scope,
    modality: 'in-person',
    when: '2023-06-13T08:52:00.000Z',
    replica: '00000000',
    source: 'search',
    ...set,
  };
}

export function nomination(
  person: string,
  partyId: string,
  set: {
    capacity?: Capacity;
    state?: NominationState;
    receivedOn?: string;
    id?: string;
    publish?: Publish;
    walkIn?: boolean;
    source?: SourceDocument;
  } = {},
): NominationFacts {
  const { capacity = 'representative', state = 'accepted', receivedOn = null } = set;
  return {
    id: set.id ?? `${person}@${partyId}`,
    person,
    party: partyId,
    capacity,
    state,
    receivedOn,
    publish: set.publish ?? 'not-asked',
    walkIn: set.walkIn ?? false,
    source: set.source ?? null,
  };
}

/** A login of the report `report`, linked to persons, at times given in minutes from `start`. */
export function login(
  persons: readonly string[],
  start: string,
  ...minutes: (readonly [number, number])[]
): LoginFacts {
  const at = (minute: number) => Date.parse(start) + minute * 60_000;
  return {
    ...{ id: 'login', report: 'report', name: '', email: null, rejected: [] },
    intervals: minutes.map(([from, to]) => [at(from), at(to)]),
    link: persons.length > 0 ? { kind: 'persons', persons: [...persons], by: 'hand' } : null,
  };
}

/** Everybody arrives once in person for the whole meeting (reception), or is online by hand. */
export function attendance(
  meetingId: string,
  arrivals: Iterable<readonly [person: string, modality: Modality]>,
): Attendance[] {
  return [...arrivals].map(([person, modality]) => ({
    meeting: meetingId,
    person,
    events: [event('reception', { modality, source: 'generated' })],
  }));
}

export function meetingWorld(of: Meeting, set: Partial<MeetingWorld> = {}): MeetingWorld {
  return {
    meeting: of,
    sessions: [],
    nominations: [],
    attendance: [],
    logins: [],
    reports: [{ id: 'report', replaces: null, digest: '' }],
    recommendations: [],
    ...set,
  };
}

export function world(
  meetings: readonly MeetingWorld[],
  parties: readonly Party[],
  set: { people?: ReadonlyMap<string, PersonFacts>; programme?: Partial<Programme> } = {},
): World {
  return {
    programme: { ...PROGRAMME_DEFAULTS, id: 'programme', ...set.programme },
    parties,
    meetings,
    people: set.people ?? new Map<string, PersonFacts>(),
  };
}
