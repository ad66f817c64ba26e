import { useEffect, useMemo, useState } from 'react';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Party } from '@shared/domain/party/types';
import { ToldApart } from '@shared/domain/person/distinctions';
import { Roots } from '@shared/domain/person/roots';
import type { Distinction, Person } from '@shared/domain/person/types';
import { LOADING, type Loadable } from '../../db/collections';
import { together, useRecords, useStore } from '../../db/hooks';
import type { Store } from '../../db/store';

/** What a record has to do with meetings: ids. */
export interface Involvement {
  readonly parties: Set<string>;
  readonly meetings: Set<string>;
}

/** Somebody as the list of people shows them, over all their records. */
export interface PersonEntry {
  readonly id: string;
  readonly person: Person;
  readonly parties: readonly Party[];
  /** The latest first. */
  readonly meetings: readonly Meeting[];
  readonly records: readonly Person[];
}

export interface PeopleModel {
  /** Of every record, merged and forgotten ones too. */
  readonly byId: ReadonlyMap<string, Person>;
  readonly roots: Roots;
  readonly parties: ReadonlyMap<string, Party>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  /** Of every record by itself. */
  readonly involved: ReadonlyMap<string, Involvement>;
  readonly apart: ToldApart;
  /** People; a record that was merged is in that of its root. */
  readonly entries: readonly PersonEntry[];
}

/** Everybody over all meetings. */
export function usePeople(): Loadable<PeopleModel> {
  const people = useRecords('people');
  const parties = useRecords('parties');
  const meetings = useRecords('meetings');
  const distinctions = useRecords('distinctions');
  const involved = useInvolvement(meetings);
  return useMemo(() => {
    const all = together({ people, parties, meetings, distinctions, involved });
    return all.state === 'ready' ? { state: 'ready', value: modelOf(all.value) } : all;
  }, [people, parties, meetings, distinctions, involved]);
}

function modelOf(all: {
  readonly people: readonly Person[];
  readonly parties: readonly Party[];
  readonly meetings: readonly Meeting[];
  readonly distinctions: readonly Distinction[];
  readonly involved: ReadonlyMap<string, Involvement>;
}): PeopleModel {
  const { involved } = all;
  const byId = new Map(all.people.map((person) => [person.id, person]));
  const parties = new Map(all.parties.map((party) => [party.id, party]));
  const meetings = new Map(all.meetings.map((meeting) => [meeting.id, meeting]));
  const roots = new Roots(all.people);
  const apart = new ToldApart(all.distinctions, roots);
  const entries = all.people
    .filter(({ id }) => !roots.isMerged(id))
    .map((person): PersonEntry => {
      const ids = roots.recordsOf(person.id);
      const idsOf = (part: keyof Involvement) => [
        ...new Set(ids.flatMap((id) => [...(involved.get(id)?.[part] ?? [])])),
      ];
      return {
        id: person.id,
        person,
        parties: idsOf('parties').flatMap((id) => parties.get(id) ?? []),
        meetings: idsOf('meetings')
          .flatMap((id) => meetings.get(id) ?? [])
          .sort(latestFirst),
        records: ids.flatMap((id) => byId.get(id) ?? []),
      };
    });
  return { byId, roots, apart, parties, meetings, involved, entries };
}

function latestFirst(a: Meeting, b: Meeting): number {
  return (scheduleOf(b).start ?? '').localeCompare(scheduleOf(a).start ?? '');
}

/** Read once, and again when a nomination changes anywhere. */
function useInvolvement(
  meetings: Loadable<readonly Meeting[]>,
): Loadable<ReadonlyMap<string, Involvement>> {
  const store = useStore();
  const [found, setFound] = useState<Loadable<ReadonlyMap<string, Involvement>>>(LOADING);
  const [times, setTimes] = useState(0);
  useEffect(
    () =>
      store.follow((rows) => {
        if (rows === null || rows.some(({ table }) => table === 'nominations')) {
          setTimes((count) => count + 1);
        }
      }),
    [store],
  );
  useEffect(() => {
    if (meetings.state !== 'ready') return undefined;
    let current = true;
    readInvolvement(store, meetings.value).then(
      (value) => {
        if (current) setFound({ state: 'ready', value });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (current) setFound({ state: 'failed', message });
      },
    );
    return () => {
      current = false;
    };
  }, [store, meetings, times]);
  return meetings.state === 'failed' ? meetings : found;
}

async function readInvolvement(
  store: Store,
  meetings: readonly Meeting[],
): Promise<Map<string, Involvement>> {
  const found = new Map<string, Involvement>();
  const of = (person: string): Involvement => {
    let known = found.get(person);
    if (known === undefined) {
      known = { parties: new Set(), meetings: new Set() };
      found.set(person, known);
    }
    return known;
  };
  for (const { id } of meetings) {
    for (const { person, party } of await store.list('nominations', id)) {
      of(person).parties.add(party);
      of(person).meetings.add(id);
    }
    for (const row of (await store.collections.load('attendance', id)).values()) {
      if (row.table === 'attendance') of(row.person).meetings.add(id);
    }
    for (const { link } of await store.list('logins', id)) {
      if (link?.kind !== 'persons') continue;
      for (const person of link.persons) of(person).meetings.add(id);
    }
  }
  return found;
}
