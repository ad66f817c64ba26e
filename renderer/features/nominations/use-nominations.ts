import { useMemo } from 'react';
import { nameIn } from '@shared/domain/language';
import type { ImportRecord } from '@shared/domain/import/operations';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import { listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import type { Loadable } from '../../db/collections';
import { together, useRecord, useRecords } from '../../db/hooks';

export interface NominationsModel {
  readonly meeting: Meeting;
  readonly nominations: readonly Nomination[];
  readonly people: readonly Person[];
  readonly parties: readonly Party[];
  /** Lists that were imported for this meeting, newest first. */
  readonly imports: readonly ImportRecord[];
}

/** Everything that the page of a meeting's delegates needs; `null`: no such meeting. */
export function useNominationsModel(meetingId: string): Loadable<NominationsModel | null> {
  const meeting = useRecord('meetings', meetingId);
  const nominations = useRecords('nominations', meetingId);
  const people = useRecords('people');
  const parties = useRecords('parties');
  const imports = useRecords('imports', meetingId);
  return useMemo(() => {
    const all = together({ meeting, nominations, people, parties, imports });
    if (all.state !== 'ready') return all;
    const { value } = all;
    if (value.meeting === null) return { state: 'ready', value: null };
    const lists = value.imports
      .filter(({ kind }) => kind === 'nominations')
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return { state: 'ready', value: { ...value, meeting: value.meeting, imports: lists } };
  }, [meeting, nominations, people, parties, imports]);
}

/** A nomination with whom and what it speaks of. */
export interface NominationEntry {
  readonly id: string;
  readonly nomination: Nomination;
  readonly person: Person | undefined;
  readonly party: Party | undefined;
  /** As lists sort it. */
  readonly name: string;
  readonly partyName: string;
}

/** The nominations of a meeting as the list shows them. */
export function nominationEntries(
  { nominations, people, parties }: NominationsModel,
  language: string,
): NominationEntry[] {
  const byPerson = new Map(people.map((person) => [person.id, person]));
  const byParty = new Map(parties.map((party) => [party.id, party]));
  return nominations.map((nomination) => {
    const person = byPerson.get(nomination.person);
    const party = byParty.get(nomination.party);
    return {
      ...{ id: nomination.id, nomination, person, party },
      name: person === undefined ? '' : listName(person),
      partyName: party === undefined ? '' : nameIn(party.names, language),
    };
  });
}

/** Last day of a meeting as far as it is known by the day. */
export function lastDayOf({ planned, announced, actual }: Meeting): string | null {
  const end = (actual ?? announced ?? planned).end;
  return end?.length === 10 ? end : null;
}
