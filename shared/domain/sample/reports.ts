import { assertNever } from '../../operation/assert';
import { importReport, linkLogin, type ReadReport } from '../virtual/decide';
import { LOGIN_DEFAULTS, type Link, type Login } from '../virtual/types';
import type { Chance } from './chance';
import type { Seat } from './delegations';
import type { MeetingFacts } from './facts';
import { minutesAfter } from './timeline';
import type { SampleSession, SampleWorld } from './world';

type Interval = [number, number];

/** A login of a platform report, and how it came to stand for somebody. */
interface SampleLogin {
  readonly name: string;
  readonly email: string | null;
  readonly intervals: Interval[];
  readonly persons: readonly string[];
  readonly means: 'email' | 'name' | 'room' | 'unknown' | 'service' | 'host';
}

/** Rows that the import left aside: joins of the waiting room. */
const WAITING_ROWS = 2;

/** Adds a platform's report for each day: imported in the evening, its open logins linked by hand. */
export function planReports(
  world: SampleWorld,
  meeting: string,
  facts: MeetingFacts,
  seats: readonly Seat[],
  sessions: readonly SampleSession[],
): void {
  const online = seats.filter((seat) => seat.presence === 'virtual' || seat.presence === 'both');
  const rooms = roomsOf(online);
  const sharing = new Set(rooms.flat());
  for (const date of facts.days) {
    const own = sessions.filter((session) => session.date === date);
    const isFirstDay = date === facts.days[0];
    const logins: SampleLogin[] = rooms.map((room) => roomLogin(world, room, own));
    for (const seat of online) {
      if (sharing.has(seat)) continue;
      if (seat.presence === 'both' ? isFirstDay : !isFirstDay && world.chance.holds(0.1)) continue;
      logins.push(ownLogin(world, seat, own));
    }
    if (isFirstDay) logins.push(...briefLogins(world, seats, own));
    logins.push(...strangers(world, own));
    planReport(world, meeting, facts, date, world.chance.shuffled(logins), own);
  }
}

/** Two delegations who sit around one screen. */
function roomsOf(online: readonly Seat[]): Seat[][] {
  const whole = online.filter((seat) => seat.presence === 'virtual');
  const delegations = [...Map.groupBy(whole, (seat) => seat.party).values()];
  return delegations
    .filter((seats) => seats.length >= 3)
    .slice(0, 2)
    .map((seats) => seats.slice(0, 3));
}

function roomLogin(
  world: SampleWorld,
  room: readonly Seat[],
  sessions: readonly SampleSession[],
): SampleLogin {
  const party = room[0]?.party ?? '';
  return {
    name: `Delegation of ${party}`,
    email: null,
    intervals: presence(world.chance, sessions),
    persons: room.map((seat) => seat.person.id),
    means: 'room',
  };
}

function ownLogin(world: SampleWorld, seat: Seat, sessions: readonly SampleSession[]): SampleLogin {
  const { id, fields } = seat.person;
  const name = fields.full || `${fields.given} ${fields.family}`;
  const isKnown = world.signsIn.get(id) ?? world.chance.holds(0.75);
  world.signsIn.set(id, isKnown);
  return {
    name: isKnown ? name : `${seat.party} - ${name}`,
    email: isKnown ? (fields.emails[0] ?? null) : null,
    intervals: presence(world.chance, sessions),
    persons: [id],
    means: isKnown ? 'email' : 'name',
  };
}

/** Somebody who tried the link and went away again: recognised, and not present. */
function briefLogins(
  world: SampleWorld,
  seats: readonly Seat[],
  sessions: readonly SampleSession[],
): SampleLogin[] {
  return seats
    .filter((seat) => seat.presence === 'brief')
    .map((seat) => {
      const { start } = sessions[0] as SampleSession;
      const joined = Date.parse(start) + world.chance.between(5, 40) * 60_000;
      const left = joined + world.chance.between(60, 280) * 1000;
      world.signsIn.set(seat.person.id, true);
      return { ...ownLogin(world, seat, sessions), intervals: [[joined, left]] };
    });
}

