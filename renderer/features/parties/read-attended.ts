import { meetingsByParty, type PartyAt } from '@shared/codecs/parties/attended';
import type { Attendance } from '@shared/domain/attendance/types';
import { attendanceView } from '@shared/projections/attendance';
import { worldOf } from '@shared/statistics/assemble';
import type { Store } from '../../db/store';

/** Which party was at which meeting, from the nominations, arrivals and logins of all of them. */
export async function readAttended(store: Store): Promise<ReadonlyMap<string, readonly PartyAt[]>> {
  const meetings = await store.list('meetings');
  const ofEach = async <T>(read: (meeting: string) => Promise<T[]>): Promise<T[]> =>
    (await Promise.all(meetings.map(({ id }) => read(id)))).flat();
  const [programmes, parties, people, sessions, nominations, attendance, reports, logins] =
    await Promise.all([
      store.list('programmes'),
      store.list('parties'),
      store.list('people'),
      ofEach((meeting) => store.list('sessions', meeting)),
      ofEach((meeting) => store.list('nominations', meeting)),
      ofEach((meeting) => attendanceOf(store, meeting)),
      ofEach((meeting) => store.list('reports', meeting)),
      ofEach((meeting) => store.list('logins', meeting)),
    ]);
  const records = { parties, people, meetings, sessions, nominations, attendance, reports, logins };
  return meetingsByParty(
    programmes.map((programme) => worldOf({ ...records, programme, recommendations: [] })),
  );
}

async function attendanceOf(store: Store, meeting: string): Promise<Attendance[]> {
  const rows = await store.collections.load('attendance', meeting);
  return [...rows.values()].flatMap((row) => {
    if (row.table !== 'attendance') return [];
    const seen = attendanceView(row);
    return seen.events.length > 0 ? [seen] : [];
  });
}
