import type { KeptAboutPerson } from '@shared/codecs/person-data/file';
import type { Attendance } from '@shared/domain/attendance/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import type { Login } from '@shared/domain/virtual/types';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { bridge } from '../../bridge/client';
import type { Store } from '../../db/store';

/** Gathers everything that is kept about a person, over all meetings and from the journal. */
export async function keptAbout(store: Store, person: Person): Promise<KeptAboutPerson> {
  const nominations: Nomination[] = [];
  const attendance: Attendance[] = [];
  const logins: Login[] = [];
  for (const { id } of await store.list('meetings')) {
    const named = await store.list('nominations', id);
    nominations.push(...named.filter((one) => one.person === person.id));
    const row = (await store.collections.load('attendance', id)).get(attendanceId(id, person.id));
    if (row?.table === 'attendance') attendance.push(attendanceView(row));
    const theirs = (await store.list('logins', id)).filter(
      ({ link }) => link?.kind === 'persons' && link.persons.includes(person.id),
    );
    logins.push(...theirs);
  }
  const aliases = (await store.list('aliases')).filter((alias) => alias.person === person.id);
  const { operations } = await bridge.register.history({ record: person.id });
  return {
    person,
    nominations,
    attendance: attendance.filter(({ events }) => events.length > 0),
    logins,
    aliases,
    operations: operations.map(({ operation }) => operation),
  };
}
