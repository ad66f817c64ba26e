import { unite, type Interval } from '../../domain/attendance/intervals';
import { attendingIn, presenceOf, type Attending } from '../../domain/attendance/presence';
import { presenceBasis, type Sitting } from '../../domain/attendance/presence-basis';
import type { AttendanceEvent } from '../../domain/attendance/types';
import { wasTurnedAway } from '../participants';
import type { MeetingWorld } from '../world';
import { concurrentIn, type Concurrent } from './concurrent';
import { firstAndLast } from './drop-offs';
import { evidenceLogins, timesByPerson } from './evidence';

/** A session as the online result shows it. */
export interface OnlineSitting extends Sitting {
  readonly concurrent: Concurrent;
}

/**
 * Who was online at a meeting, in columns of numbers: 20,000 people come out of a worker in a few
 * arrays. Read it with the functions below.
 */
export interface OnlineResult {
  /** In the order in which they sit. */
  readonly sittings: readonly OnlineSitting[];
  /** Everybody who was online by a report or by the roll-call; ids of people. */
  readonly persons: readonly string[];
  /** United times of all persons one after another: start, end, start, end … */
  readonly times: Float64Array;
  /** Where each person's times begin, and where the last one's end. */
  readonly offsets: Uint32Array;
  /** Minutes online, person by person and session by session. */
  readonly minutes: Float64Array;
  /** First join and last leave in each session, in the same order and two by two; NaN: never. */
  readonly seen: Float64Array;
  /** How they attended, in the same order: an index into `HOW`. */
  readonly how: Uint8Array;
  /** How each attended the meeting as a whole. */
  readonly whole: Uint8Array;
  /** The meeting has evidence from a platform at all. */
  readonly reported: boolean;
  /** Came into the room and were never online: who was expected online may be among them. */
  readonly roomOnly: readonly string[];
  /** Logins of which nobody has said yet whose they are: they are in no row. */
  readonly undecided: number;
}

const HOW = [null, 'in-person', 'virtual', 'both'] as const satisfies (Attending | null)[];

const codeOf = (how: Attending | null): number => HOW.indexOf(how);

/** One session of one person. */
export interface OnlineIn {
  readonly sitting: OnlineSitting;
  /** Minutes online in it, each counted once; not rounded. */
  readonly minutes: number;
  /** First join and last leave within it; `null`: never online. */
  readonly seen: Interval | null;
  readonly attending: Attending | null;
}

export interface OnlinePerson {
  readonly person: string;
  /** United. */
  readonly stays: readonly Interval[];
  readonly sessions: readonly OnlineIn[];
  /** At the meeting as a whole. */
  readonly attending: Attending | null;
}

/** A person in one of the sessions, by their places in the result. */
export function onlineIn(result: OnlineResult, person: number, session: number): OnlineIn {
  const sitting = result.sittings[session] as OnlineSitting;
  const at = person * result.sittings.length + session;
  const joined = result.seen[2 * at] ?? NaN;
  return {
    sitting,
    minutes: result.minutes[at] ?? 0,
    seen: Number.isNaN(joined) ? null : [joined, result.seen[2 * at + 1] ?? joined],
    attending: HOW[result.how[at] ?? 0] ?? null,
  };
}

/** The united times of a person, by their place in the result. */
export function staysAt({ times, offsets }: OnlineResult, person: number): readonly Interval[] {
  const stays: Interval[] = [];
  for (let at = offsets[person] ?? 0; at < (offsets[person + 1] ?? 0); at += 2) {
    stays.push([times[at] ?? 0, times[at + 1] ?? 0]);
  }
  return stays;
}

/** How a person attended the meeting as a whole. */
export function attendingAt({ whole }: OnlineResult, person: number): Attending | null {
  return HOW[whole[person] ?? 0] ?? null;
}

/** One row of the result. */
export function onlineAt(result: OnlineResult, person: number): OnlinePerson {
  return {
    person: result.persons[person] ?? '',
    stays: staysAt(result, person),
    sessions: result.sittings.map((_, session) => onlineIn(result, person, session)),
    attending: attendingAt(result, person),
  };
}

const isArrival = ({ kind }: AttendanceEvent) => kind === 'arrived';

/**
 * The online result of a meeting: people with their united times and their presence, which is that
 * of all figures, and the concurrent viewers of each session. A viewer is a person, or a login that
 * nobody has decided on; what is nobody who takes part (an interpreter, a recording) is none.
 */
export function onlineResult(world: MeetingWorld): OnlineResult {
  const logins = evidenceLogins(world.reports, world.logins);
  const basis = presenceBasis(
    world.meeting,
    world.sessions,
    logins.map(({ intervals }) => intervals),
  );
  const byPerson = timesByPerson(logins);
  const undecided = logins.filter(({ link }) => link === null).map((one) => unite(one.intervals));
  const events = new Map(world.attendance.map((one) => [one.person, one.events]));
  const nominations = Map.groupBy(world.nominations, ({ person }) => person);
  const persons = new Set(byPerson.keys());
  const roomOnly: string[] = [];
  for (const [person, seen] of events) {
    if (seen.some(({ modality }) => modality === 'virtual')) persons.add(person);
    else if (!persons.has(person) && seen.some(isArrival)) roomOnly.push(person);
  }
  const united = new Map(
    [...persons].map((person) => [person, unite(byPerson.get(person) ?? [])] as const),
  );
  const ids = [...persons];
  const width = basis.sittings.length;
  const minutes = new Float64Array(ids.length * width);
  const firstLast = new Float64Array(2 * ids.length * width);
  const how = new Uint8Array(ids.length * width);
  const whole = new Uint8Array(ids.length);
  const offsets = new Uint32Array(ids.length + 1);
  const times: number[] = [];
  for (const [index, person] of ids.entries()) {
    const stays = united.get(person) ?? [];
    const presence = presenceOf(basis, person, events.get(person) ?? [], stays);
    const counts = !wasTurnedAway(nominations.get(person) ?? []);
    if (counts) whole[index] = codeOf(presence.modality);
    for (const [at, { id, time }] of basis.sittings.entries()) {
      const seen = presence.sessions.get(id);
      minutes[index * width + at] = seen?.virtualMinutes ?? 0;
      if (counts) how[index * width + at] = codeOf(attendingIn(seen));
      firstLast.set(firstAndLast(stays, time) ?? [NaN, NaN], 2 * (index * width + at));
    }
    for (const [start, end] of stays) times.push(start, end);
    offsets[index + 1] = times.length;
  }
  const viewers = [...united.values(), ...undecided];
  return {
    sittings: basis.sittings.map((sitting) => ({
      ...sitting,
      concurrent: concurrentIn(sitting.time, viewers),
    })),
    persons: ids,
    times: Float64Array.from(times),
    offsets,
    minutes,
    seen: firstLast,
    how,
    whole,
    reported: basis.reported,
    roomOnly,
    undecided: undecided.length,
  };
}
