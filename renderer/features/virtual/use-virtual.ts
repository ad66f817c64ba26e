import { useMemo } from 'react';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import type { Alias, Login, Report } from '@shared/domain/virtual/types';
import type { Loadable } from '../../db/collections';
import { together, useRecord, useRecords } from '../../db/hooks';

export interface VirtualModel {
  readonly meeting: Meeting | null;
  readonly sessions: Session[];
  readonly nominations: Nomination[];
  readonly people: Person[];
  readonly parties: Party[];
  readonly reports: Report[];
  readonly logins: Login[];
  readonly aliases: Alias[];
}

export type ReadyModel = VirtualModel & { readonly meeting: Meeting };

/** Everything that the page of a meeting's online attendance needs. */
export function useVirtualModel(meetingId: string): Loadable<VirtualModel> {
  const meeting = useRecord('meetings', meetingId);
  const sessions = useRecords('sessions', meetingId);
  const nominations = useRecords('nominations', meetingId);
  const people = useRecords('people');
  const parties = useRecords('parties');
  const reports = useRecords('reports', meetingId);
  const logins = useRecords('logins', meetingId);
  const aliases = useRecords('aliases');
  return useMemo(
    () => together({ meeting, sessions, nominations, people, parties, reports, logins, aliases }),
    [meeting, sessions, nominations, people, parties, reports, logins, aliases],
  );
}

/** Minutes of united intervals, rounded. */
export function minutesOf(login: Pick<Login, 'intervals'>): number {
  const ms = login.intervals.reduce((sum, [start, end]) => sum + (end - start), 0);
  return Math.round(ms / 60_000);
}
