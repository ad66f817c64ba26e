import { speakingNomination } from '@shared/domain/attendance/desk';
import type { Attending } from '@shared/domain/attendance/presence';
import { alsoAttending } from '@shared/domain/attendance/presence';
import { nameIn } from '@shared/domain/language';
import { isStanding } from '@shared/domain/nomination/rules';
import type { Capacity, Nomination } from '@shared/domain/nomination/types';
import { Roots } from '@shared/domain/person/roots';
import { listName } from '@shared/domain/person/rules';
import { MergedFacts } from '@shared/statistics/merged';
import { marginOf, type Margin } from '@shared/statistics/virtual/margin';
import { attendingAt, onlineIn, type OnlineResult } from '@shared/statistics/virtual/online-result';
import type { ReadyModel } from '../use-virtual';

/** How somebody stands in what is looked at. */
export type Standing = 'online' | 'both' | 'room' | 'short' | 'never';

/** A session of somebody with the margin there; `null` where no report says anything. */
export interface SessionMargin {
  /** Place of the session in the result. */
  readonly session: number;
  readonly margin: Margin;
}

/** One line of the result: a person who was online, or was expected to be. */
export interface ResultRow {
  readonly id: string;
  /** Place in the result; `null`: expected online and never there. */
  readonly at: number | null;
  readonly name: string;
  readonly native: string;
  readonly delegation: string;
  readonly capacity: Capacity | null;
  readonly standing: Standing;
  readonly minutes: number;
  /** Of the sessions looked at, the one whose margin is closest. */
  readonly closest: SessionMargin | null;
  /** In one of them the margin is so small that it will be contested. */
  readonly near: boolean;
}

/** Names of the people, as far as rows need them; made anew only when one of them changes. */
export interface Named {
  readonly name: (person: string) => { readonly name: string; readonly native: string };
  readonly of: (person: string) => {
    readonly delegation: string;
    readonly capacity: Capacity | null;
  };
  /** Everybody whose nomination stands and says that they come online. */
  readonly expected: readonly string[];
}

export function namedOf(
  { people, nominations, parties }: Pick<ReadyModel, 'people' | 'nominations' | 'parties'>,
  language: string,
  unknown: string,
): Named {
  const merged = new MergedFacts(new Roots(people));
  const own = merged.nominations(nominations);
  const persons = new Map(people.map((person) => [person.id, person]));
  const names = new Map(parties.map(({ id, names: all }) => [id, nameIn(all, language)]));
  const byPerson = Map.groupBy(own, ({ person }) => person);
  const isOnline = (one: Nomination) => isStanding(one) && one.modality === 'virtual';
  return {
    name: (id) => {
      const person = persons.get(id);
      if (person === undefined) return { name: unknown, native: '' };
      const name = listName(person);
      return { name, native: person.native === name ? '' : person.native };
    },
    of: (person) => {
      const speaks = speakingNomination(byPerson.get(person) ?? []);
      return {
        delegation: names.get(speaks?.party ?? '') ?? '',
        capacity: speaks?.capacity ?? null,
      };
    },
    expected: [...new Set(own.filter(isOnline).map(({ person }) => person))],
  };
}

/** All lines for the sessions that are looked at; `whole`: for the meeting as such. */
export function rowsOf(
  result: OnlineResult,
  named: Named,
  sessions: readonly number[],
  whole: boolean,
): ResultRow[] {
  const rows = result.persons.map((person, at): ResultRow => {
    const seen = seenIn(result, at, sessions);
    const attending = whole ? attendingAt(result, at) : seen.attending;
    return {
      ...{ id: person, at, ...named.name(person), ...named.of(person) },
      ...{ minutes: seen.minutes, closest: seen.closest },
      near: seen.closest?.margin.near === true,
      standing: standingOf(attending, seen.minutes),
    };
  });
  const known = new Set(result.persons);
  const inRoom = new Set(result.roomOnly);
  for (const person of named.expected) {
    if (known.has(person)) continue;
    rows.push({
      ...{ id: person, at: null, ...named.name(person), ...named.of(person) },
      standing: inRoom.has(person) ? 'room' : 'never',
      ...{ minutes: 0, closest: null, near: false },
    });
  }
  return rows;
}

function standingOf(attending: Attending | null, minutes: number): Standing {
  if (attending === 'both') return 'both';
  if (attending === 'virtual') return 'online';
  if (attending === 'in-person') return 'room';
  return minutes > 0 ? 'short' : 'never';
}

function seenIn(result: OnlineResult, at: number, sessions: readonly number[]) {
  let attending: Attending | null = null;
  let minutes = 0;
  let closest: SessionMargin | null = null;
  for (const session of sessions) {
    const one = onlineIn(result, at, session);
    if (one.attending !== null) attending = alsoAttending(attending, one.attending);
    minutes += one.minutes;
    const margin = marginIn(one.minutes, one.sitting);
    if (margin === null) continue;
    if (closest === null || Math.abs(margin.by) < Math.abs(closest.margin.by)) {
      closest = { session, margin };
    }
  }
  return { attending, minutes, closest };
}

/** The margin in a session; `null` where somebody was not online at all, or no report covers it. */
export function marginIn(
  minutes: number,
  { reported, thresholdMinutes }: { readonly reported: boolean; readonly thresholdMinutes: number },
): Margin | null {
  return reported && minutes > 0 ? marginOf(minutes, thresholdMinutes) : null;
}

export const SHOWN = ['all', 'online', 'both', 'near', 'absent'] as const;
/** Which lines are shown. */
export type Shown = (typeof SHOWN)[number];

export function isShown(row: ResultRow, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'online':
      return row.standing === 'online' || row.standing === 'both';
    case 'both':
      return row.standing === 'both';
    case 'near':
      return row.near;
    case 'absent':
      return row.standing === 'short' || row.standing === 'never';
  }
}
