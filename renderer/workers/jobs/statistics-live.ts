import type { Attendance } from '@shared/domain/attendance/types';
import { yearOf } from '@shared/domain/meeting/rules';
import type { Party } from '@shared/domain/party/types';
import { isTakenOverTwice } from '@shared/domain/virtual/same-file';
import { peopleBehind, type Behind, type Selection } from '@shared/statistics/behind';
import { digestMeeting, readAgain, type MeetingDigest } from '@shared/statistics/digest';
import type { Frame } from '@shared/statistics/entry';
import type { Recommended } from '@shared/statistics/figures/recommendations';
import type { Participant } from '@shared/statistics/participants';
import type { Statistics } from '@shared/statistics/result';
import { isInScope, type Scope } from '@shared/statistics/scope';
import { tallyOf } from '@shared/statistics/statistics';
import type { Tally } from '@shared/statistics/tally';
import type { LoginFacts, MeetingWorld, PersonFacts, World } from '@shared/statistics/world';

/** A frame whose parts are replaced in place, so that a tally that holds it sees the new ones. */
interface OpenFrame extends Frame {
  recommendations: readonly Recommended[];
  people: ReadonlyMap<string, PersonFacts>;
}

interface Digested {
  world: MeetingWorld;
  readonly digest: MeetingDigest & { readonly participants: Map<string, Participant> };
  attendance: ReadonlyMap<string, Attendance>;
}

/** From here on reading the whole meeting again costs less than reading each person again. */
const MANY = 64;

/**
 * Figures that follow a running meeting, or a whole year of them. What is told to it is compared
 * with what it knew, so that one more arrival costs one participant; anything that can change how
 * others are read (a nomination, a session, a report, the rules) costs that meeting. The figures
 * are always those of a recount.
 */
export class LiveStatistics {
  private known: World | null = null;
  private frame: OpenFrame | null = null;
  private readonly meetings = new Map<string, Digested>();
  private running: { readonly scope: Scope; readonly tally: Tally } | null = null;

  /** Takes over the world as it is now; records that did not change must be the same objects. */
  update(world: World): void {
    if (world === this.known) return;
    this.updateMeetings(world);
    this.updateFrame(world);
    this.known = world;
  }

  /** Figures of a scope; asked again for the same one, they are only read off. */
  statistics(scope: Scope): Statistics | null {
    if (this.frame === null) return null;
    if (this.running === null || !sameScope(this.running.scope, scope)) {
      this.running = { scope, tally: tallyOf(this.frame, this.digests(), scope) };
    }
    return this.running.tally.statistics();
  }

  /** Who is behind a figure of a scope. */
  behind(scope: Scope, selection: Selection): Behind[] {
    return this.frame === null ? [] : peopleBehind(this.frame, this.digests(), scope, selection);
  }

  private digests(): MeetingDigest[] {
    return [...this.meetings.values()].map(({ digest }) => digest);
  }

  private updateMeetings(world: World): void {
    const present = new Set<string>();
    for (const now of world.meetings) {
      const { id } = now.meeting;
      present.add(id);
      const before = this.meetings.get(id);
      if (before?.world === now) continue;
      const changed = before === undefined ? null : changedPersons(before, now);
      if (before === undefined || changed === null || changed.size > MANY) {
        this.recount(before?.world, now);
        this.meetings.set(id, digested(now));
      } else {
        this.readPersons(before, now, changed);
      }
    }
    for (const [id, { world: gone }] of this.meetings) {
      if (present.has(id)) continue;
      this.meetings.delete(id);
      this.recount(gone);
    }
  }

  private readPersons(digested: Digested, now: MeetingWorld, changed: ReadonlySet<string>): void {
    const { participants } = digested.digest;
    for (const person of changed) {
      const before = participants.get(person) ?? null;
      const after = readAgain(digested.digest, now, person);
      if (after === null) participants.delete(person);
      else participants.set(person, after);
      this.running?.tally.replace(now.meeting.id, before, after);
    }
    digested.world = now;
    digested.attendance = byPerson(now);
  }

