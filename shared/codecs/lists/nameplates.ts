import { displayName } from '../../domain/person/rules';
import type { Party } from '../../domain/party/types';
import { isMarked, partyName } from '../documents/names';
import { tableOf, type Cells, type DocumentModel } from '../documents/table';
import { nativeBeside, type ListInput, type ListWords } from './expected';
import { roomList } from './room-list';

/**
 * What stands on the tables, in seating order: a plate for everybody expected in the room, and one
 * for each delegation with the number of its seats. Every name is written as its owner writes it.
 * A plate has no room below for the text of a footnote, so the names of parties are without marks.
 */
export function nameplates(input: ListInput, words: ListWords): DocumentModel {
  const { t } = words;
  const list = roomList(input, words);
  const nameOf = (party: Party | null) => party && partyName(party, words.language, list.day);
  const people = list.listed.map(({ person, nomination, party }): Cells => [
    displayName(person),
    nativeBeside(person, displayName(person)),
    person.honorific,
    nameOf(party),
    t(`domain:capacity.${nomination.capacity}`),
  ]);
  const seats = new Map<Party, number>();
  for (const { party } of list.listed) if (party) seats.set(party, (seats.get(party) ?? 0) + 1);
  const delegations = [...seats].map(([party, count]): Cells => [nameOf(party), party.code, count]);
  const notes = [...list.notes, t('participantsList.names')];
  // `at`: where a row has the name of the party.
  const footnotes = (rows: readonly Cells[], at: number) =>
    rows.some((row) => isMarked(row[at])) ? [t('noOfficialName')] : [];
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
      footnotes: footnotes(people, 3),
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
      footnotes: footnotes(delegations, 0),
    }),
  ]);
}
