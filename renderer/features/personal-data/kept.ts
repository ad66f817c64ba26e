import type { KeptAboutPerson } from '@shared/codecs/person-data/file';
import type { Attendance } from '@shared/domain/attendance/types';
import type { Nomination } from '@shared/domain/nomination/types';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { Login } from '@shared/domain/virtual/types';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { bridge } from '../../bridge/client';
import type { Store } from '../../db/store';

/**
 * Gathers everything that is kept about a person, over all meetings and from the journal, of all
 * records of theirs.
 */
export async function keptAbout(store: Store, person: Person): Promise<KeptAboutPerson> {
  const people = await store.list('people');
  const ids = new Roots(people).recordsOf(person.id);
  const isTheirs = (id: string) => ids.includes(id);
  const nominations: Nomination[] = [];
  const attendance: Attendance[] = [];
  const logins: Login[] = [];
  for (const { id } of await store.list('meetings')) {
    const named = await store.list('nominations', id);
    nominations.push(...named.filter((one) => isTheirs(one.person)));
    const rows = await store.collections.load('attendance', id);
    for (const record of ids) {
      const row = rows.get(attendanceId(id, record));
      if (row?.table === 'attendance') attendance.push(attendanceView(row));
    }
    const theirs = (await store.list('logins', id)).filter(
      ({ link }) => link?.kind === 'persons' && link.persons.some(isTheirs),
    );
    logins.push(...theirs);
  }
  const aliases = (await store.list('aliases')).filter((alias) => isTheirs(alias.person));
  const histories = await Promise.all(ids.map((record) => bridge.register.history({ record })));
  // An act that names two records of theirs is one act.
  const operations = new Map(
    histories.flatMap((one) =>
      one.operations.map(({ operation }) => [operation.id, operation] as const),
    ),
  );
  return {
    person,
    others: people.filter(({ id }) => id !== person.id && isTheirs(id)),
    nominations,
    attendance: attendance.filter(({ events }) => events.length > 0),
    logins,
    aliases,
    operations: [...operations.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}
