import { dayAfter, planSessions } from '@shared/domain/meeting/plan-sessions';
import { MEETING_DEFAULTS, type Session } from '@shared/domain/meeting/types';
import type { Capacity } from '@shared/domain/nomination/types';
import { createProgramme } from '@shared/domain/programme/create';
import type { ProgrammeFile } from '@shared/domain/programme/types';
import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import { CULTURES, cultureOf } from '@shared/domain/sample/cultures';
import { inventNames } from '@shared/domain/sample/people';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { seededIds } from './seeded';

/**
 * The reference loads of the quality bars. Drafts come in chunks, made when they are asked for, so
 * that a load of millions never stands in memory; the same seed makes the same load.
 */
export interface LoadOptions {
  readonly seed: number;
  /** Multiplies the number of people and with it of events. */
  readonly scale?: number;
  /** Drafts in a chunk, at most. */
  readonly chunk?: number;
}

export interface Load {
  /** Ids of the meetings. */
  readonly meetings: readonly string[];
  readonly people: number;
  /** Participants over all meetings, each of whom attends. */
  readonly participations: number;
  /** Attendance operations. */
  readonly events: number;
  /** The drafts; may be asked for once. */
  readonly chunks: Iterable<Draft[]>;
}

const MEETING = { people: 20_000, days: 6, sittings: 2 };
const YEAR = { meetings: 50, participants: 1_000, people: 12_000, days: 2, sittings: 2 };
const CHUNK = 2_000;
const ZONE = 'Europe/Vienna';
const HOURS = [
  { from: '09:30', to: '12:30' },
  { from: '14:00', to: '17:00' },
];
const CAPACITIES: readonly Capacity[] = ['head', 'representative', 'expert', 'adviser', 'observer'];

/** L: one meeting, 20,000 participants of 81 parties, 12 sessions, 240,000 arrivals. */
export function meetingLoad(file: ProgrammeFile, options: LoadOptions): Load {
  const world = worldOf(options);
  const people = Math.round(MEETING.people * (options.scale ?? 1));
  const meeting = world.context.newId();
  const events = people * MEETING.days * MEETING.sittings;
  const drafts = function* (): Generator<Draft> {
    const { programme, parties, drafts: first } = createProgramme(file, world.context);
    yield* first;
    const pool = yield* inventPeople(world, people, parties);
    const sessions = yield* openMeeting(world, {
      meeting,
      programme,
      day: '2026-09-07',
      ...MEETING,
    });
    for (const one of pool) yield nominate(world, meeting, one);
    for (const session of sessions) for (const one of pool) yield arrive(world, session, one);
  };
  const chunks = inChunks(drafts(), options.chunk ?? CHUNK);
  return { meetings: [meeting], people, participations: people, events, chunks };
}

/**
 * A year of 50 meetings with 1,000 participants each, who are some of 12,000 people: two in three
 * arrive in person in each of four sessions, the others stand in a platform's report for each day.
 */
export function yearLoad(file: ProgrammeFile, options: LoadOptions): Load {
  const world = worldOf(options);
  const scale = options.scale ?? 1;
  const people = Math.round(YEAR.people * scale);
  const each = Math.round(YEAR.participants * scale);
  const online = Math.floor(each / 3);
  const meetings = Array.from({ length: YEAR.meetings }, () => world.context.newId());
  const drafts = function* (): Generator<Draft> {
    const { programme, parties, drafts: first } = createProgramme(file, world.context);
    yield* first;
    const pool = yield* inventPeople(world, people, parties);
    for (const [index, meeting] of meetings.entries()) {
      const day = dayAfter('2026-01-05', index * 7);
      const sessions = yield* openMeeting(world, { meeting, programme, day, ...YEAR });
      const from = world.chance.below(people);
      const present = Array.from({ length: each }, (_, place) => pool[(from + place) % people]!);
      for (const one of present) yield nominate(world, meeting, one);
      const inRoom = present.slice(online);
      for (const session of sessions) for (const one of inRoom) yield arrive(world, session, one);
      yield* reports(world, meeting, sessions, present.slice(0, online));
    }
  };
  return {
    meetings,
    people,
    participations: meetings.length * each,
    events: meetings.length * (each - online) * YEAR.days * YEAR.sittings,
    chunks: inChunks(drafts(), options.chunk ?? CHUNK),
  };
}

interface World {
  readonly chance: Chance;
  readonly context: DecisionContext;
}

interface LoadPerson {
  readonly id: string;
  readonly party: string;
  readonly name: string;
  readonly email: string;
}

function worldOf({ seed }: LoadOptions): World {
  const now = '2026-01-01T00:00:00.000Z';
  return { chance: chanceOf(seed), context: { newId: seededIds(seed), now } };
}

