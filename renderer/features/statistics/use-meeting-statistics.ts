import { useDeferredValue, useMemo, useState } from 'react';
import type { Attendance } from '@shared/domain/attendance/types';
import { inOrder } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Recommendation } from '@shared/domain/recommendation/types';
import type { Login, Report } from '@shared/domain/virtual/types';
import { worldOf } from '@shared/statistics/assemble';
import type { Scope } from '@shared/statistics/scope';
import type { World } from '@shared/statistics/world';
import type { Loadable } from '../../db/collections';
import { together, useAttendance, useRecord, useRecords } from '../../db/hooks';
import { LiveStatistics } from '../../workers/jobs/statistics-live';
import type { StatisticsModel } from './model';

export interface MeetingData {
  readonly meeting: Meeting | null;
  readonly meetings: readonly Meeting[];
  readonly sessions: readonly Session[];
  readonly nominations: readonly Nomination[];
  readonly attendance: ReadonlyMap<string, Attendance>;
  readonly logins: readonly Login[];
  readonly reports: readonly Report[];
  readonly recommendations: readonly Recommendation[];
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly programmes: readonly Programme[];
}

/**
 * Figures of one meeting, of its day or session, from memory and live: one more arrival costs one
 * participant. `null`: there is no such meeting. Under a storm of arrivals they are allowed to lag,
 * never the desk beside them.
 */
export function useMeetingStatistics(id: string, scope: Scope): Loadable<StatisticsModel | null> {
  const meeting = useRecord('meetings', id);
  const meetings = useRecords('meetings');
  const sessions = useRecords('sessions', id);
  const nominations = useRecords('nominations', id);
  const attendance = useAttendance(id);
  const logins = useRecords('logins', id);
  const reports = useRecords('reports', id);
  const recommendations = useRecords('recommendations');
  const parties = useRecords('parties');
  const people = useRecords('people');
  const programmes = useRecords('programmes');
  const now = useMemo(
    (): Loadable<MeetingData> =>
      together({
        meeting,
        meetings,
        sessions,
        nominations,
        attendance,
        logins,
        reports,
        recommendations,
        parties,
        people,
        programmes,
      }),
    [
      meeting,
      meetings,
      sessions,
      nominations,
      attendance,
      logins,
      reports,
      recommendations,
      parties,
      people,
      programmes,
    ],
  );
  const data = useDeferredValue(now);
  const [live] = useState(() => new LiveStatistics());
  const known = useKnownPeople(data);
  return useMemo(() => {
    if (data.state !== 'ready') return data;
    const world = meetingWorld(data.value, known);
    if (world === null) return { state: 'ready', value: null };
    live.update(world);
    const statistics = live.statistics(scope);
    if (statistics === null) return { state: 'ready', value: null };
    return {
      state: 'ready',
      value: {
        statistics,
        programme: world.programme,
        parties: new Map(data.value.parties.map((party) => [party.id, party])),
        meetings: new Map(data.value.meetings.map((one) => [one.id, one])),
        sessions: inOrder(data.value.sessions),
        behind: (selection) => Promise.resolve(live.behind(scope, selection)),
      },
    };
  }, [data, known, live, scope]);
}

/** The people by id: a new map only when somebody changed. */
function useKnownPeople(data: Loadable<MeetingData>): ReadonlyMap<string, Person> {
  const people = data.state === 'ready' ? data.value.people : NOBODY;
  return useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
}

const NOBODY: readonly Person[] = [];

/** The records as figures take them; `null`: no such meeting. */
export function meetingWorld(data: MeetingData, people: ReadonlyMap<string, Person>): World | null {
  const programme = data.programmes.find((one) => one.id === data.meeting?.programme);
  if (programme === undefined) return null;
  const attendance = [...data.attendance.values()];
  return { ...worldOf({ ...data, programme, attendance, people: [] }), people };
}
