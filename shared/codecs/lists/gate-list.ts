import type { SourceDocument } from '../../domain/nomination/types';
import { listName } from '../../domain/person/rules';
import { formatDay, formatNumber } from '../../i18n/format';
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
 * Whom the host's security lets in: everybody expected in the room, by delegation, with the paper
 * that named them. Personal data: for the host and nobody else.
 */
export function gateList(input: ListInput, { language, t, madeAt }: ListWords): DocumentModel {
  const listed = expectedPeople(input, language, 'in-person');
  const synthetic = isSynthetic(input, listed);
  const day = firstDay(input.meeting);
  const paper = (source: SourceDocument | null): string | null =>
    source === null
      ? null
      : [
          t(`lists.sourceKind.${source.kind}`),
          source.number,
          source.date === null ? null : formatDay(source.date, language, 'medium'),
        ]
          .filter((part) => part !== null && part !== '')
          .join(', ');
  const rows = listed.map(({ person, nomination, party }, at): Cells => [
    at + 1,
    party && partyName(party, language, day),
    listName(person),
    nativeBeside(person, listName(person)),
    person.institution,
    t(`domain:capacity.${nomination.capacity}`),
    paper(nomination.source),
  ]);
  const title = t('lists.gate.title');
  const count = { count: rows.length, formatted: formatNumber(rows.length, language) };
  return {
    title: `${title}: ${meetingName(input.meeting, language)}`,
    madeAt,
    tables: [
      tableOf({
        key: 'gate',
        name: title,
        title,
        notes: [
          ...(synthetic ? [t('synthetic')] : []),
          meetingName(input.meeting, language),
          t('lists.gate.count', count),
          t('workbook.personal'),
        ],
        columns: [
          { key: 'number', header: t('column.number'), type: 'number', width: 6 },
          { key: 'party', header: t('column.party'), type: 'text', width: 36 },
          { key: 'name', header: t('column.name'), type: 'text', width: 32 },
          { key: 'native', header: t('column.native'), type: 'text', width: 28 },
          { key: 'institution', header: t('column.institution'), type: 'text', width: 40 },
          { key: 'capacity', header: t('column.capacity'), type: 'text' },
          { key: 'document', header: t('column.document'), type: 'text', width: 32 },
        ],
        rows,
        footnotes: rows.some((row) => isMarked(row[1])) ? [t('noOfficialName')] : [],
      }),
    ],
    mark: synthetic ? { header: t('syntheticColumn'), value: t('syntheticValue') } : null,
  };
}
