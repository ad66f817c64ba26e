import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import { dueOn } from '@shared/domain/person/retention';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { Store } from '../../db/store';

/** Somebody whose data no meeting needs any more. */
export interface DuePerson {
  readonly id: string;
  readonly person: Person;
  /** The calendar day from which they are due. */
  readonly due: string;
  /** The meetings that they were named for or attended, the latest first. */
  readonly meetings: readonly Meeting[];
}

/** The meetings at which each person was nominated or seen. */
export async function meetingsByPerson(
  store: Store,
  meetings: readonly Meeting[],
): Promise<Map<string, Set<Meeting>>> {
  const found = new Map<string, Set<Meeting>>();
  const note = (person: string, meeting: Meeting) => {
    const known = found.get(person);
    if (known === undefined) found.set(person, new Set([meeting]));
    else known.add(meeting);
  };
  for (const meeting of meetings) {
    for (const { person } of await store.list('nominations', meeting.id)) note(person, meeting);
    for (const row of (await store.collections.load('attendance', meeting.id)).values()) {
      if (row.table === 'attendance') note(row.person, meeting);
    }
    for (const { link } of await store.list('logins', meeting.id)) {
      if (link?.kind === 'persons') for (const person of link.persons) note(person, meeting);
    }
  }
  return found;
}

/**
 * Who is due to be forgotten on a calendar day (ISO), those who have waited longest first. All
 * records of a human being are due together, when the last of their meetings is.
 */
export async function findDue(
  store: Store,
  everybody: readonly Person[],
  meetings: readonly Meeting[],
  today: string,
): Promise<DuePerson[]> {
  const people = new Map(everybody.map((person) => [person.id, person]));
  const roots = new Roots(everybody);
  const found = new Map<string, Set<Meeting>>();
  for (const [record, theirs] of await meetingsByPerson(store, meetings)) {
    const id = roots.of(record);
    found.set(id, new Set([...(found.get(id) ?? []), ...theirs]));
  }
  const due: DuePerson[] = [];
  for (const [id, theirs] of found) {
    const person = people.get(id);
    if (person === undefined || person.forgotten) continue;
    const day = dueOn([...theirs]);
    if (day === null || day > today) continue;
    due.push({ id, person, due: day, meetings: [...theirs].sort(latestFirst) });
  }
  return due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
}

function latestFirst(a: Meeting, b: Meeting): number {
  return (scheduleOf(b).start ?? '').localeCompare(scheduleOf(a).start ?? '');
}
