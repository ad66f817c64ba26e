import { useMemo } from 'react';
import type { Attendance } from '@shared/domain/attendance/types';
import { inOrder } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { Programme } from '@shared/domain/programme/operations';
import { MergedFacts } from '@shared/statistics/merged';
import type { Loadable } from './collections';
import { together, useAttendance, useRecord, useRecords } from './hooks';

/** A meeting with everybody who is expected or came, people instead of records. */
export interface MeetingPeople {
  readonly meeting: Meeting;
  readonly programme: Programme | null;
  /** In the order in which they sit. */
  readonly sessions: readonly Session[];
  readonly nominations: readonly Nomination[];
  readonly people: ReadonlyMap<string, Person>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly attendance: ReadonlyMap<string, Attendance>;
}

/** `null`: there is no such meeting. */
export function useMeetingPeople(meetingId: string): Loadable<MeetingPeople | null> {
  const meeting = useRecord('meetings', meetingId);
  const programmes = useRecords('programmes');
  const sessions = useRecords('sessions', meetingId);
  const nominations = useRecords('nominations', meetingId);
  const people = useRecords('people');
  const parties = useRecords('parties');
  const attendance = useAttendance(meetingId);
  const named = useMemo(
    () => together({ programmes, sessions, nominations, people, parties }),
    [programmes, sessions, nominations, people, parties],
  );
  const base = useMemo(() => {
    if (named.state !== 'ready') return named;
    const { value } = named;
    const merged = new MergedFacts(new Roots(value.people));
    const lists = {
      programmes: value.programmes,
      sessions: inOrder(value.sessions),
      nominations: merged.nominations(value.nominations),
      people: new Map(value.people.map((person) => [person.id, person])),
      parties: new Map(value.parties.map((party) => [party.id, party])),
      merged,
    };
    return { state: 'ready', value: lists } as const;
  }, [named]);
  return useMemo((): Loadable<MeetingPeople | null> => {
    const all = together({ meeting, base, attendance });
    if (all.state !== 'ready') return all;
    const { meeting: found, base: lists, attendance: seen } = all.value;
    if (found === null) return { state: 'ready', value: null };
    const { merged, programmes: known, ...rest } = lists;
    const united = new Map(
      merged.attendance([...seen.values()]).map((one) => [one.person, one] as const),
    );
    const programme = known.find(({ id }) => id === found.programme) ?? null;
    return { state: 'ready', value: { ...rest, meeting: found, programme, attendance: united } };
  }, [meeting, base, attendance]);
}
