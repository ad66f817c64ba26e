import { displayName } from '../../domain/person/rules';
import type { Party } from '../../domain/party/types';
import { firstDay } from '../../statistics/entry';
import { isMarked, meetingName, partyName } from '../documents/names';
import { tableOf, type Cells, type DocumentModel } from '../documents/table';
import {
  expectedPeople,
  isSynthetic,
  nativeBeside,
  type ListInput,
  type ListWords,
} from './expected';

/**
 * What stands on the tables, in seating order: a plate for everybody expected in the room, and one
 * for each delegation with the number of its seats. Every name is written as its owner writes it.
 */
export function nameplates(input: ListInput, { language, t, madeAt }: ListWords): DocumentModel {
  const listed = expectedPeople(input, language, 'in-person');
  const synthetic = isSynthetic(input, listed);
  const day = firstDay(input.meeting);
  const nameOf = (party: Party | null) => party && partyName(party, language, day);
  const people = listed.map(({ person, nomination, party }): Cells => [
    displayName(person),
    nativeBeside(person, displayName(person)),
    person.honorific,
    nameOf(party),
    t(`domain:capacity.${nomination.capacity}`),
  ]);
  const seats = new Map<Party, number>();
  for (const { party } of listed) if (party) seats.set(party, (seats.get(party) ?? 0) + 1);
  const delegations = [...seats].map(([party, count]): Cells => [nameOf(party), party.code, count]);
  const notes = [
    ...(synthetic ? [t('synthetic')] : []),
    meetingName(input.meeting, language),
    t('participantsList.names'),
  ];
  const footnotesOf = (rows: readonly Cells[], at: number) =>
    rows.some((row) => isMarked(row[at])) ? [t('noOfficialName')] : [];
  const title = t('lists.nameplates.title');
  return {
    title: `${title}: ${meetingName(input.meeting, language)}`,
    madeAt,
    tables: [
      tableOf({
        key: 'people',
        name: t('lists.nameplates.people'),
        title: `${title}: ${t('lists.nameplates.people')}`,
        notes,
        columns: [
          { key: 'name', header: t('column.name'), type: 'text', width: 32 },
          { key: 'native', header: t('column.native'), type: 'text', width: 28 },
          { key: 'honorific', header: t('column.honorific'), type: 'text', width: 12 },
          { key: 'party', header: t('column.party'), type: 'text', width: 36 },
          { key: 'capacity', header: t('column.capacity'), type: 'text' },
        ],
        rows: people,
        footnotes: footnotesOf(people, 3),
      }),
      tableOf({
        key: 'delegations',
        name: t('lists.nameplates.delegations'),
        title: `${title}: ${t('lists.nameplates.delegations')}`,
        notes,
        columns: [
          { key: 'party', header: t('column.party'), type: 'text', width: 36 },
          { key: 'code', header: t('column.code'), type: 'text' },
          { key: 'seats', header: t('column.seats'), type: 'number' },
        ],
        rows: delegations,
        footnotes: footnotesOf(delegations, 0),
      }),
    ],
    mark: synthetic ? { header: t('syntheticColumn'), value: t('syntheticValue') } : null,
  };
}
