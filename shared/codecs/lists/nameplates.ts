import { displayName } from '../../domain/person/rules';
import type { Party } from '../../domain/party/types';
import { tableOf, type Cells, type DocumentModel } from '../documents/table';
import { nativeBeside, type ListInput, type ListWords } from './expected';
import { roomList } from './room-list';

/**
 * What stands on the tables, in seating order: a plate for everybody expected in the room, and one
 * for each delegation with the number of its seats. Every name is written as its owner writes it.
 */
export function nameplates(input: ListInput, words: ListWords): DocumentModel {
  const { t } = words;
  const list = roomList(input, words);
  const people = list.listed.map(({ person, nomination, party }): Cells => [
    displayName(person),
    nativeBeside(person, displayName(person)),
    person.honorific,
    list.nameOf(party),
    t(`domain:capacity.${nomination.capacity}`),
  ]);
  const seats = new Map<Party, number>();
  for (const { party } of list.listed) if (party) seats.set(party, (seats.get(party) ?? 0) + 1);
  const delegations = [...seats].map(([party, count]): Cells => [
    list.nameOf(party),
    party.code,
    count,
  ]);
  const notes = [...list.notes, t('participantsList.names')];
  const title = t('lists.nameplates.title');
  const { party: partyColumn, name, native, capacity } = list.columns;
  return list.document(title, [
    tableOf({
      key: 'people',
      name: t('lists.nameplates.people'),
      title: `${title}: ${t('lists.nameplates.people')}`,
      notes,
      columns: [
        ...[name, native],
        { key: 'honorific', header: t('column.honorific'), type: 'text', width: 12 },
        ...[partyColumn, capacity],
      ],
      rows: people,
      footnotes: list.footnotes(people, 3),
    }),
    tableOf({
      key: 'delegations',
      name: t('lists.nameplates.delegations'),
      title: `${title}: ${t('lists.nameplates.delegations')}`,
      notes,
      columns: [
        partyColumn,
        { key: 'code', header: t('column.code'), type: 'text' },
        { key: 'seats', header: t('column.seats'), type: 'number' },
      ],
      rows: delegations,
      footnotes: list.footnotes(delegations, 0),
    }),
  ]);
}
