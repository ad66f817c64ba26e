import { MemoryRows, project } from '@shared/projections/project';
import type { AttendanceRow, RecordRow } from '@shared/projections/row';
import type { Draft } from '@shared/operation/operation';
import { stamp } from '../../../support/stamp';

/**
 * The figures of the sample, counted by brute force straight from projected rows and written
 * without any of the program's own rules, so that these and the statistics check each other.
 */
export type Fields = Record<string, unknown>;

export interface Counted {
  /** Ids of participants who attended. */
  readonly people: Set<string>;
  /** Codes of the parties present. */
  readonly countries: Set<string>;
  readonly organizations: Set<string>;
  readonly inPersonOnly: number;
  readonly virtualOnly: number;
  readonly both: number;
}

export function rowsOf(drafts: readonly Draft[]): MemoryRows {
  const rows = new MemoryRows();
  for (const operation of stamp(drafts)) project(operation, rows);
  return rows;
}

/** Live records of a table: public and personal fields, id and meeting. */
export function records(rows: MemoryRows, table: RecordRow['table']): Fields[] {
  const found = [...(rows.tables.get(table)?.values() ?? [])] as RecordRow[];
  return found
    .filter((row) => row.live === 1)
    .map((row) => ({ ...row.v, ...row.p, id: row.id, meeting: row.meeting }));
}

/** The one meeting whose title contains a text. */
export function meetingCalled(rows: MemoryRows, part: string): Fields {
  const found = records(rows, 'meetings').filter((one) => String(one['title']).includes(part));
  if (found.length !== 1) throw new Error(`${found.length} meetings are called ${part}`);
  return found[0] as Fields;
}

const NO_PARTICIPANTS = ['secretariat', 'interpreter', 'host-staff'];
const NOT_FOR_PARTY = ['interpreter', 'host-staff'];
const TEN_MINUTES = 600_000;

export function count(rows: MemoryRows, meeting: string): Counted {
  const parties = new Map(records(rows, 'parties').map((one) => [one['id'], one]));
  const room = inRoom(rows, meeting);
  const online = onlineIn(rows, meeting);
  const people = new Set<string>();
  const countries = new Set<string>();
  const organizations = new Set<string>();
  for (const nomination of records(rows, 'nominations')) {
    const person = nomination['person'] as string;
    if (nomination['meeting'] !== meeting) continue;
    if (!['accepted', 'reconfirmed'].includes(nomination['state'] as string)) continue;
    if (!room.has(person) && !online.has(person)) continue;
    const capacity = nomination['capacity'] as string;
    if (!NO_PARTICIPANTS.includes(capacity)) people.add(person);
    if (NOT_FOR_PARTY.includes(capacity)) continue;
    const party = parties.get(nomination['party']);
    const codes = party?.['kind'] === 'country' ? countries : organizations;
    codes.add(party?.['code'] as string);
  }
  const seenInRoom = common(people, room);
  const seenOnline = common(people, online);
  const both = common(seenInRoom, seenOnline).size;
  return {
    people,
    countries,
    organizations,
    both,
    inPersonOnly: seenInRoom.size - both,
    virtualOnly: seenOnline.size - both,
  };
}

function inRoom(rows: MemoryRows, meeting: string): Set<string> {
  const found = new Set<string>();
  for (const row of (rows.tables.get('attendance')?.values() ?? []) as Iterable<AttendanceRow>) {
    const events = Object.values(row.e).flat();
    if (row.meeting === meeting && events.some(([, left]) => left === 0)) found.add(row.person);
  }
  return found;
}

/** At least ten minutes (less than a quarter of a session of the sample) in one session. */
function onlineIn(rows: MemoryRows, meeting: string): Set<string> {
  const sessions = records(rows, 'sessions').filter((one) => one['meeting'] === meeting);
  const times = new Map<string, [number, number][]>();
  for (const login of records(rows, 'logins')) {
    const link = login['link'] as { persons?: string[] } | null;
    if (login['meeting'] !== meeting) continue;
    for (const person of link?.persons ?? []) {
      const intervals = login['intervals'] as [number, number][];
      times.set(person, [...(times.get(person) ?? []), ...intervals]);
    }
  }
  const found = new Set<string>();
  for (const [person, intervals] of times) {
    for (const session of sessions) {
      const [start, end] = [session['start'], session['end']].map((at) => Date.parse(String(at)));
      // Minute by minute: slow, and free of any cleverness about overlapping intervals.
      let covered = 0;
      for (let at = start!; at < end!; at += 10_000) {
        if (intervals.some(([from, to]) => from <= at && at < to)) covered += 10_000;
      }
      if (covered >= TEN_MINUTES) found.add(person);
    }
  }
  return found;
}

export function common<T>(one: Set<T>, other: Set<T>): Set<T> {
  return new Set([...one].filter((member) => other.has(member)));
}

export function union<T>(sets: readonly Set<T>[]): Set<T> {
  return new Set(sets.flatMap((one) => [...one]));
}