function* inChunks(drafts: Iterable<Draft>, size: number): Generator<Draft[]> {
  let chunk: Draft[] = [];
  for (const one of drafts) {
    chunk.push(one);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function* inventPeople(
  { chance, context }: World,
  count: number,
  parties: ReadonlyMap<string, string>,
): Generator<Draft, LoadPerson[]> {
  const senders = [...parties];
  const anywhere = Object.values(CULTURES);
  const people: LoadPerson[] = [];
  for (let number = 0; number < count; number += 1) {
    const [code, party] = senders[number % senders.length]!;
    const isFemale = chance.holds(0.46);
    const culture = cultureOf(code) ?? chance.among(anywhere);
    const { family, given, full, native } = inventNames(chance, culture, isFemale);
    // Two family names: tens of thousands of people share few names of the sample's lists.
    const second = inventNames(chance, chance.among(anywhere), isFemale).family;
    const double = family === '' || second === '' ? family : `${family}-${second}`;
    const id = context.newId();
    const email = `delegate${number}.${code.toLowerCase()}@example.org`;
    const personal = {
      family: double,
      given,
      full,
      native,
      emails: [email],
      institution: 'Ministry of Interior (synthetic)',
      jobTitle: 'Adviser',
      gender: isFemale ? 'female' : 'male',
    };
    people.push({ id, party, name: full || `${given} ${double}`, email });
    yield draft(context, {
      type: 'person.recorded',
      subjects: [id],
      body: { id, set: { synthetic: true } },
      personal: { set: personal },
    });
  }
  return people;
}

function* openMeeting(
  { context }: World,
  plan: { meeting: string; programme: string; day: string; days: number; sittings: number },
): Generator<Draft, Session[]> {
  const { meeting, programme, day } = plan;
  const end = dayAfter(day, plan.days - 1);
  const held = { format: 'hybrid', start: day, end } as const;
  const set = {
    ...MEETING_DEFAULTS,
    programme,
    body: 'pcg',
    title: `Reference load of ${day} (synthetic)`,
    city: 'Vienna',
    country: 'AUT',
    timeZone: ZONE,
    planned: held,
    actual: held,
    state: 'in-session',
    rules: { ...MEETING_DEFAULTS.rules },
  };
  yield draft(context, { type: 'meeting.created', meeting, body: { id: meeting, set } });
  const planned = planSessions({
    start: day,
    end,
    timeZone: ZONE,
    sittings: HOURS.slice(0, plan.sittings),
    name: (date, sitting) => `Day ${date}, sitting ${sitting}`,
  });
  const sessions: Session[] = [];
  for (const fields of planned) {
    const id = context.newId();
    sessions.push({ id, meeting, ...fields });
    yield draft(context, { type: 'session.created', meeting, body: { id, set: { ...fields } } });
  }
  return sessions;
}

function nominate({ chance, context }: World, meeting: string, one: LoadPerson): Draft {
  return draft(context, {
    type: 'nomination.received',
    meeting,
    subjects: [one.id],
    body: {
      id: context.newId(),
      set: {
        person: one.id,
        party: one.party,
        capacity: chance.among(CAPACITIES),
        modality: 'in-person',
        state: 'accepted',
        receivedOn: '2026-01-02',
      },
    },
  });
}

function arrive({ chance, context }: World, session: Session, one: LoadPerson): Draft {
  const when = new Date(Date.parse(session.start) + chance.between(-600, 900) * 1000).toISOString();
  return draft(context, {
    type: 'attendance.arrived',
    meeting: session.meeting,
    subjects: [one.id],
    body: {
      person: one.id,
      scope: `session:${session.id}`,
      modality: 'in-person',
      when,
      source: 'generated',
    },
  });
}

/** A report for each day in which everybody stands from beginning to end, recognised. */
function* reports(
  { chance, context }: World,
  meeting: string,
  sessions: readonly Session[],
  people: readonly LoadPerson[],
): Generator<Draft> {
  for (const [date, sitting] of Map.groupBy(sessions, (session) => session.date)) {
    const report = context.newId();
    yield draft(context, {
      type: 'report.imported',
      meeting,
      body: {
        id: report,
        set: {
          platform: 'zoom',
          generation: 'meeting-2023',
          timeZone: ZONE,
          digest: chance.hex(64),
          rows: people.length * sitting.length,
          dropped: 0,
          import: null,
        },
      },
      personal: { set: { file: `load-${date}.csv`, title: 'Reference load (synthetic)' } },
    });
    for (const one of people) {
      const id = context.newId();
      const intervals = sitting.map(({ start, end }) => [Date.parse(start), Date.parse(end)]);
      const link = { kind: 'persons', persons: [one.id], by: 'email' };
      yield draft(context, {
        type: 'login.recorded',
        meeting,
        subjects: [id, one.id],
        body: { id, set: { report, intervals, link } },
        personal: { set: { name: one.name, email: one.email } },
      });
    }
  }
}