  private updateFrame(world: World): void {
    const { frame } = this;
    const recommendations = recommendedIn(world);
    if (
      frame === null ||
      frame.programme !== world.programme ||
      !same(this.known?.parties ?? [], world.parties) ||
      this.areOthers(frame.people, world.people)
    ) {
      this.running = null;
      this.frame = {
        programme: world.programme,
        parties: new Map(world.parties.map((party): [string, Party] => [party.id, party])),
        people: world.people,
        recommendations,
      };
      return;
    }
    frame.people = world.people;
    frame.recommendations = recommendations;
  }

  /** Whether anything that figures ask of the people at these meetings has changed. */
  private areOthers(
    before: ReadonlyMap<string, PersonFacts>,
    now: ReadonlyMap<string, PersonFacts>,
  ): boolean {
    if (before === now) return false;
    let found = 0;
    for (const [id, facts] of now) {
      const known = before.get(id);
      if (known !== undefined) found += 1;
      if (known?.gender === facts.gender && known.synthetic === facts.synthetic) continue;
      if (known !== undefined || this.isCounted(id)) return true;
    }
    return found < before.size;
  }

  private isCounted(person: string): boolean {
    return this.digests().some(({ participants }) => participants.has(person));
  }

  /** The running count no longer holds, when one of these meetings is part of it. */
  private recount(...worlds: readonly (MeetingWorld | undefined)[]): void {
    const scope = this.running?.scope;
    if (scope && worlds.some((one) => one && isInScope(scope, one.meeting))) this.running = null;
  }
}

function digested(world: MeetingWorld): Digested {
  const digest = digestMeeting(world);
  const participants = new Map(digest.participants);
  return { world, digest: { ...digest, participants }, attendance: byPerson(world) };
}

function byPerson(world: MeetingWorld): Map<string, Attendance> {
  return new Map(world.attendance.map((one) => [one.person, one]));
}

/** Persons to be read again, `null` when the whole meeting must be. */
function changedPersons(before: Digested, now: MeetingWorld): Set<string> | null {
  const was = before.world;
  if (
    was.meeting !== now.meeting ||
    !same(was.sessions, now.sessions) ||
    !same(was.nominations, now.nominations) ||
    !same(was.reports, now.reports)
  ) {
    return null;
  }
  const persons = new Set<string>();
  if (!same(was.attendance, now.attendance)) {
    const seen = byPerson(now);
    for (const [person, one] of seen) {
      if (before.attendance.get(person) !== one) persons.add(person);
    }
    for (const person of before.attendance.keys()) if (!seen.has(person)) persons.add(person);
  }
  if (same(was.logins, now.logins)) return persons;
  // What two desks said of one login is read together: whom it moves is not seen from either alone.
  if (isTakenOverTwice(now.reports)) return null;
  return addLinked(persons, was.logins, now.logins) ? persons : null;
}

/** Adds the persons of logins that were linked anew; `false` when more than links changed. */
function addLinked(
  persons: Set<string>,
  before: readonly LoginFacts[],
  now: readonly LoginFacts[],
): boolean {
  if (before.length !== now.length) return false;
  for (const [at, login] of now.entries()) {
    const was = before[at];
    if (was === login) continue;
    if (was?.report !== login.report || !sameTimes(was, login)) return false;
    for (const { link } of [was, login]) {
      if (link?.kind === 'persons') for (const person of link.persons) persons.add(person);
    }
  }
  return true;
}

function sameTimes(one: LoginFacts, other: LoginFacts): boolean {
  return JSON.stringify(one.intervals) === JSON.stringify(other.intervals);
}

function recommendedIn(world: World): Recommended[] {
  return world.meetings.flatMap(({ meeting, recommendations }) => {
    const year = yearOf(meeting);
    return recommendations.map((facts) => ({ meeting: meeting.id, year, facts }));
  });
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((value, at) => value === other[at]))
  );
}

function sameScope(one: Scope, other: Scope): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
