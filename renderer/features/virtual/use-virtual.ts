import { useEffect, useMemo, useState } from 'react';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import { linkLogin } from '@shared/domain/virtual/decide';
import type { Alias, Link, Login, Report } from '@shared/domain/virtual/types';
import type { LoginMatch } from '@shared/matching/candidates';
import { useAct, type ActResult } from '../../db/act';
import type { Loadable } from '../../db/collections';
import { together, useRecord, useRecords, useStore } from '../../db/hooks';
import { runJob } from '../../workers/run-job';
import { knownPeople } from './known-people';

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

export type Suggestions =
  | { readonly state: 'working' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly matches: ReadonlyMap<string, LoginMatch> };

/** Suggestions for the logins that nobody has decided on yet, worked out in a worker. */
export function useSuggestions(model: VirtualModel): Suggestions {
  const [suggestions, setSuggestions] = useState<Suggestions>({ state: 'working' });
  const { people, nominations, parties, aliases, logins } = model;
  const input = useMemo(
    () => ({
      people: knownPeople(people, nominations, parties, aliases),
      parties,
      logins: logins
        .filter((login) => login.link === null)
        .map(({ id, name, email }) => ({ id, name, email })),
    }),
    [people, nominations, parties, aliases, logins],
  );
  useEffect(() => {
    const stop = new AbortController();
    runJob('matchLogins', input, stop.signal).then(
      (matches) => setSuggestions({ state: 'ready', matches }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setSuggestions({
          state: 'failed',
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
    return () => stop.abort();
  }, [input]);
  return suggestions;
}

/** Decides what a login stands for; `remember` keeps its display name as an alias. */
export function useLinkLogin(aliases: readonly Alias[]) {
  const act = useAct();
  const store = useStore();
  return (login: Login, link: Link | null, remember: boolean): Promise<ActResult> =>
    act(async (context) => {
      const heads = await store.heads('logins', login.meeting, login.id, ['link']);
      return linkLogin(context, login, link, heads, remember, aliases);
    });
}

/** Minutes of united intervals, rounded. */
export function minutesOf(login: Pick<Login, 'intervals'>): number {
  const ms = login.intervals.reduce((sum, [start, end]) => sum + (end - start), 0);
  return Math.round(ms / 60_000);
}
