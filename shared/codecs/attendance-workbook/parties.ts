import type { Attending } from '../../domain/attendance/presence';
import { designationOn } from '../../domain/party/rules';
import type { Partition } from '../../statistics/cell';
import { footnoteColumn, listedParties } from '../documents/listed-parties';
import { listOrder, meetingLabel } from '../documents/names';
import { tableOf, type Cells, type ColumnSpec, type Table } from '../documents/table';
import type { Context } from './context';

/** How a party was at a meeting: in both ways when its people were, each in their own. */
function attendingOf({ inPersonOnly, virtualOnly, both }: Partition): Attending {
  if (both > 0 || (inPersonOnly > 0 && virtualOnly > 0)) return 'both';
  return inPersonOnly > 0 ? 'in-person' : 'virtual';
}

/** The matrix: parties in the order of the language, persons and modality for each meeting. */
export function partiesTable(context: Context): Table {
  const { t, statistics, language, day, world } = context;
  const order = listOrder(language, day);
  const present = statistics.parties
    .flatMap((row) => {
      const party = context.parties.get(row.party);
      return party ? [{ row, party }] : [];
    })
    .sort((a, b) => order(a.party, b.party));
  const parties = listedParties(
    present.map(({ party }) => party),
    context,
  );
  const columns = context.meetings.flatMap(({ meeting }): ColumnSpec[] => {
    const label = meetingLabel(meeting, world.programme, language);
    return [
      {
        key: `persons:${meeting.id}`,
        header: t('column.personsAt', { meeting: label }),
        type: 'number',
        width: 16,
      },
      {
        key: `modality:${meeting.id}`,
        header: t('column.modalityAt', { meeting: label }),
        type: 'text',
        width: 18,
      },
    ];
  });
  const rows = present.map(({ row, party }): Cells => [
    parties.name(party),
    designationOn(party, day).code,
    t(`domain:partyKind.${row.kind}`),
    t(`domain:partyStatus.${row.status}`),
    row.persons.attended,
    ...context.meetings.flatMap(({ meeting }): Cells => {
      const cell = row.meetings.get(meeting.id);
      return cell ? [cell.attended, t(`figures:attending.${attendingOf(cell)}`)] : [null, null];
    }),
  ]);
  return tableOf({
    key: 'parties',
    name: t('workbook.sheet.parties'),
    title: t('figures:matrix.name'),
    notes: context.notes,
    columns: [
      { key: 'party', header: t('column.party'), type: 'text', width: 44 },
      { key: 'code', header: t('column.code'), type: 'text', width: 12 },
      { key: 'kind', header: t('column.kind'), type: 'text', width: 14 },
      { key: 'status', header: t('column.status'), type: 'text', width: 20 },
      { key: 'persons', header: t('column.persons'), type: 'number' },
      ...columns,
    ],
    rows,
    footnotes: [t('figures:matrix.definition'), ...parties.footnotes],
    besides: footnoteColumn(rows, (at) => present[at]?.party ?? null, parties, t),
  });
}