/** Devices that nobody could name, and logins that are no participants. */
function strangers(world: SampleWorld, sessions: readonly SampleSession[]): SampleLogin[] {
  const { chance } = world;
  const stranger = (name: string, means: SampleLogin['means']): SampleLogin => ({
    name,
    email: null,
    intervals: presence(chance, sessions),
    persons: [],
    means,
  });
  return [
    stranger('iPhone', 'unknown'),
    stranger(chance.among(['Galaxy Tab', 'Conference room 2', 'Guest']), 'unknown'),
    stranger('Interpretation RU (synthetic)', 'service'),
    stranger('Meeting host (synthetic)', 'host'),
  ];
}

/** United intervals over a day's sessions: most stay, some come late, drop out and come back. */
function presence(chance: Chance, sessions: readonly SampleSession[]): Interval[] {
  const seconds = (least: number, most: number) => chance.between(least, most) * 1000;
  const intervals: Interval[] = [];
  for (const [index, session] of sessions.entries()) {
    if (index > 0 && chance.holds(0.12)) continue;
    const joined = Date.parse(session.start) + seconds(-600, 900);
    const left = Date.parse(session.end) + seconds(-1200, 420);
    if (chance.holds(0.12)) {
      const dropped = joined + seconds(1800, 4200);
      intervals.push([joined, dropped], [dropped + seconds(45, 400), left]);
    } else {
      intervals.push([joined, left]);
    }
  }
  return intervals;
}

function planReport(
  world: SampleWorld,
  meeting: string,
  facts: MeetingFacts,
  date: string,
  logins: readonly SampleLogin[],
  sessions: readonly SampleSession[],
): void {
  const { chance, ledger, timeline } = world;
  const digest = chance.hex(64);
  const at = minutesAfter(sessions.at(-1)?.end ?? `${date}T18:00:00.000Z`, 45);
  timeline.add(at, () => {
    const report: ReadReport = {
      meeting,
      file: `${facts.platform.name}-${facts.city.toLowerCase()}-${date}.csv`,
      title: `${facts.title} (synthetic)`,
      platform: facts.platform.name,
      generation: facts.platform.generation,
      timeZone: facts.timeZone,
      digest,
      rows: logins.reduce((sum, login) => sum + login.intervals.length, WAITING_ROWS),
      dropped: WAITING_ROWS,
      logins: logins.map((login) => ({ ...login, link: linkAtOnce(world, login) })),
    };
    const ids = ledger
      .take(importReport(ledger.context, report, []))
      .filter((one) => one.type === 'login.recorded')
      .map((one) => one.body['id'] as string);
    for (const [index, login] of logins.entries()) {
      linkByHand(
        world,
        { ...LOGIN_DEFAULTS, id: ids[index] ?? '', meeting, name: login.name },
        login,
      );
    }
  });
}

/** What the import can tell by itself: an exact address, or a name that was confirmed before. */
function linkAtOnce({ confirmed }: SampleWorld, { means, persons }: SampleLogin): Link | null {
  const [person = ''] = persons;
  const isAlias = means === 'name' && confirmed.has(person);
  const by = means === 'email' ? 'email' : isAlias ? 'alias' : null;
  return by === null ? null : { kind: 'persons', persons: [person], by };
}

/** What a human then says of the rest. A confirmed name is remembered for the next report. */
function linkByHand({ ledger, confirmed }: SampleWorld, login: Login, known: SampleLogin): void {
  const { means } = known;
  const persons = [...known.persons];
  const [person = ''] = persons;
  const decide = (link: Link, remember: boolean) => {
    const heads = ledger.headsOf(login.id, ['link']);
    ledger.take(linkLogin(ledger.context, login, link, heads, remember));
  };
  switch (means) {
    case 'email':
    case 'unknown':
      return;
    case 'room':
      decide({ kind: 'persons', persons, by: 'hand' }, false);
      return;
    case 'name':
      if (confirmed.has(person)) return;
      confirmed.add(person);
      decide({ kind: 'persons', persons, by: 'hand' }, true);
      return;
    case 'service':
    case 'host':
      decide({ kind: 'nobody', why: means }, false);
      return;
    default:
      assertNever(means);
  }
}
